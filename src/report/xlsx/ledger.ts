import type { WriteSheet } from 'hucre/xlsx';
import { FINDING_STATES, type FindingState } from '../../model/finding.ts';
import { findingNumber } from '../finding-number.ts';
import type { RectificationItem } from '../rectification.ts';
import type { Finding, ReportModel } from '../report-model.ts';
import { basisText } from '../words.ts';
import { type Content, pageLink } from './content.ts';
import { listedFindings } from './listed-findings.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

interface Row extends RectificationItem {
  readonly name: string;
  /** Null where it is no longer found. */
  readonly listed: Finding | null;
}

const COLUMNS = ({ checks, publication, asOf }: ReportModel): readonly TableColumn<Row>[] => [
  { header: '序号', width: 6, value: (_, index) => index + 1 },
  { header: '单位', width: 13, align: 'left', value: ({ name }) => name },
  { header: '问题编号', width: 10, value: ({ finding }) => findingNumber(finding) },
  {
    header: '检查项',
    width: 30,
    align: 'left',
    value: ({ check, text }) => [checks.get(check) ?? check, text].filter(Boolean).join('：'),
  },
  { header: '依据条款', width: 20, align: 'left', value: ({ basis }) => basisText(basis).join('\n') },
  { header: '栏目路径', width: 13, align: 'left', value: ({ listed, topic }) => listed?.column?.name ?? topic },
  { header: '页面标题', width: 16, align: 'left', value: ({ listed }) => listed && pageTitle(listed) },
  { header: '网址', width: 24, align: 'left', value: ({ url }) => pageLink(url, 24) },
  { header: '截图', width: 9, value: ({ listed }) => listed && proofOf(listed) },
  { header: '发现日期', width: 11, value: ({ firstSeen }) => day(firstSeen ?? asOf) },
  { header: '要求整改期限', width: 11, value: ({ rectifyBy }) => day(rectifyBy ?? publication?.rectifyBy ?? null) },
  { header: '扣分', width: 6, value: ({ points }) => points },
  { header: '单位反馈', width: 11, value: ({ feedback }) => day(feedback) },
  { header: '整改完成日期', width: 11, value: ({ state, since }) => (state === 'fixed' ? day(since) : null) },
  { header: '整改后网址', width: 14, align: 'left', value: () => null },
  { header: '复查日期', width: 11, value: (row) => (recheck(row) === null ? null : day(asOf)) },
  { header: '复查结果', width: 9, value: recheck },
  { header: '审核人', width: 8, value: () => null },
  { header: '备注', width: 14, align: 'left', value: remarkOf },
];

const day = (date: string | null): Content => (date === null ? null : { day: date });

/** What the newest night says of a finding that a bulletin had told of, or that was gone for a while. */
function recheck({ rectifyBy, state }: Row): string | null {
  const words: Readonly<Partial<Record<FindingState, string>>> = FINDING_STATES;
  if (state === null || (rectifyBy === null && state !== 'fixed' && state !== 'returned')) return null;
  return state === 'new' ? FINDING_STATES.returned : (words[state] ?? null);
}

const remarkOf = ({ listed, points }: Row): string | null => {
  if (listed?.alert) return '须当日告知，不自动减分';
  return listed && points === 0 ? '提醒，不减分' : null;
};

/** The column itself where the page is the column's; else the document named in the finding, where one is. */
function pageTitle({ column, evidence, text }: Finding): string | null {
  if (column !== null && (evidence[0] === undefined || evidence[0].url === column.url)) return column.name;
  return documentIn(text);
}

/** The first title in 《》 of a text, with titles inside it; null where there is none. */
function documentIn(text: string): string | null {
  const from = text.indexOf('《');
  let depth = 0;
  for (let at = from; at >= 0 && at < text.length; at += 1) {
    if (text[at] === '《') depth += 1;
    if (text[at] === '》') depth -= 1;
    if (depth === 0) return text.slice(from + 1, at);
  }
  return null;
}

/** A page that was read without a browser is kept as the site sent it; sheet 取证 says where. */
const proofOf = ({ evidence }: Finding): string | null => {
  const [first] = evidence;
  return first ? (first.picture === null ? '原始应答' : '页面截图') : null;
};

/** The rectification ledger (整改台账): what is to be put right by when, and what a new look found. */
export function ledgerSheet(report: ReportModel): WriteSheet {
  const names = new Map(report.units.map(({ id, name }) => [id, name]));
  const listed = new Map(listedFindings(report).map(({ finding }) => [finding.id, finding]));
  return tableSheet({
    name: '整改台账',
    title: `${report.district}政务公开问题整改台账（${report.quarter}）`,
    columns: COLUMNS(report),
    rows: report.rectification.map((item) => ({
      ...item,
      name: names.get(item.unit) ?? item.unit,
      listed: listed.get(item.finding) ?? null,
    })),
    fixed: 3,
  });
}
