import { Cron, type CronOptions } from 'croner';
import { EXIT, UserError } from '../model/user-error.ts';

/** Times at which work begins, by a cron pattern in a time zone. */
export interface Schedule {
  /** The first time after this instant; null where there is none any more. */
  next(after: Date): Date | null;
  /**
   * Begins the work at each of the times until the signal is aborted, and ends when work in hand has ended. Where that
   * takes until after the next time, this one is left out and `onOverrun` told. What the work throws ends it all.
   */
  run(
    work: () => Promise<void>,
    until: { readonly signal: AbortSignal; readonly onOverrun: () => void },
  ): Promise<void>;
}

/** Throws UserError (exit code 2) where the pattern is none, or names a time that never comes. */
export function scheduleOf(pattern: string, timeZone: string): Schedule {
  const options = { timezone: timeZone, mode: '5-or-6-parts', paused: true } as const;
  const times = cronOf(pattern, options);
  if (times.nextRun() === null) throw wrong(pattern, '定时所指的时间永远不会到来');
  return {
    next: (after) => times.nextRun(after),
    run: (work, { signal, onOverrun }) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return resolve();
        let inHand: Promise<void> | null = null;
        // Not by croner's own guard: that makes up for the time left out as soon as the work has ended, in broad daylight.
        const job = new Cron(pattern, { ...options, paused: false }, async () => {
          if (inHand !== null) return onOverrun();
          inHand = work();
          await inHand.catch(fail);
          inHand = null;
        });
        const stop = (): void => {
          job.stop();
          (inHand ?? Promise.resolve()).then(resolve, reject);
        };
        const fail = (error: unknown): void => {
          job.stop();
          signal.removeEventListener('abort', stop);
          reject(error);
        };
        signal.addEventListener('abort', stop, { once: true });
      }),
  };
}

function cronOf(pattern: string, options: CronOptions): Cron {
  try {
    const times = new Cron(pattern, options);
    // A date is taken for a time that comes once; a night comes again.
    if (times.getOnce() === null) return times;
  } catch {
    // Told below.
  }
  throw wrong(pattern, '定时写法不正确');
}

const wrong = (value: string, what: string): UserError =>
  new UserError(EXIT.usage, [
    { place: {}, what, value, remedy: '请按“分 时 日 月 星期”填写，例如每天凌晨2点写成 0 2 * * *' },
  ]);
