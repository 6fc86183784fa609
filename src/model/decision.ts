import type { CivilDate } from './civil-date.ts';
import type { TrackedFinding } from './finding.ts';

/**
 * What an inspector decided on a finding of a quarter. `accepted`: it counts as proposed. `rejected`: it is no finding.
 * `advised`: it is pointed out and costs nothing. `repriced`: it costs other points than the rulebook says.
 */
export const DECISION_KINDS = {
  accepted: '已确认',
  rejected: '不予认定',
  advised: '改为提醒',
  repriced: '调整分值',
} as const;
export type DecisionKind = keyof typeof DECISION_KINDS;

/** Where a finding stands in its quarter: not decided on yet, or as decided. */
export const STANDINGS = { pending: '待审核', ...DECISION_KINDS } as const;
export type Standing = keyof typeof STANDINGS;

/** The one decision on a finding that counts. */
export interface Decision {
  /** `2023Q2`. */
  readonly period: string;
  /** Id of the finding. */
  readonly finding: string;
  readonly unit: string;
  readonly kind: DecisionKind;
  /** Points that the finding costs instead; of `repriced` only. */
  readonly points: number | null;
  /** '' only for what was accepted. */
  readonly reason: string;
  /** Id and name of the account. */
  readonly by: string;
  readonly byName: string;
  /** ISO instant, UTC. */
  readonly at: string;
  /** The day as the inspection counts it. */
  readonly on: CivilDate;
  /** Number of its entry in the log: who decides anew names the one that he saw. */
  readonly version: number;
}

/**
 * Whether a decision still answers the finding: one that was seen to be gone and came back after it is another matter,
 * and is looked at anew.
 */
export const answers = (
  { on }: Pick<Decision, 'on'>,
  finding: Pick<TrackedFinding, 'state' | 'since'> | undefined,
): boolean => !(finding?.state === 'returned' && finding.since > on);
