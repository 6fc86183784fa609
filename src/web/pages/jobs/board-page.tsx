import type { JobBoard } from '../../../app/console/jobs-board.ts';
import type { NamedJob } from '../../../app/console/jobs-named.ts';
import { localTime } from '../../../report/words.ts';
import { Post } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { JobTag } from '../../parts/tags.tsx';
import type { View } from '../../view.ts';
import { askedWords, CancelForm, JobName, JobObject, timeOf } from './job-words.tsx';
import { LiveJob } from './live-job.tsx';

/** What the crawler does, what waits for it, and what it did last. */
export function BoardPage({ view, board }: { readonly view: View; readonly board: JobBoard }) {
  const { running, waiting, ended, nextNight } = board;
  return (
    <Layout
      view={view}
      title="任务"
      actions={
        <>
          <Post action="/jobs/audit" csrf={view.csrf}>
            <button type="submit" class="quiet">
              重新判定
            </button>
          </Post>
          <Post action="/jobs/night" csrf={view.csrf}>
            <button type="submit">启动夜间取证</button>
          </Post>
        </>
      }
    >
      <section class="card" aria-labelledby="running">
        <h2 id="running">正在进行</h2>
        {running ? <Running view={view} job={running} /> : <Idle view={view} first={waiting[0]} />}
        <p class="soft small">
          {nextNight === null
            ? '没有设置定时夜间取证。'
            : `下次定时夜间取证：${localTime(nextNight.toISOString(), view.timeZone)}。`}
          任务逐项进行；单位自查、整改复查优先，夜间取证暂停让行后从断点继续。
        </p>
      </section>
      {waiting.length > 0 && (
        <section class="card" aria-labelledby="waiting">
          <h2 id="waiting">{`排队（${waiting.length}）`}</h2>
          <Waiting view={view} jobs={waiting} />
        </section>
      )}
      <section class="card" aria-labelledby="ended">
        <h2 id="ended">最近完成</h2>
        {ended.length === 0 ? <p class="empty">还没有完成过任务。</p> : <Ended view={view} jobs={ended} />}
      </section>
    </Layout>
  );
}

function Running({ view, job }: { readonly view: View; readonly job: NamedJob }) {
  return (
    <>
      <p class="what">
        <JobName of={job} />
        {'　'}
        <JobObject of={job} />
        <span class="trace">{`启动：${askedWords(job, view.timeZone)}`}</span>
      </p>
      <LiveJob view={view} job={job} page="/jobs" />
    </>
  );
}

/** Between two jobs the next one is about to begin: the page follows it. */
function Idle({ view, first }: { readonly view: View; readonly first: NamedJob | undefined }) {
  if (!first) return <p class="empty">现在没有任务。</p>;
  return <LiveJob view={view} job={{ ...first, isCancellable: false }} page="/jobs" />;
}

interface JobsProps {
  readonly view: View;
  readonly jobs: readonly NamedJob[];
}

function Waiting({ view, jobs }: JobsProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">次序</th>
            <th scope="col">任务</th>
            <th scope="col">对象</th>
            <th scope="col">启动</th>
            <th scope="col">说明</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job, at) => (
            <tr>
              <td>{at + 1}</td>
              <th scope="row" class="nowrap">
                <JobName of={job} />
              </th>
              <td>
                <JobObject of={job} />
              </td>
              <td class="nowrap">{askedWords(job, view.timeZone)}</td>
              <td>{job.progress.text}</td>
              <td class="nowrap">{job.isCancellable && <CancelForm view={view} job={job} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Ended({ view, jobs }: JobsProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">任务</th>
            <th scope="col">对象</th>
            <th scope="col">状态</th>
            <th scope="col">结果</th>
            <th scope="col">启动</th>
            <th scope="col">结束</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr>
              <th scope="row" class="nowrap">
                <JobName of={job} />
              </th>
              <td>
                <JobObject of={job} />
              </td>
              <td class="nowrap">
                <JobTag state={job.progress.job.state} />
              </td>
              <td class="outcome">{job.progress.text}</td>
              <td class="nowrap">{askedWords(job, view.timeZone)}</td>
              <td class="nowrap">{timeOf(job.progress.job.endedAt ?? 0, view.timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
