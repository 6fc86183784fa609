import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { Job } from '../../model/job.ts';
import type { Column, Unit } from '../../model/plan.ts';
import type { Scorecard } from '../../model/score.ts';
import type { ColumnState, Verdict } from '../../model/verdict.ts';
import type { Console } from './console.ts';
import type { ListedFinding } from './find-findings.ts';
import type { Quarter } from './quarter.ts';
import { NotAllowed, NotThere } from './refusals.ts';

/** Findings of a unit that are there, by what they cost. */
export interface FindingCounts {
  readonly charged: number;
  readonly pending: number;
  readonly advisories: number;
}

export interface UnitLine extends FindingCounts {
  readonly unit: Unit;
  readonly card: Scorecard;
  /** Its newest self-check; null before any. */
  readonly selfCheck: Job | null;
}

/** Jobs looked through for the newest self-check of every unit. */
const JOBS_SEEN = 1000;

/** The units of a quarter, in the order of targets.yaml. Throws NotAllowed, NotThere. */
export async function unitLines(
  { board, store }: Console,
  actor: Actor,
  period?: string,
): Promise<{ readonly quarter: Quarter; readonly lines: readonly UnitLine[] }> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await board.quarter(period);
  const counts = countsByUnit(quarter);
  const checks = new Map<string | null, Job>();
  for (const job of await store.jobs.recent(JOBS_SEEN))
    if (job.kind === 'self-check' && !checks.has(job.unit)) checks.set(job.unit, job);
  const lines = quarter.units.map((unit) => ({
    ...{ unit, card: quarter.unit(unit.id).card, selfCheck: checks.get(unit.id) ?? null },
    ...(counts.get(unit.id) ?? { charged: 0, pending: 0, advisories: 0 }),
  }));
  return { quarter, lines };
}

function countsByUnit(quarter: Quarter): ReadonlyMap<string, FindingCounts> {
  const counts = new Map(quarter.units.map(({ id }) => [id, { charged: 0, pending: 0, advisories: 0 }]));
  for (const finding of quarter.findings) {
    const count = counts.get(finding.unit);
    if (!count || !finding.isThere) continue;
    const { standing } = quarter.said(finding);
    if (standing === 'rejected') continue;
    if (finding.group === null || standing === 'advised') count.advisories += 1;
    else count.charged += 1;
    if (finding.group !== null && standing === 'pending') count.pending += 1;
  }
  return counts;
}

/** A column, what the quarter's audit says of it, and what it says that of. */
export interface ColumnView {
  readonly column: Column;
  /** Null where no question about it was asked yet. */
  readonly state: ColumnState | null;
  /** Answers that are not simply right. */
  readonly verdicts: readonly Verdict[];
}

export interface UnitView {
  readonly quarter: Quarter;
  readonly unit: Unit;
  readonly card: Scorecard;
  readonly columns: readonly ColumnView[];
  /** What is there, dearest first. */
  readonly findings: readonly ListedFinding[];
  readonly selfCheck: Job | null;
}

/** One unit with its columns and findings. Throws NotThere where there is no such unit or it is another's. */
export async function unitView(
  { board, store }: Console,
  actor: Actor,
  of: { readonly unit: string; readonly period?: string | undefined },
): Promise<UnitView> {
  if (!seesUnit(actor, of.unit)) throw new NotThere();
  const quarter = await board.quarter(of.period);
  const unit = quarter.units.find(({ id }) => id === of.unit);
  if (!unit) throw new NotThere();
  const { card, verdicts } = quarter.unit(unit.id);
  const byColumn = new Map<string | null, Verdict[]>();
  for (const verdict of verdicts) byColumn.set(verdict.column, [...(byColumn.get(verdict.column) ?? []), verdict]);
  const fails = verdicts.filter(({ verdict }) => verdict === 'fail');
  const findings = fails.flatMap(({ id }): ListedFinding[] => {
    const finding = quarter.byId(id);
    return finding ? [{ ...finding, said: quarter.said(finding), cost: quarter.costOf(finding) }] : [];
  });
  const jobs = await store.jobs.of(unit.id, JOBS_SEEN);
  return {
    ...{ quarter, unit, card },
    columns: unit.columns.map((column) => columnView(column, byColumn.get(column.url) ?? [])),
    findings: findings.sort((one, other) => other.cost - one.cost),
    selfCheck: jobs.find(({ kind }) => kind === 'self-check') ?? null,
  };
}

/** The first that any question left a column in: what was found wrong stays so, whatever else could not be read. */
const STATES: readonly ColumnState[] = ['defective', 'empty', 'unreadable', 'no-event', 'conforming'];

function columnView(column: Column, verdicts: readonly Verdict[]): ColumnView {
  const states = new Set(verdicts.map(({ state }) => state));
  return {
    column,
    state: STATES.find((state) => states.has(state)) ?? null,
    verdicts: verdicts.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive'),
  };
}
