import type { WriteSheet } from 'hucre/xlsx';
import { findingNumber } from '../finding-number.ts';
import type { Evidence, ReportModel } from '../report-model.ts';
import { evidenceName, isWebAddress } from '../web-address.ts';
import { type ListedFinding, listedFindings } from './listed-findings.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

interface Row extends ListedFinding {
  readonly evidence: Evidence;
}

const COLUMNS = (timeZone: string): readonly TableColumn<Row>[] => [
  { header: '问题编号', width: 10, value: ({ finding }) => findingNumber(finding.id) },
  { header: '单位', width: 18, align: 'left', value: ({ unit }) => unit.name },
  {
    header: '网址',
    width: 54,
    align: 'left',
    value: ({ evidence: { url } }) => evidenceName(url),
  },
  {
    header: '打开',
    width: 8,
    value: ({ evidence: { url } }) => (isWebAddress(url) ? { link: url, text: '打开' } : null),
  },
  { header: '所见内容', width: 40, align: 'left', value: ({ evidence }) => evidence.quote ?? null },
  { header: '取证时间', width: 17, value: ({ evidence }) => ({ instant: evidence.capturedAt, timeZone }) },
  { header: 'SHA-256', width: 24, align: 'left', value: ({ evidence }) => evidence.sha256 },
  { header: '记录位置', width: 30, align: 'left', value: ({ evidence }) => evidence.record },
];

/** All evidence, by finding, so that each piece can be opened and checked. */
export const evidenceSheet = (report: ReportModel): WriteSheet =>
  tableSheet({
    name: '取证',
    title: `${report.district}${report.quarter}政务公开问题取证清单`,
    columns: COLUMNS(report.timeZone),
    rows: listedFindings(report).flatMap((one) => one.finding.evidence.map((evidence) => ({ ...one, evidence }))),
    fixed: 2,
  });
