import type { Job, JobKind, JobResult } from '../../model/job.ts';

/** What a job is doing. */
export const JOB_STAGES = { crawl: '取证', audit: '判定', report: '报告' } as const;
export type JobStage = keyof typeof JOB_STAGES;

/** How far a stage has come: pages of a crawl, units of an audit. */
export interface WorkProgress {
  readonly stage: JobStage;
  readonly done: number;
  readonly left: number;
  /** Pages a second; 0 where nothing is counted by time. */
  readonly perSecond: number;
  /** What is being read: an address, or the name of a unit; '' for nothing yet. */
  readonly reading: string;
}

/** What the work of a job is given. */
export interface JobTools {
  /** Aborting it stops the work so that it can be gone on with. */
  readonly signal: AbortSignal;
  readonly show: (progress: WorkProgress) => void;
  /** Tells, in Chinese, what people should know meanwhile. */
  readonly notice: (line: string) => void;
}

/** Does a job; null where it was stopped and is to be gone on with. Throws UserError as the use case that it runs. */
export type JobWork = (job: Job, tools: JobTools) => Promise<JobResult | null>;
export type JobWorks = Readonly<Record<JobKind, JobWork>>;
