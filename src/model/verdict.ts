import type { Ref } from './evidence.ts';
import type { Topic } from './topic.ts';
import type { NotApplicable, Why } from './why.ts';

export type VerdictKind = 'pass' | 'fail' | 'inconclusive' | 'not-applicable';
export type ColumnState = 'conforming' | 'defective' | 'no-event' | 'empty' | 'unreadable';

/** The clause that a rule rests on. */
export interface Basis {
  readonly document: string;
  readonly clause: string;
}

/** What a check says about one subject. Field for field the contract's JSON (section 6). */
export interface Verdict {
  /** Stable across nights: made of unit, check, message, topic and subject. */
  readonly id: string;
  readonly unit: string;
  readonly check: string;
  readonly topic: Topic;
  /** URL of the column judged; null where the unit has none. */
  readonly column: string | null;
  readonly subject: string;
  readonly verdict: VerdictKind;
  /** The message of a fail, or the one that a pass, inconclusive or not-applicable verdict answers; null where the check asks one question only. */
  readonly message: string | null;
  /** A fail that costs nothing. */
  readonly advisory: boolean;
  /** A fail whose group must be told the same day and is never charged automatically. */
  readonly alert?: true;
  readonly state: ColumnState | null;
  readonly text: string;
  readonly fix: string | null;
  readonly basis: readonly Basis[];
  readonly reason: Why | NotApplicable | null;
  readonly evidence: readonly Ref[];
}
