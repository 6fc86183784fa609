import type { CivilDate } from './civil-date.ts';
import type { RecheckOutcome } from './job.ts';

/** What a unit reports on one finding of a bulletin: that it was put right, how and where. Instants are ISO, UTC. */
export interface Feedback {
  readonly id: number;
  /** The quarter whose bulletin named the finding. */
  readonly period: string;
  readonly finding: string;
  readonly unit: string;
  readonly text: string;
  /** Address of the page as it is now; null where none is named. */
  readonly link: string | null;
  readonly byName: string;
  readonly at: string;
  /** The day as the inspection counts it: what `feedback-late` goes by. */
  readonly on: CivilDate;
  /** What the re-check saw; null before it. */
  readonly recheck: Recheck | null;
}

export interface Recheck {
  readonly outcome: RecheckOutcome;
  readonly text: string;
  readonly at: string;
}
