import type { Console } from './console.ts';

/** What whoever watches over the console wants to know. */
export interface Health {
  /** Quarters that were audited. */
  readonly quarters: number;
  readonly jobsWaiting: number;
  readonly jobsRunning: number;
  readonly messagesWaiting: number;
  readonly messagesGivenUp: number;
  /** Epoch milliseconds of the end of the newest night that was done; null before any. */
  readonly lastNightAt: number | null;
  /** Whether targets, rulebook and registers can be read as they are. */
  readonly inputsAreGood: boolean;
}

/** Asks both databases; throws where one does not answer. */
export async function healthOf({ store, board, inspection }: Console): Promise<Health> {
  const jobs = await store.jobs.recent(200);
  const messages = await store.outbox.counts();
  await inspection.bulletins.versions();
  const nights = jobs.flatMap(({ kind, state, endedAt }) =>
    kind === 'night' && state === 'done' ? [endedAt ?? 0] : [],
  );
  return {
    quarters: board.periods.length,
    jobsWaiting: jobs.filter(({ state }) => state === 'waiting').length,
    jobsRunning: jobs.filter(({ state }) => state === 'running').length,
    messagesWaiting: messages.waiting,
    messagesGivenUp: messages.givenUp,
    lastNightAt: nights.length > 0 ? Math.max(...nights) : null,
    inputsAreGood: board.trouble === null,
  };
}
