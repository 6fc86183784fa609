import type { Audit } from '../model/audit.ts';
import { parsePeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { YearCard } from '../model/score.ts';
import type { UnreadPart } from '../model/unread.ts';
import { findingsOf, type Pictures, unitOf } from './findings.ts';
import { groupBy } from './group-by.ts';
import { NO_HISTORY, type ReportHistory } from './history.ts';
import { rankings } from './ranking.ts';
import { rectificationOf } from './rectification.ts';
import type { ReportModel, UnitReport } from './report-model.ts';
import { submissionsOf } from './submissions.ts';
import { runOf, summarise } from './summarise.ts';
import { trendOf } from './trend.ts';
import { answersOf } from './unit-answers.ts';
import { unreadOf } from './unread.ts';
import { quarterName } from './words.ts';

export interface ReportSources {
  readonly audit: Audit;
  /** What could not be read on the way to the audit, whether or not a verdict rests on it. */
  readonly unread: readonly UnreadPart[];
  readonly rulebook: Rulebook;
  /** For names, column names, addresses and the time zone. */
  readonly plan: Plan;
  readonly pictures?: Pictures;
  /** None without it. */
  readonly history?: ReportHistory;
  /** The days of the bulletin; without them it is a draft. */
  readonly publication?: ReportModel['publication'];
  readonly year?: readonly YearCard[] | null;
  /** Titles of the checks by id; without a title its id is shown. */
  readonly checks?: ReadonlyMap<string, string>;
}

/** Arranges an audit for its readers. Pure: the same sources give the same report. */
export function buildReport(sources: ReportSources): ReportModel {
  const { audit, unread, rulebook, plan, pictures = new Map(), history = NO_HISTORY, publication = null } = sources;
  const { year = null, checks = new Map() } = sources;
  const tracked = new Map(history.findings.map((finding) => [finding.id, finding]));
  const verdictsBy = groupBy(audit.verdicts, (verdict) => verdict.unit);
  const partsBy = groupBy(unread, (part) => part.unit);
  const deductionsBy = groupBy(audit.deductions, (deduction) => deduction.unit);
  const audited = new Map(audit.units.map((unit) => [unit.id, unitOf(plan, unit)]));
  const withoutAddress = audit.units.filter(({ id }) =>
    plan.units.some((unit) => unit.id === id && unit.columns.length === 0),
  );
  const uninspected = new Set(withoutAddress.map(({ id }) => id));
  const tables = rankings(audit, uninspected);

  const units = tables
    .flatMap((table) => table.rows)
    .flatMap(({ unit: id, score }): UnitReport[] => {
      const unit = audited.get(id);
      if (!unit) return [];
      const verdicts = verdictsBy.get(id) ?? [];
      return [
        {
          id,
          name: unit.name,
          kind: unit.kind,
          order: audit.units.findIndex((one) => one.id === id),
          score,
          inspected: !uninspected.has(id),
          ...findingsOf(unit, verdicts, deductionsBy.get(id) ?? [], rulebook, pictures, tracked),
          unsettled: verdicts.filter((verdict) => verdict.verdict === 'inconclusive').length,
          settled: verdicts.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail').length,
          answers: answersOf(verdicts, deductionsBy.get(id) ?? [], checks),
        },
      ];
    });

  const quarter = parsePeriod(audit.period);
  return {
    district: audit.district,
    quarter: quarter ? quarterName(quarter) : audit.period,
    asOf: audit.asOf,
    timeZone: plan.timeZone,
    rulebook: { title: rulebook.title, base: rulebook.base, coverageMax: rulebook.coverageMax },
    run: runOf(audit),
    summary: summarise(audit, rulebook, units),
    rankings: tables,
    units,
    unread: audit.units.flatMap(({ id, name }) => {
      const verdicts = verdictsBy.get(id) ?? [];
      const parts = partsBy.get(id) ?? [];
      const reasons = unreadOf(uninspected.has(id) ? verdicts.filter(isReachable) : verdicts, parts);
      return reasons.length > 0 ? [{ id, name, reasons }] : [];
    }),
    rectification: rectificationOf({ audit, ...history }),
    trend: trendOf(history.quarters),
    ...{ year, checks },
    publication,
    submissions: quarter ? submissionsOf(history.submissions, quarter, audit.units) : null,
    withoutAddress: withoutAddress.map(({ name }) => name),
  };
}

/** False for what a unit without any address is named for in a list of its own. */
const isReachable = ({ reason }: Audit['verdicts'][number]): boolean => reason !== 'no-address';
