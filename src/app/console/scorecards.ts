import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { Decision } from '../../model/decision.ts';
import type { Unit } from '../../model/plan.ts';
import type { RulebookGroup } from '../../model/rulebook.ts';
import type { Deduction } from '../../model/score.ts';
import type { Verdict } from '../../model/verdict.ts';
import { rankings } from '../../report/ranking.ts';
import type { Ranking } from '../../report/report-model.ts';
import { groupTitle } from '../../report/summarise.ts';
import { suggestedCoverage } from '../../score/coverage.ts';
import { groupIndex } from '../../score/groups.ts';
import { type OpenGroup, openGroups } from '../../score/open-groups.ts';
import type { Console } from './console.ts';
import type { ListedFinding } from './find-findings.ts';
import type { Quarter, UnitQuarter } from './quarter.ts';
import { NotAllowed, NotThere } from './refusals.ts';

/** The ranked tables of a quarter as inspectors left it, and what the audit had proposed. */
export interface Scorecards {
  readonly quarter: Quarter;
  readonly rankings: readonly Ranking[];
  /** Total by unit as the audit proposed it. */
  readonly proposed: ReadonlyMap<string, number>;
}

/** Throws NotAllowed, NotThere. */
export async function scorecards({ board }: Console, actor: Actor, period?: string): Promise<Scorecards> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await board.quarter(period);
  const { units } = quarter.sources.audit;
  const cards = units.map(({ id }) => quarter.unit(id));
  return {
    quarter,
    rankings: rankings({ units, scores: cards.map(({ card }) => card) }, uninspected(quarter)),
    proposed: new Map(cards.map(({ proposed }) => [proposed.card.unit, proposed.card.total])),
  };
}

/** Units without any address: their total says nothing yet. */
const uninspected = (quarter: Quarter): ReadonlySet<string> =>
  new Set(quarter.units.filter(({ columns }) => columns.length === 0).map(({ id }) => id));

/** One deduction, and what it rests on. */
export interface DeductionLine {
  readonly deduction: Deduction;
  readonly title: string;
  /** Null for what no group of the rulebook stands behind (a provincial loss). */
  readonly group: RulebookGroup | null;
  /** What the audit proposed for it; null where it proposed nothing else. */
  readonly proposed: number | null;
  readonly findings: readonly ListedFinding[];
}

/** A finding that costs something else than the audit proposed, or nothing, since an inspector decided so. */
export interface SparedFinding {
  readonly finding: ListedFinding;
  readonly decision: Decision;
}

/** Points that are still open, and the questions that keep them so. */
export interface OpenLine extends Pick<OpenGroup, 'points'> {
  readonly title: string;
  readonly verdicts: readonly Verdict[];
}

export interface ScorecardView extends UnitQuarter {
  readonly quarter: Quarter;
  readonly unit: Pick<Unit, 'id' | 'name'>;
  /** False for a unit without any address. */
  readonly isInspected: boolean;
  readonly lines: readonly DeductionLine[];
  readonly spared: readonly SparedFinding[];
  readonly open: readonly OpenLine[];
  /** How much of the suggested coverage rests on columns that nobody could read. */
  readonly openCoverage: number;
  /** The unit's totals over the quarters, oldest first. */
  readonly history: readonly { readonly period: string; readonly total: number; readonly deducted: number }[];
}

/** How each point of a unit's quarter came about. Throws NotThere where there is no such unit or it is another's. */
export async function scorecard(
  { board, inspection }: Console,
  actor: Actor,
  of: { readonly unit: string; readonly period?: string | undefined },
): Promise<ScorecardView> {
  if (!seesUnit(actor, of.unit)) throw new NotThere();
  const quarter = await board.quarter(of.period);
  const { audit, rulebook } = quarter.sources;
  const unit = audit.units.find(({ id }) => id === of.unit);
  if (!unit) throw new NotThere();
  const points = quarter.unit(unit.id);
  const { coverageFrom, keyColumns } = points.card;
  const quarters = (await inspection.quarters.all()).filter(({ period }) => period <= quarter.period.id);
  return {
    ...{ quarter, unit, ...points },
    isInspected: !uninspected(quarter).has(unit.id),
    lines: points.deductions.map((deduction) => lineOf(quarter, deduction, points.proposed.deductions)),
    spared: sparedOf(quarter, unit.id),
    open: openOf(quarter, unit.id, points.verdicts),
    openCoverage: coverageFrom === 'suggested' ? suggestedCoverage(keyColumns, rulebook).open : 0,
    history: quarters.flatMap(({ period, scores }) => {
      const isThis = period === quarter.period.id;
      const card = isThis ? points.card : scores.find((one) => one.unit === unit.id);
      return card ? [{ period, total: card.total, deducted: card.deducted }] : [];
    }),
  };
}

function lineOf(quarter: Quarter, deduction: Deduction, proposed: readonly Deduction[]): DeductionLine {
  const { rulebook } = quarter.sources;
  const before = proposed.find(({ group }) => group === deduction.group)?.points ?? 0;
  return {
    deduction,
    title: groupTitle(rulebook, deduction.group),
    group: rulebook.groups.find(({ id }) => id === deduction.group) ?? null,
    proposed: before === deduction.points ? null : before,
    findings: deduction.verdicts.flatMap((id) => listed(quarter, id)),
  };
}

function listed(quarter: Quarter, id: string): readonly ListedFinding[] {
  const finding = quarter.byId(id);
  return finding ? [{ ...finding, said: quarter.said(finding), cost: quarter.costOf(finding) }] : [];
}

function sparedOf(quarter: Quarter, unit: string): readonly SparedFinding[] {
  const fails = quarter.verdictsOn(unit).filter(({ verdict }) => verdict === 'fail');
  return fails.flatMap(({ id }) =>
    listed(quarter, id).flatMap((finding) => {
      const { decision } = finding.said;
      return decision && decision.kind !== 'accepted' ? [{ finding, decision }] : [];
    }),
  );
}

function openOf(quarter: Quarter, unit: string, verdicts: readonly Verdict[]): readonly OpenLine[] {
  const { rulebook, registers, unrectified } = quarter.sources;
  const grounds = { ...registers, unrectified };
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return openGroups(unit, verdicts, groupIndex(rulebook), { period: quarter.period, grounds }).map(
    ({ group, points, verdicts: ids }) => ({
      ...{ points, title: groupTitle(rulebook, group) },
      verdicts: ids.flatMap((id) => byId.get(id) ?? []),
    }),
  );
}
