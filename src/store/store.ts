import type { CaptureDraft } from './capture-row.ts';
import type { CaptureRepository } from './captures.ts';
import type { RunRepository } from './runs.ts';
import type { TaskDraft, TaskRepository } from './tasks.ts';

/** All that becomes known with one task; goes into the database whole or not at all. */
export interface Step {
  readonly runId: string;
  /** Null for what belongs to the run as a whole, such as robots.txt. */
  readonly task: number | null;
  /** `done`, or `retry`: the task goes back with one more try counted. */
  readonly outcome: 'done' | 'retry';
  readonly captures: readonly CaptureDraft[];
  readonly children: readonly TaskDraft[];
}

/** What xunjian remembers beside the evidence files. */
export interface Store {
  readonly runs: RunRepository;
  readonly tasks: TaskRepository;
  readonly captures: CaptureRepository;
  /** Bytes up to which each evidence file is committed, by `evidence/FILE`. */
  committed(): Promise<ReadonlyMap<string, number>>;
  /**
   * Writes steps and the lengths of the evidence files that hold their records in one transaction; to be called once
   * those records are on the disk. Returns how many children of each step were new. Throws UserError (storage) on a full disk.
   */
  commit(steps: readonly Step[], lengths: ReadonlyMap<string, number>): Promise<readonly number[]>;
  close(): Promise<void>;
}
