import type { Basis } from './verdict.ts';

/** One line of the assessment measures: what a group of messages costs, once per unit and quarter. */
export interface RulebookGroup {
  readonly id: string;
  /** As the bulletin words it. */
  readonly title: string;
  readonly points: number;
  /** Dearer cases; the dearest that holds takes the place of `points`. */
  readonly steps?: readonly RulebookStep[];
  /** True: never charged, only pointed out. */
  readonly advisory: boolean;
  /** `check/message` of every verdict that belongs here. */
  readonly messages: readonly string[];
  readonly basis: readonly Basis[];
}

export type RulebookStep =
  /** From this many different messages of the group on. */
  | { readonly problems: number; readonly points: number }
  /** Where the submissions register has nothing valid in the whole quarter. */
  | { readonly nothingValid: true; readonly points: number };

/** The versioned table of groups, points, deadlines and clauses. */
export interface Rulebook {
  readonly id: string;
  readonly title: string;
  /** Points of a quarter before coverage and deductions. */
  readonly base: number;
  readonly coverageMax: number;
  readonly groups: readonly RulebookGroup[];
  /** Parameters of checks by check id, validated by the check's own schema. */
  readonly params: Readonly<Record<string, unknown>>;
}
