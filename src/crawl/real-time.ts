import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Time } from './host-clock.ts';

/**
 * The machine's monotonic clock. Timers know whole milliseconds only and may be early or late by one, which would cost
 * a permitted slot in fifty at short delays; so what is left of the last millisecond is spent in turns of the loop.
 */
export const realTime: Time = {
  now: () => performance.now(),
  until: async (instant, signal) => {
    const whole = Math.floor(instant - performance.now());
    if (whole > 0) await sleep(whole, undefined, { signal });
    while (performance.now() < instant) await nextTurn(undefined, { signal });
  },
};
