/** Points a unit loses in a quarter for one group of findings. */
export interface Deduction {
  readonly unit: string;
  readonly group: string;
  readonly points: number;
  /** Ids of the verdicts behind it, at least one; none where a register alone is the ground (provincial-loss). */
  readonly verdicts: readonly string[];
}

/** A unit's quarter. `total` = base + coverage − deducted, at least 0. */
export interface Scorecard {
  readonly unit: string;
  readonly base: number;
  readonly coverage: number;
  /** Whether an inspector entered the coverage, or the program suggests it. */
  readonly coverageFrom: 'register' | 'suggested';
  readonly deducted: number;
  readonly total: number;
  /** Points that verdicts still inconclusive could cost, in groups not yet deducted. */
  readonly open: number;
}
