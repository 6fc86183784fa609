import type { CaptureRepository } from './captures.ts';
import type { Commit, Step } from './commit.ts';
import type { EvidenceCases } from './evidence-cases.ts';
import type { EvidenceLedger } from './evidence-ledger.ts';
import type { PageEventRepository } from './page-events.ts';
import type { PageRepository } from './pages.ts';
import type { Reconciled } from './reconcile.ts';
import type { RunCost, RunRepository } from './runs.ts';
import type { TaskDraft, TaskRepository } from './tasks.ts';

export type { Commit, Step };

/** What xunjian remembers beside the evidence files. */
export interface Store {
  readonly runs: RunRepository;
  readonly tasks: TaskRepository;
  readonly captures: CaptureRepository;
  readonly pages: PageRepository;
  readonly events: PageEventRepository;
  /** For comparing evidence and index. */
  readonly ledger: EvidenceLedger;
  /** For exporting a case. */
  readonly cases: EvidenceCases;
  /** Bytes up to which each evidence file is committed, by `evidence/FILE`. */
  committed(): Promise<ReadonlyMap<string, number>>;
  /**
   * Writes steps in one transaction; to be called once the records that they name are on the disk. Returns how many
   * children of each step were new. Throws UserError (storage) on a full disk.
   */
  commit(commit: Commit): Promise<readonly number[]>;
  /** Takes documents that no list names any more off the lists; returns them, to be looked at once more. */
  unlist(reconciled: Reconciled): Promise<readonly TaskDraft[]>;
  /**
   * Ends a run of which every task is done, with what it has cost since the last commit. Where `arrivals` says what is
   * compared, new documents are noted, and which of them are old ones at a new address. All of it or nothing.
   */
  finish(end: {
    readonly runId: string;
    /** ISO instant, UTC. */
    readonly finishedAt: string;
    readonly cost: RunCost;
    readonly arrivals: Reconciled | null;
  }): Promise<void>;
  close(): Promise<void>;
}
