import type { PublishedBulletin } from '../model/bulletin.ts';
import type { TrackedFinding } from '../model/finding.ts';
import type { QuarterResult } from '../model/quarter.ts';
import type { FeedbackRow, SubmissionRow } from '../model/register.ts';

/** What is known beside one audit: earlier nights, earlier quarters, the last bulletin, and tables kept by people. */
export interface ReportHistory {
  readonly findings: readonly TrackedFinding[];
  readonly quarters: readonly QuarterResult[];
  /** By unit. */
  readonly bulletin: ReadonlyMap<string, PublishedBulletin>;
  readonly submissions: readonly SubmissionRow[] | null;
  readonly feedback: readonly FeedbackRow[] | null;
}

export const NO_HISTORY: ReportHistory = {
  findings: [],
  quarters: [],
  bulletin: new Map(),
  submissions: null,
  feedback: null,
};
