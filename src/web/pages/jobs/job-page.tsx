import type { NamedJob } from '../../../app/console/jobs-named.ts';
import { JOB_KINDS } from '../../../model/job.ts';
import { Layout } from '../../parts/layout.tsx';
import { JobTag } from '../../parts/tags.tsx';
import { mayIn, type View } from '../../view.ts';
import { askedWords, JobObject, timeOf } from './job-words.tsx';
import { LiveJob } from './live-job.tsx';

/** One job: live while it waits or runs, and then what came of it. */
export function JobPage({ view, job }: { readonly view: View; readonly job: NamedJob }) {
  const { job: one, text, notices } = job.progress;
  const { id, kind, state, startedAt, endedAt, result } = one;
  return (
    <Layout
      view={view}
      title={`${JOB_KINDS[kind]}任务`}
      trail={mayIn(view, 'start-night') ? [{ text: '任务', href: '/jobs' }] : []}
    >
      <section class="card" aria-label="任务情况">
        <dl class="facts">
          <dt>对象</dt>
          <dd>
            <JobObject of={job} />
          </dd>
          <dt>启动</dt>
          <dd>{askedWords(job, view.timeZone)}</dd>
          <dt>状态</dt>
          <dd>
            <JobTag state={state} />
          </dd>
          {startedAt !== null && (
            <>
              <dt>开始</dt>
              <dd>{timeOf(startedAt, view.timeZone)}</dd>
            </>
          )}
          {endedAt !== null && (
            <>
              <dt>结束</dt>
              <dd>{timeOf(endedAt, view.timeZone)}</dd>
              <dt>结果</dt>
              <dd>{text}</dd>
            </>
          )}
        </dl>
        {endedAt === null && <LiveJob view={view} job={job} page={`/jobs/${id}`} />}
        {endedAt !== null && result !== null && kind === 'self-check' && (
          <p>
            <a class="button quiet" href={`/units/${one.unit}/self-check`}>
              查看自查结果
            </a>
          </p>
        )}
        {endedAt !== null && notices.length > 0 && (
          <ul class="lines small">
            {notices.map((notice) => (
              <li>{notice}</li>
            ))}
          </ul>
        )}
      </section>
    </Layout>
  );
}
