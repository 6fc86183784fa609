/** Points a unit loses in a quarter for one group of findings. */
export interface Deduction {
  readonly unit: string;
  readonly group: string;
  readonly points: number;
  /** Ids of the verdicts behind it, at least one; none where a register alone is the ground (provincial-loss). */
  readonly verdicts: readonly string[];
}

/** What the evidence says of one unit's key columns in the quarter. The rest of `total` was read and had nothing. */
export interface KeyColumns {
  readonly total: number;
  /** With a valid document published in the quarter. */
  readonly updated: number;
  /** Not read whole, and nothing of the quarter seen in what was read. */
  readonly unread: number;
}

/** A unit's quarter. `total` = base + coverage − deducted, at least 0. */
export interface Scorecard {
  readonly unit: string;
  readonly base: number;
  readonly coverage: number;
  /** Whether an inspector entered the coverage, or the program suggests it. */
  readonly coverageFrom: 'register' | 'suggested';
  /** What a suggestion is made of; the rest of `total` was read and showed nothing of the quarter. */
  readonly keyColumns?: KeyColumns;
  readonly deducted: number;
  readonly total: number;
  /** Points that verdicts still inconclusive could cost, in groups not yet deducted. */
  readonly open: number;
}

/**
 * One quarter in a year's score. `running`: its last audit came before its end. `missing`: the unit existed and no audit
 * is on record, which is not zero points.
 */
export type YearQuarter =
  | { readonly period: string; readonly state: 'scored' | 'running'; readonly total: number; readonly open: number }
  | { readonly period: string; readonly state: 'missing' | 'not-assessed' };

/** What an item of the year-end assessment came to. */
export interface YearItemPoints {
  readonly item: string;
  /** Below zero for a deduction; within the item's limit. */
  readonly points: number;
  /** As entered, before the limit. */
  readonly entered: number;
}

/** A unit's year. */
export interface YearCard {
  readonly unit: string;
  readonly year: number;
  readonly quarters: readonly YearQuarter[];
  /** Points for the quarters together, by the mean of those on record; null where there is none. */
  readonly daily: number | null;
  readonly items: readonly YearItemPoints[];
  readonly yearEnd: number;
  /** Null as long as a quarter is missing or running. */
  readonly total: number | null;
  /** What open verdicts of the quarters could still take. */
  readonly open: number;
  /** Rows of the bonus register that count for nothing, each with the reason. */
  readonly uncounted: readonly { readonly item: string; readonly points: number; readonly why: string }[];
}
