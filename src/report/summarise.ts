import type { Audit } from '../model/audit.ts';
import { sumPoints } from '../model/points.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { VerdictKind } from '../model/verdict.ts';
import { groupBy } from './group-by.ts';
import type { GroupSum, ReportRun, ReportSummary, UnitReport } from './report-model.ts';

/** The quarter's figures. */
export function summarise(audit: Audit, rulebook: Rulebook, units: readonly UnitReport[]): ReportSummary {
  const advisories = units.flatMap((unit) => unit.advisories);
  return {
    units: audit.units.length,
    verdicts: countVerdicts(audit),
    groups: groupSums(audit, rulebook),
    deductions: audit.deductions.length,
    points: sumPoints(audit.deductions.map((deduction) => deduction.points)),
    advisories: advisories.length,
    alerts: advisories.filter((finding) => finding.alert).length,
    open: sumPoints(audit.scores.map((score) => score.open)),
  };
}

function countVerdicts({ verdicts }: Audit): Record<VerdictKind, number> {
  const counts: Record<VerdictKind, number> = { pass: 0, fail: 0, inconclusive: 0, 'not-applicable': 0 };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

/** Points deducted by group of findings, dearest first. */
export function groupSums({ deductions }: Pick<Audit, 'deductions'>, rulebook: Rulebook): GroupSum[] {
  return [...groupBy(deductions, (deduction) => deduction.group)]
    .map(([id, all]) => ({
      title: groupTitle(rulebook, id),
      units: all.length,
      points: sumPoints(all.map((deduction) => deduction.points)),
    }))
    .sort((one, other) => other.points - one.points);
}

const PROVINCIAL_LOSS = '省级考核扣分，扣减当季全部得分';

/** A group as the bulletin words it. The provincial loss is no group of the rulebook. */
export const groupTitle = (rulebook: Rulebook, id: string): string =>
  rulebook.groups.find((group) => group.id === id)?.title ?? (id === 'provincial-loss' ? PROVINCIAL_LOSS : id);

/** The run, with the span of the evidence that verdicts cite. */
export function runOf({ run, verdicts }: Audit): ReportRun {
  const times = verdicts.flatMap((verdict) => verdict.evidence.map((ref) => ref.capturedAt)).sort();
  return { ...run, capturedFrom: times[0] ?? null, capturedTo: times.at(-1) ?? null };
}
