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
  | { readonly nothingValid: true; readonly points: number }
  /** Where the last published bulletin had told of one of the findings, and the time for putting it right is over. */
  | { readonly unrectified: true; readonly points: number };

/** One of the items of the year-end assessment. */
export interface YearItem {
  readonly id: string;
  readonly title: string;
  readonly kind: 'deduction' | 'bonus';
  /** The most that the item can take or give. */
  readonly max: number;
  /** Why the item counts for nothing under these rules; rows for it are shown as not counted. */
  readonly off?: string;
  readonly basis: readonly Basis[];
}

/** How a year is reckoned: points for its four quarters together, points of the year-end assessment, and its items. */
export interface YearRules {
  readonly quarters: number;
  readonly yearEnd: number;
  readonly items: readonly YearItem[];
}

/** The versioned table of groups, points, deadlines and clauses. */
export interface Rulebook {
  readonly id: string;
  readonly title: string;
  /** Points of a quarter before coverage and deductions. */
  readonly base: number;
  readonly coverageMax: number;
  readonly groups: readonly RulebookGroup[];
  /** Not there where the rulebook scores quarters only. */
  readonly year?: YearRules;
  /** Parameters of checks by check id, validated by the check's own schema. */
  readonly params: Readonly<Record<string, unknown>>;
}
