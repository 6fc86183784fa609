import { setTimeout as sleep } from 'node:timers/promises';
import type { Time } from './host-clock.ts';

/** The machine's monotonic clock. Timers may fire a little early, so the wait is repeated until the instant has come. */
export const realTime: Time = {
  now: () => performance.now(),
  until: async (instant, signal) => {
    for (let left = instant - performance.now(); left > 0; left = instant - performance.now())
      await sleep(Math.ceil(left), undefined, { signal });
  },
};
