import type { Finding, ReportModel, UnitReport } from '../report-model.ts';

/** A finding with its unit and what it came to. */
export interface ListedFinding {
  readonly unit: UnitReport;
  readonly finding: Finding;
  /** 减分, 提醒 or 须当日告知. */
  readonly kind: string;
}

/** Every finding of every unit in the order of the rankings, charged ones first. */
export const listedFindings = ({ units }: ReportModel): ListedFinding[] =>
  units.flatMap((unit) => [
    ...unit.charges.flatMap(({ findings }) => findings.map((finding) => ({ unit, finding, kind: '减分' }))),
    ...unit.advisories.map((finding) => ({ unit, finding, kind: finding.alert ? '须当日告知' : '提醒' })),
  ]);
