import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { Job, JobKind } from '../../model/job.ts';
import { scheduleOf } from '../nightly-schedule.ts';
import type { Console } from './console.ts';
import { jobNaming, type NamedJob } from './jobs-named.ts';
import { NotAllowed, NotThere } from './refusals.ts';

/** What the crawler has in hand, what waits for it, and what it did last. */
export interface JobBoard {
  readonly running: NamedJob | null;
  /** In the order in which they are done. */
  readonly waiting: readonly NamedJob[];
  /** The newest first. */
  readonly ended: readonly NamedJob[];
  /** When the schedule asks for the next night; null where it asks for none. */
  readonly nextNight: Date | null;
}

const RECENT = 50;
const isOver = ({ endedAt }: Job): boolean => endedAt !== null;

/** Throws NotAllowed. */
export async function jobBoard(console: Console, actor: Actor): Promise<JobBoard> {
  if (!may(actor, 'start-night')) throw new NotAllowed();
  const { store, settings, plan, clock } = console;
  const queue = await named(console, actor, await store.jobs.queue());
  const ended = await named(console, actor, (await store.jobs.recent(RECENT)).filter(isOver));
  return {
    running: queue.find(({ progress }) => progress.job.state === 'running') ?? null,
    waiting: queue.filter(({ progress }) => progress.job.state === 'waiting'),
    ended,
    nextNight: settings.night === null ? null : scheduleOf(settings.night, plan().timeZone).next(clock()),
  };
}

/** Jobs of one kind for one unit. */
export interface UnitJobs {
  /** Those that run or wait, in the order in which they are done. */
  readonly open: readonly NamedJob[];
  /** The newest that has ended; null before any. */
  readonly last: NamedJob | null;
}

/** Throws NotThere where it is another's unit. */
export async function unitJobs(console: Console, actor: Actor, unit: string, kind: JobKind): Promise<UnitJobs> {
  if (!seesUnit(actor, unit)) throw new NotThere();
  const { jobs } = console.store;
  const isAsked = (job: Job): boolean => job.unit === unit && job.kind === kind;
  const last = (await jobs.of(unit, RECENT)).filter(isAsked).find(isOver);
  const [open, ended] = [(await jobs.queue()).filter(isAsked), last ? [last] : []];
  return {
    open: (await named(console, actor, open)).filter(({ progress }) => !isOver(progress.job)),
    last: (await named(console, actor, ended))[0] ?? null,
  };
}

async function named(console: Console, actor: Actor, jobs: readonly Job[]): Promise<readonly NamedJob[]> {
  const naming = await jobNaming(console, actor);
  const standing = await Promise.all(jobs.map(({ id }) => console.jobs.progressOf(id)));
  return standing.flatMap((progress) => (progress ? [naming(progress)] : []));
}
