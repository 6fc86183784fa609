import type { CivilDate } from './civil-date.ts';
import type { UnitKind } from './plan.ts';
import type { Deduction, Scorecard } from './score.ts';
import type { Verdict } from './verdict.ts';

/** The result of `xunjian audit`, field for field the contract's JSON (section 6). */
export interface Audit {
  readonly schema: 'xunjian.audit/1';
  readonly district: string;
  readonly asOf: CivilDate;
  /** The quarter, `2023Q2`. */
  readonly period: string;
  readonly units: readonly { readonly id: string; readonly name: string; readonly kind: UnitKind }[];
  readonly run: {
    readonly id: string;
    readonly startedAt: string;
    readonly captures: number;
    readonly unreadable: number;
  };
  readonly verdicts: readonly Verdict[];
  readonly deductions: readonly Deduction[];
  readonly scores: readonly Scorecard[];
}
