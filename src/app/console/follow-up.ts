import type { Job, JobResult } from '../../model/job.ts';
import type { Console } from './console.ts';
import { remind } from './messages.ts';

/** Newest jobs that are followed up again at a start: the program may have ended between a job and its follow-up. */
const RECENT = 500;

/** What follows from a job that was done. Done twice it changes nothing. */
export async function followUp(console: Console, job: Job, result: JobResult): Promise<void> {
  console.board.refresh();
  await console.board.learn();
  if (job.kind === 'recheck') await keepRecheck(console, job, result);
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
  await inspection.feedback.rechecked(job.finding, { outcome, text, at });
}
