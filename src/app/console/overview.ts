import { type Actor, may } from '../../model/account.ts';
import { STANDINGS, type Standing } from '../../model/decision.ts';
import { sumPoints } from '../../model/points.ts';
import type { GroupSum } from '../../report/report-model.ts';
import { groupSums } from '../../report/summarise.ts';
import { type TrendPoint, trendOf } from '../../report/trend.ts';
import type { Console } from './console.ts';
import type { Quarter } from './quarter.ts';
import type { QuarterFinding } from './quarter-finding.ts';
import { NotAllowed } from './refusals.ts';

/** Where a quarter stands. */
export interface Overview {
  readonly quarter: Quarter;
  /** Findings that are there and cost points, by what was decided on them. */
  readonly charged: Readonly<Record<Standing, number>>;
  readonly advisories: number;
  /** What must be told the same day. */
  readonly alerts: number;
  /** Seen for the first time, or again, on the newest night. */
  readonly fresh: readonly QuarterFinding[];
  readonly fixed: number;
  readonly objections: number;
  /** Questions that could not be settled, of how many units. */
  readonly unsettled: { readonly questions: number; readonly units: number };
  /** Units whose points for key columns nobody has entered. */
  readonly withoutCoverage: number;
  readonly deducted: number;
  /** What verdicts that are still open could cost. */
  readonly open: number;
  readonly groups: readonly GroupSum[];
  readonly trend: readonly TrendPoint[];
  /** Versions of the quarter's bulletin that went out. */
  readonly published: number;
}

/** Throws NotAllowed, NotThere. */
export async function overview({ board, inspection }: Console, actor: Actor, period?: string): Promise<Overview> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await board.quarter(period);
  const charged = Object.fromEntries(Object.keys(STANDINGS).map((standing) => [standing, 0])) as Record<
    Standing,
    number
  >;
  let [advisories, alerts, fixed, objections] = [0, 0, 0, 0];
  const fresh: QuarterFinding[] = [];
  for (const finding of quarter.findings) {
    const { standing, objections: raised } = quarter.said(finding);
    if (raised.some(({ answer }) => answer === null)) objections += 1;
    if (!finding.isThere) {
      if (finding.state === 'fixed') fixed += 1;
      continue;
    }
    if (finding.group !== null) charged[standing] += 1;
    else if (finding.alert) alerts += 1;
    else advisories += 1;
    if (finding.state === 'new' || finding.state === 'returned') fresh.push(finding);
  }
  const units = quarter.units.map(({ id }) => quarter.unit(id));
  const unsettled = quarter.sources.audit.verdicts.filter(({ verdict }) => verdict === 'inconclusive');
  const { audit } = quarter.sources;
  // As inspectors left it, like the other figures: what is on record of it is what the audit proposed.
  const own = { ...audit, scores: units.map(({ card }) => card), deductions: units.flatMap((one) => one.deductions) };
  const upToNow = (await inspection.quarters.all()).filter((one) => one.period <= quarter.period.id);
  const versions = (await inspection.bulletins.versions()).filter((one) => one.period === quarter.period.id);
  return {
    ...{ quarter, charged, advisories, alerts, fixed, objections },
    fresh: fresh.sort((one, other) => Number(other.group !== null) - Number(one.group !== null)),
    unsettled: { questions: unsettled.length, units: new Set(unsettled.map(({ unit }) => unit)).size },
    withoutCoverage: units.filter(({ card }) => card.coverageFrom === 'suggested').length,
    deducted: sumPoints(units.map(({ card }) => card.deducted)),
    open: sumPoints(units.map(({ card }) => card.open)),
    groups: groupSums(own, quarter.sources.rulebook),
    trend: trendOf(upToNow.map((one) => (one.period === own.period ? own : one))),
    published: versions.length,
  };
}
