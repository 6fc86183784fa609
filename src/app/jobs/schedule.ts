import { scheduleOf } from '../nightly-schedule.ts';

export interface NightSchedule {
  /** When the next night is asked for; null where never again. */
  next(after: Date): Date | null;
  /** No night is asked for any more; resolves when what is being asked for has been. */
  stop(): Promise<void>;
}

/**
 * Has a night asked for at each time of a cron pattern in the district's zone. That it waits behind others, or that the
 * one before it still goes on, is for the queue to say. Throws UserError (exit code 2) where the pattern is none.
 * @param onError told where a night could not even be asked for; the next one is asked for all the same
 */
export function scheduleNights(
  { pattern, timeZone }: { readonly pattern: string; readonly timeZone: string },
  ask: () => Promise<unknown>,
  onError: (error: unknown) => void,
): NightSchedule {
  const schedule = scheduleOf(pattern, timeZone);
  const stopping = new AbortController();
  const asking = async (): Promise<void> => {
    await ask().catch(onError);
  };
  const running = schedule.run(asking, { signal: stopping.signal, onOverrun: () => {} });
  return {
    next: (after) => schedule.next(after),
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
