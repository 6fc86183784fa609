import type { Period } from '../model/period.ts';
import { exactPoints, sumPoints } from '../model/points.ts';
import type { Registers } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Deduction, KeyColumns, Scorecard } from '../model/score.ts';
import type { Verdict } from '../model/verdict.ts';
import { coveragePoints } from './coverage.ts';
import { type GroupIndex, groupIndex } from './groups.ts';
import { openGroups } from './open-groups.ts';
import { type PointGrounds, pointsOf } from './points.ts';
import { tallyBy } from './tally.ts';

/** The group of the one deduction that no check makes: a loss in the provincial test. */
const PROVINCIAL_LOSS = 'provincial-loss';

export interface ScoreInput {
  /** Ids of the units in scope, in the order of targets.yaml; verdicts of others are left aside. */
  readonly units: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly registers: Pick<Registers, 'submissions' | 'tasks' | 'coverage' | 'provincial-loss'>;
  readonly rulebook: Rulebook;
  /** The quarter assessed. */
  readonly period: Period;
  /** Key columns by unit id; used only where the register has no coverage for the unit. */
  readonly keyColumns: ReadonlyMap<string, KeyColumns>;
  /** Ids of verdicts that the last published bulletin told of and that should have been put right by now. */
  readonly unrectified: ReadonlySet<string>;
  /** What inspectors decided that findings cost, by verdict id; all others cost what the rulebook says. */
  readonly prices?: ReadonlyMap<string, number>;
}

const NO_PRICES: ReadonlyMap<string, number> = new Map();

/**
 * A quarter's deductions and scorecards (contract, section 8 «Points»). Only a `fail` that is neither advisory nor an
 * alert costs points, in the group of the rulebook that names its message, once per group, unit and quarter. A loss in
 * the provincial test takes what is left. Pure, and independent of the order of the verdicts: deductions come by unit,
 * then in the rulebook's order. Of a group in which an inspector set other points for some findings, the dearest counts:
 * those points, or what the rulebook says of the rest.
 */
export function score(input: ScoreInput): { deductions: Deduction[]; scores: Scorecard[] } {
  const index = groupIndex(input.rulebook);
  const byUnit = new Map<string, Verdict[]>(input.units.map((unit) => [unit, []]));
  for (const verdict of input.verdicts) byUnit.get(verdict.unit)?.push(verdict);
  const results = [...byUnit].map(([unit, verdicts]) => scoreUnit(unit, verdicts, index, input));
  return {
    deductions: results.flatMap((result) => result.deductions),
    scores: results.map((result) => result.card),
  };
}

function scoreUnit(unit: string, verdicts: readonly Verdict[], index: GroupIndex, input: ScoreInput) {
  const { rulebook, registers, period, keyColumns, unrectified, prices = NO_PRICES } = input;
  const grounds: PointGrounds = { ...registers, unrectified };
  const { open: openCoverage, ...coverage } = coveragePoints(unit, period, registers, rulebook, keyColumns.get(unit));
  const charged = tallyBy(verdicts, index.charged);
  const unpriced = tallyBy(
    verdicts.filter(({ id }) => !prices.has(id)),
    index.charged,
  );
  const deductions = rulebook.groups.flatMap(({ id }): Deduction[] => {
    const tally = charged.get(id);
    if (!tally) return [];
    const rest = unpriced.get(id);
    const decided = tally.verdicts.map((verdict) => prices.get(verdict) ?? 0);
    const points = Math.max(rest ? pointsOf(unit, rest, period, grounds) : 0, ...decided);
    return points > 0 ? [{ unit, group: id, points, verdicts: tally.verdicts }] : [];
  });

  const whole = rulebook.base + coverage.coverage;
  const left = Math.max(0, exactPoints(whole - deductedIn(deductions)));
  const isLost = registers['provincial-loss']?.some((row) => row.unit === unit && row.period.id === period.id) ?? false;
  if (isLost) deductions.push({ unit, group: PROVINCIAL_LOSS, points: left, verdicts: [] });

  const total = isLost ? 0 : left;
  const undecided = openGroups(unit, verdicts, index, { period, grounds }).map(({ points }) => points);
  const card: Scorecard = {
    unit,
    base: rulebook.base,
    ...coverage,
    deducted: deductedIn(deductions),
    total,
    open: Math.min(total, sumPoints([...undecided, openCoverage])),
  };
  return { deductions, card };
}

const deductedIn = (deductions: readonly Deduction[]): number => sumPoints(deductions.map(({ points }) => points));
