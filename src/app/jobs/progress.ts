import { type Job, type JobResult, RECHECK_OUTCOMES } from '../../model/job.ts';
import type { WorkProgress } from './work.ts';

/** How a job stands, for whoever watches it. */
export interface JobProgress extends Omit<WorkProgress, 'stage'> {
  readonly job: Job;
  /** Null before the work is begun and after its end. */
  readonly stage: WorkProgress['stage'] | null;
  /** How many jobs come before it; null where it does not wait. */
  readonly before: number | null;
  /** In Chinese: what people should know meanwhile. */
  readonly notices: readonly string[];
  /** In Chinese, one sentence: how it stands. */
  readonly text: string;
}

/** What is known of a job in hand, or of one that was put back. */
export interface Live {
  readonly work: WorkProgress | null;
  readonly notices: readonly string[];
  /** In Chinese: why it waits although it was begun; null for no such cause. */
  readonly held: string | null;
}

export const NOTHING_YET: Live = { work: null, notices: [], held: null };

export function progressOf(job: Job, { work, notices, held }: Live, before: number | null): JobProgress {
  const { stage = null, done = 0, left = 0, perSecond = 0, reading = '' } = job.state === 'running' ? (work ?? {}) : {};
  const known = { stage, done, left, perSecond, reading };
  return { job, ...known, before, notices, text: textOf(job, { work, notices, held }, before) };
}

function textOf(job: Job, { work, notices, held }: Live, before: number | null): string {
  switch (job.state) {
    case 'waiting':
      return held ?? waitingText(job, before ?? 0);
    case 'running':
      return work && hasBegun(work) ? workText(work) : (notices.at(-1) ?? '正在准备');
    case 'done':
      return job.result ? resultText(job.result) : '已完成';
    case 'failed':
      return job.error ?? '未完成';
    case 'cancelled':
      return '已取消';
  }
}

function waitingText({ kind, startedAt }: Job, before: number): string {
  const paused = kind === 'night' && startedAt !== null ? '夜间取证已暂停，稍后从断点继续；' : '';
  return `${paused}${before === 0 ? '排队中，即将开始' : `排队中，前面还有${before}项`}`;
}

/** A crawl may have to wait for its hours before the first page. */
const hasBegun = ({ stage, done, left }: WorkProgress): boolean => stage !== 'crawl' || done + left > 0;

function workText({ stage, done, left, perSecond, reading }: WorkProgress): string {
  if (stage === 'report') return '正在生成报告';
  if (stage === 'audit') return reading === '' ? '正在判定' : `正在判定：${reading}`;
  const pages = `正在取证：已读${done}页，待读${left}页`;
  return perSecond > 0 ? `${pages}，每秒${perSecond.toFixed(1)}页` : pages;
}

function resultText({ captures, unreadable, fails, advisories, inconclusive, outcome, text }: JobResult): string {
  if (outcome) return text ? `${RECHECK_OUTCOMES[outcome]}：${text}` : RECHECK_OUTCOMES[outcome];
  const unread = unreadable > 0 ? `（${unreadable}页未能读取）` : '';
  return `已完成：读取${captures}页${unread}，发现问题${fails}项、提醒${advisories}项，未能判定${inconclusive}项`;
}
