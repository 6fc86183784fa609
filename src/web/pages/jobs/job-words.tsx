import type { NamedJob } from '../../../app/console/jobs-named.ts';
import { JOB_KINDS } from '../../../model/job.ts';
import { localTime } from '../../../report/words.ts';
import { Hidden, Post } from '../../parts/form.tsx';
import type { View } from '../../view.ts';

/** What a job looks at. */
export function JobObject({ of: { unitName, number, progress } }: { readonly of: NamedJob }) {
  const { unit, kind } = progress.job;
  if (unit === null) return <>全区</>;
  return (
    <>
      {kind === 'self-check' ? <a href={`/units/${unit}/self-check`}>{unitName}</a> : unitName}
      {number !== null && (
        <>
          {' '}
          <a href={`/findings/${number}`} class="nowrap">{`问题${number}`}</a>
        </>
      )}
    </>
  );
}

/** What it is, with the page that says all of it. */
export const JobName = ({ of: { progress } }: { readonly of: NamedJob }) => (
  <a href={`/jobs/${progress.job.id}`}>{JOB_KINDS[progress.job.kind]}</a>
);

/** Who asked for it, and when. */
export const askedWords = ({ askedBy, progress }: NamedJob, timeZone: string): string =>
  `${askedBy ?? '定时'}　${timeOf(progress.job.requestedAt, timeZone)}`;

/** @param at epoch milliseconds */
export const timeOf = (at: number, timeZone: string): string => localTime(new Date(at).toISOString(), timeZone);

/** Takes a job out of the queue. */
export const CancelForm = ({ view, job }: { readonly view: View; readonly job: NamedJob }) => (
  <Post action={`/jobs/${job.progress.job.id}/cancel`} csrf={view.csrf}>
    <Hidden name="back" value="/jobs" />
    <button type="submit" class="quiet" aria-label={`取消${job.unitName ?? '全区'}${JOB_KINDS[job.progress.job.kind]}`}>
      取消
    </button>
  </Post>
);
