import type { NamedJob } from '../../../app/console/jobs-named.ts';
import type { JobProgress } from '../../../app/jobs/progress.ts';
import { JOB_STAGES } from '../../../app/jobs/work.ts';
import { Hidden, Post } from '../../parts/form.tsx';
import type { View } from '../../view.ts';

/** What is read aloud: it changes with the stage, not with every page that was read. */
export function stageWords({ job, stage, text }: JobProgress): string {
  if (job.state !== 'running') return text;
  return stage === null ? '正在准备' : `正在${stage === 'report' ? '生成' : ''}${JOB_STAGES[stage]}`;
}

/** How far a job in hand is, and what people should know meanwhile. */
export function JobMeter({ of }: { readonly of: JobProgress }) {
  const { job, stage, done, left, reading, notices, text } = of;
  const isCounted = done + left > 0;
  return (
    <>
      {job.state === 'running' && (
        <>
          <progress aria-label="进度" {...(isCounted ? { value: done, max: done + left } : {})} />
          <p class="meter-text">{text}</p>
        </>
      )}
      {stage === 'crawl' && reading !== '' && <p class="reading soft small">{`正在读取：${reading}`}</p>}
      {notices.length > 0 && (
        <ul class="lines small">
          {notices.map((notice) => (
            <li>{notice}</li>
          ))}
        </ul>
      )}
    </>
  );
}

interface LiveJobProps {
  readonly view: View;
  readonly job: NamedJob;
  /** Path of the page that shows it, and the part of it that is made anew when the job has ended. */
  readonly page: string;
  readonly part?: string;
  /** Other parts of the page that are made anew with it. */
  readonly others?: readonly string[];
}

/**
 * A job that runs or waits, live where the browser has scripts. At most one on a page: browsers open few connections to
 * one server.
 */
export function LiveJob({ view, job, page, part = '#main', others = [] }: LiveJobProps) {
  const { progress, isCancellable } = job;
  const { id } = progress.job;
  return (
    <div class="live" hx-ext="sse" sse-connect={`/jobs/${id}/events`} sse-close="done">
      <p class="stage" role="status" sse-swap="stage">
        <span>{stageWords(progress)}</span>
      </p>
      <div sse-swap="progress">
        <JobMeter of={progress} />
      </div>
      <div
        hx-get={page}
        hx-trigger="sse:done"
        hx-target={part}
        hx-select={part}
        hx-swap="outerHTML"
        hx-select-oob={others.length > 0 ? others.join(',') : undefined}
      />
      <div class="row">
        <a class="button quiet unscripted" href={page}>
          刷新
        </a>
        {isCancellable && (
          <Post action={`/jobs/${id}/cancel`} csrf={view.csrf}>
            <Hidden name="back" value={page} />
            <button type="submit" class="quiet">
              取消
            </button>
          </Post>
        )}
      </div>
    </div>
  );
}
