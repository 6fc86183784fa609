import type { WriteSheet } from 'hucre/xlsx';
import { FINDING_STATES } from '../../model/finding.ts';
import { findingNumber } from '../finding-number.ts';
import type { Evidence, ReportModel } from '../report-model.ts';
import { basisText } from '../words.ts';
import { type Content, pageLink } from './content.ts';
import { type ListedFinding, listedFindings } from './listed-findings.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

const COLUMNS = ({ checks, timeZone }: ReportModel): readonly TableColumn<ListedFinding>[] => [
  { header: '问题编号', width: 10, value: ({ finding }) => findingNumber(finding.id) },
  { header: '单位', width: 14, align: 'left', value: ({ unit }) => unit.name },
  { header: '性质', width: 7, value: ({ kind }) => kind },
  { header: '状态', width: 9, value: ({ finding }) => stateOf(finding) },
  { header: '检查项', width: 12, value: ({ finding }) => checks.get(finding.check) ?? finding.check },
  { header: '主题', width: 12, value: ({ finding }) => finding.topic },
  { header: '问题', width: 38, align: 'left', value: ({ finding }) => finding.text },
  { header: '整改要求', width: 34, align: 'left', value: ({ finding }) => finding.fix },
  { header: '依据', width: 26, align: 'left', value: ({ finding }) => basisText(finding.basis).join('\n') },
  {
    header: '栏目',
    width: 14,
    align: 'left',
    value: ({ finding: { column } }) => column && { link: column.url, text: column.name },
  },
  {
    header: '取证网址',
    width: 30,
    align: 'left',
    value: ({ finding: { evidence } }) => pageLink(evidence[0]?.url, 30),
  },
  { header: '所见内容', width: 26, align: 'left', value: ({ finding }) => finding.evidence[0]?.quote ?? null },
  {
    header: '取证时间',
    width: 17,
    value: ({ finding: { evidence } }) => timeOf(evidence[0], timeZone),
  },
  { header: '取证数', width: 7, value: ({ finding }) => finding.evidence.length },
  { header: '首次发现', width: 11, value: ({ finding }) => day(finding.tracked?.firstSeen) },
  { header: '检查项代码', width: 16, aside: true, value: ({ finding }) => finding.check },
  { header: '事项', width: 30, align: 'left', aside: true, value: ({ finding }) => finding.subject },
];

const stateOf = ({ tracked }: ListedFinding['finding']): string => (tracked ? FINDING_STATES[tracked.state] : '');
const timeOf = (evidence: Evidence | undefined, timeZone: string): Content =>
  evidence ? { instant: evidence.capturedAt, timeZone } : null;
const day = (date: string | undefined): Content => (date === undefined ? null : { day: date });

/** Every finding with where it is, how to put it right and the first piece of evidence; the rest stands in 取证. */
export const findingSheet = (report: ReportModel): WriteSheet =>
  tableSheet({
    name: '问题',
    title: `${report.district}${report.quarter}政务公开问题清单`,
    columns: COLUMNS(report),
    rows: listedFindings(report),
    fixed: 2,
  });
