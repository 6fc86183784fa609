import { type Actor, may, seesUnit } from '../../model/account.ts';
import { JOB_KINDS, type Job } from '../../model/job.ts';
import type { Action } from '../../model/log-entry.ts';
import type { JobProgress } from '../jobs/progress.ts';
import type { Console } from './console.ts';
import { jobNaming, mayCancel, type NamedJob, seesJob } from './jobs-named.ts';
import { logEntry } from './log.ts';
import { Conflict, NotAllowed, NotThere, refused } from './refusals.ts';

/** Has the whole district crawled and judged now. Throws NotAllowed. */
export const askForNight = (console: Console, actor: Actor): Promise<Job> =>
  askForDistrict(console, actor, { kind: 'night', action: 'start-night' });

/** Has the evidence that is there judged anew, for registers or rules that were changed. Throws NotAllowed. */
export const askForAudit = (console: Console, actor: Actor): Promise<Job> =>
  askForDistrict(console, actor, { kind: 'audit', action: 'start-audit' });

async function askForDistrict(
  { jobs, inspection, clock }: Console,
  actor: Actor,
  { kind, action }: { readonly kind: 'night' | 'audit'; readonly action: Action },
): Promise<Job> {
  if (!may(actor, 'start-night')) throw new NotAllowed();
  const job = await jobs.ask(kind, null, null, actor.id);
  await inspection.log.add([logEntry(actor, clock(), action, { after: { job: job.id } })]);
  return job;
}

/**
 * Has a unit's own columns crawled and judged now. Two at once are one, and the next may be asked for as soon as that has
 * ended: whoever has just mended a page wants to see so. The site is spared by the crawl's own pace, other units by the
 * queue, nights by their turns. Throws NotAllowed, NotThere, UserError where there is nothing to look at.
 */
export async function askForSelfCheck(
  { jobs, inspection, clock, plan }: Console,
  actor: Actor,
  unit: string,
): Promise<Job> {
  if (!may(actor, 'self-check')) throw new NotAllowed();
  const known = plan().units.find(({ id }) => id === unit);
  if (!known || !seesUnit(actor, unit)) throw new NotThere();
  if (known.columns.length === 0)
    throw refused('该单位还没有经确认的栏目网址，不能自查', '请联系检查人员补充栏目网址后再试');
  const job = await jobs.ask('self-check', unit, null, actor.id);
  await inspection.log.add([logEntry(actor, clock(), 'self-check', { unit, after: { job: job.id } })]);
  return job;
}

/** One job. Throws NotThere where there is none, or it is not for this one to see. */
export async function jobOf(console: Console, actor: Actor, id: string): Promise<NamedJob> {
  const progress = await progressFor(console, actor, id);
  return (await jobNaming(console, actor))(progress);
}

/** Has `listener` told how a job stands, now and whenever that changes. Returns the end of it. Throws as `jobOf`. */
export async function watchJob(
  console: Console,
  actor: Actor,
  id: string,
  listener: (progress: JobProgress) => void,
): Promise<() => void> {
  await progressFor(console, actor, id);
  return console.jobs.subscribe(id, listener);
}

/** Takes a job out of the queue or stops it. Throws NotAllowed, NotThere, Conflict where it has ended. */
export async function cancelJob(console: Console, actor: Actor, id: string): Promise<void> {
  const { job } = await progressFor(console, actor, id);
  if (!mayCancel(actor, job)) throw new NotAllowed();
  if (!(await console.jobs.cancel(id))) throw new Conflict('该任务已经结束，没有取消', '请刷新页面查看');
  const after = { job: id, summary: JOB_KINDS[job.kind] };
  const entry = logEntry(actor, console.clock(), 'cancel-job', { unit: job.unit ?? '', after });
  await console.inspection.log.add([entry]);
}

async function progressFor({ jobs }: Console, actor: Actor, id: string): Promise<JobProgress> {
  const progress = await jobs.progressOf(id);
  if (!progress || !seesJob(actor, progress.job)) throw new NotThere();
  return progress;
}
