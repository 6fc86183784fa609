/** Work for the one crawler. `audit`: the evidence that is there is judged anew, for registers or rules that were changed. */
export const JOB_KINDS = {
  night: '夜间取证',
  audit: '重新判定',
  'self-check': '单位自查',
  recheck: '整改复查',
} as const;
export type JobKind = keyof typeof JOB_KINDS;

export const JOB_STATES = {
  waiting: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '未完成',
  cancelled: '已取消',
} as const;
export type JobState = keyof typeof JOB_STATES;

/** What came of a job. */
export interface JobResult {
  readonly captures: number;
  /** How many of them could not be read. */
  readonly unreadable: number;
  /** Findings seen, advisories not counted, and what could not be settled. */
  readonly fails: number;
  readonly advisories: number;
  readonly inconclusive: number;
  /** Of a re-check: what became of the finding, and in Chinese what is in order now, still wrong, or why it is not known. */
  readonly outcome?: RecheckOutcome;
  readonly text?: string;
}

/** `unread`: it could not be looked at, so that nothing is known. */
export const RECHECK_OUTCOMES = { fixed: '已整改', 'not-fixed': '尚未整改', unread: '未能读取' } as const;
export type RecheckOutcome = keyof typeof RECHECK_OUTCOMES;

/** Instants are epoch milliseconds. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** Null: the whole district. */
  readonly unit: string | null;
  /** Id of the finding that is looked at again. */
  readonly finding: string | null;
  readonly state: JobState;
  /** Id of the account; null for the schedule. */
  readonly requestedBy: string | null;
  readonly requestedAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly result: JobResult | null;
  /** In Chinese: what went wrong and what to do. */
  readonly error: string | null;
}
