import type { Job, JobResult } from '../../model/job.ts';
import type { Console } from './console.ts';
import { remind } from './messages.ts';

/** Newest jobs that are followed up again at a start: the program may have ended between a job and its follow-up. */
const RECENT = 500;

/** What follows from a job that was done. Done twice it changes nothing. */
export async function followUp(console: Console, job: Job, result: JobResult): Promise<void> {
  console.board.refresh();
  await console.board.learn();
  await console.board.warm();
  if (job.kind === 'recheck') {
    await keepRecheck(console, job, result);
    await lookAgain(console, job);
  }
  if (job.kind === 'night' || job.kind === 'audit') await remind(console);
}

/** Follows up re-checks that were done when the program ended. */
export async function followUpAll(console: Console): Promise<void> {
  const jobs = await console.store.jobs.recent(RECENT);
  for (const job of [...jobs].reverse())
    if (job.kind === 'recheck' && job.state === 'done' && job.result) await keepRecheck(console, job, job.result);
}

/** Keeps what a re-check saw with the report that asked for it. */
async function keepRecheck({ inspection }: Console, job: Job, { outcome, text = '' }: JobResult): Promise<void> {
  if (job.finding === null || outcome === undefined || job.endedAt === null) return;
  const at = new Date(job.endedAt).toISOString();
  await inspection.feedback.rechecked(job.finding, { outcome, text, at }, begunAt(job));
}

/** What was reported while a re-check looked was given that one's place in the queue: it has to be looked at once more. */
async function lookAgain({ inspection, jobs }: Console, job: Job): Promise<void> {
  if (job.finding === null || !(await inspection.feedback.isReportedSince(job.finding, begunAt(job)))) return;
  await jobs.ask('recheck', job.unit, job.finding, job.requestedBy);
}

const begunAt = ({ startedAt, requestedAt }: Job): string => new Date(startedAt ?? requestedAt).toISOString();
