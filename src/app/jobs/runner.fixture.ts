import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { Job, JobKind, JobResult } from '../../model/job.ts';
import { JobRepository } from '../../store/console/jobs.ts';
import { CONSOLE_MIGRATIONS } from '../../store/console/migrations.ts';
import type { ConsoleTables } from '../../store/console/tables.ts';
import { openRecords } from '../../store/open-records.ts';
import { JobRunner, type JobRunnerOptions } from './job-runner.ts';
import type { JobProgress } from './progress.ts';
import type { JobTools, JobWorks } from './work.ts';

export const RESULT: JobResult = { captures: 3, unreadable: 0, fails: 1, advisories: 0, inconclusive: 0 };

/** Work that a test does by hand. It stops when it is told to, unless the test ends it first. */
export interface InHand {
  readonly job: Job;
  readonly tools: JobTools;
  done(result?: JobResult): void;
  throws(error: unknown): void;
}

/** A clock that the test sets, and what waits by it. */
function handClock(start = Date.UTC(2023, 5, 5, 1)) {
  let now = start;
  const waiting = new Set<{ readonly until: number; readonly resolve: () => void }>();
  let onWait = (_ms: number): void => {};
  return {
    clock: () => new Date(now),
    wait: (ms: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const one = { until: now + ms, resolve };
        if (ms <= 0 || signal.aborted) return resolve();
        waiting.add(one);
        signal.addEventListener('abort', () => resolve(), { once: true });
        onWait(ms);
      }),
    /** The next wait, in milliseconds. */
    nextWait: (): Promise<number> =>
      new Promise((resolve) => {
        onWait = resolve;
      }),
    pass(ms: number): void {
      now += ms;
      for (const one of waiting) if (one.until <= now && waiting.delete(one)) one.resolve();
    },
  };
}

/** The queue of a folder, a runner over it with works that the test does by hand, and its log. */
export async function handRunner(folder: string, more: Partial<JobRunnerOptions> = {}) {
  const { db, close } = await openRecords<ConsoleTables>(folder, 'console.db', CONSOLE_MIGRATIONS);
  onTestFinished(close);
  const jobs = new JobRepository(db);
  const begun: InHand[] = [];
  const awaited: ((work: InHand) => void)[] = [];
  const work = (job: Job, tools: JobTools): Promise<JobResult | null> =>
    new Promise((resolve, reject) => {
      const inHand = { job, tools, done: (result = RESULT) => resolve(result), throws: reject };
      tools.signal.addEventListener('abort', () => resolve(null), { once: true });
      const next = awaited.shift();
      if (next) next(inHand);
      else begun.push(inHand);
    });
  const works: JobWorks = { night: work, audit: work, 'self-check': work, recheck: work };
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  let made = 0;
  const hands = handClock();
  const runner = new JobRunner({
    ...{ jobs, works, log, clock: hands.clock, wait: hands.wait, newId: () => `${folder.slice(-6)}-${++made}` },
    ...more,
  });
  onTestFinished(() => runner.stop());
  const ask = (kind: JobKind, unit: string | null = null, finding: string | null = null) =>
    runner.ask(kind, unit, finding, 'someone');
  return {
    ...{ jobs, runner, hands, logged, ask },
    /** The work that is begun next. */
    next: (): Promise<InHand> => {
      const first = begun.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => awaited.push(resolve));
    },
    isIdle: () => begun.length === 0,
  };
}

/** How a job stands when this is so of it for the first time. */
export function once(runner: JobRunner, id: string, holds: (progress: JobProgress) => boolean): Promise<JobProgress> {
  return new Promise((resolve) => {
    const end = runner.subscribe(id, (progress) => {
      if (!holds(progress)) return;
      queueMicrotask(() => end());
      resolve(progress);
    });
  });
}

export const ended = (runner: JobRunner, id: string): Promise<JobProgress> =>
  once(runner, id, ({ job }) => job.endedAt !== null);
