import type { ReportModel } from '../report-model.ts';

/** The id of a unit's section. Made of its place, so that no id from a file reaches an attribute. */
export const anchorOf = (report: ReportModel, unit: string): string =>
  `unit-${report.units.findIndex(({ id }) => id === unit) + 1}`;
