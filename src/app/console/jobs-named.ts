import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { Job } from '../../model/job.ts';
import { findingNumber } from '../../report/finding-number.ts';
import type { JobProgress } from '../jobs/progress.ts';
import type { Console } from './console.ts';

/** How a job stands, and how what it names is called. */
export interface NamedJob {
  readonly progress: JobProgress;
  /** Null for the whole district. */
  readonly unitName: string | null;
  /** Number of the finding that is looked at again; null for all other jobs. */
  readonly number: string | null;
  /** Null for the schedule. */
  readonly askedBy: string | null;
  /** Whether the one who looks may cancel it. */
  readonly isCancellable: boolean;
}

/** A unit sees jobs of its own; those of the district, and so when it is busy, are for those who look after it. */
export const seesJob = (actor: Actor, { unit }: Pick<Job, 'unit'>): boolean =>
  unit === null ? may(actor, 'look-at-all') : seesUnit(actor, unit);

export const mayCancel = (actor: Actor, job: Pick<Job, 'unit'>): boolean =>
  seesJob(actor, job) && may(actor, job.unit === null ? 'start-night' : 'self-check');

/** Gives jobs their names, for one who looks at them. */
export async function jobNaming({ plan, store }: Console, actor: Actor): Promise<(progress: JobProgress) => NamedJob> {
  const units = new Map(plan().units.map(({ id, name }) => [id, name]));
  const accounts = new Map((await store.accounts.all()).map(({ id, name }) => [id, name]));
  return (progress) => {
    const { job } = progress;
    const { unit, finding, requestedBy } = job;
    return {
      progress,
      unitName: unit === null ? null : (units.get(unit) ?? unit),
      number: finding === null ? null : findingNumber(finding),
      askedBy: requestedBy === null ? null : (accounts.get(requestedBy) ?? requestedBy),
      isCancellable: job.endedAt === null && mayCancel(actor, job),
    };
  };
}
