import type { Finding, ReportModel, UnitReport } from './report-model.ts';
import { printable, terminalTable } from './terminal-table.ts';

/** One row of `xunjian checks`. */
export interface CheckRow {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly basis: readonly string[];
  /** What a finding costs in this rulebook, as the reader should see it (`0.5分`, `提醒`). */
  readonly points: string;
}

/** The ranked tables of a report. */
export function rankingTables(report: ReportModel, width: number): string {
  return report.rankings
    .map(({ title, rows }) =>
      [
        title,
        terminalTable({
          head: ['序号', '单位', '重点栏目', '减分', '合计', '待定'],
          rows: rows.map(({ place, name, score }) =>
            place === null
              ? ['-', name, '未巡检', '-', '-', '']
              : [
                  `${place}`,
                  name,
                  `${score.coverage}${score.coverageFrom === 'suggested' ? '（建议）' : ''}`,
                  `${score.deducted}`,
                  `${score.total}`,
                  score.open > 0 ? `${score.open}` : '',
                ],
          ),
          width,
          ruled: false,
        }),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Every finding with what to do about it, the charged ones of a unit first; for one unit alone also the basis. */
export function findingsTable(report: ReportModel, width: number): string {
  const rows = report.units.flatMap((unit) =>
    findingRows(unit).map(([cost, text, fix, basis]) =>
      isAlone(report) ? [cost, text, fix, basis] : [unit.name, cost, text, fix],
    ),
  );
  const head = isAlone(report) ? ['减分', '问题', '整改', '依据'] : ['单位', '减分', '问题', '整改'];
  if (rows.length > 0) return terminalTable({ head, rows, width, ruled: true });
  return report.summary.verdicts.inconclusive > 0 ? '已读取的内容中未发现问题。' : '未发现问题。';
}

/** What could not be read and why. */
const unreadTable = ({ unread }: ReportModel, width: number): string =>
  terminalTable({
    head: ['未能读取', '涉及主题', '页面或说明'],
    rows: unread.flatMap(({ reasons }) =>
      reasons.flatMap(({ title, items }) =>
        items.map(({ url, topics, texts }) => [title, topics.join('、'), url ?? texts.join('；')]),
      ),
    ),
    width,
    ruled: true,
  });

type FindingRow = readonly [cost: string, text: string, fix: string, basis: string];

function findingRows({ charges, advisories }: UnitReport): FindingRow[] {
  return [
    ...charges.flatMap(({ title, points, findings }) =>
      findings.length > 0
        ? findings.map((finding, index) => findingRow(finding, index === 0 ? `${points}` : '同上'))
        : [[`${points}`, title, '', ''] as const],
    ),
    ...advisories.map((finding) => findingRow(finding, finding.alert ? '当日告知' : '提醒')),
  ];
}

const findingRow = ({ text, fix, basis }: Finding, cost: string): FindingRow => [
  cost,
  text,
  fix ?? '',
  basis.map(({ document, clause }) => `${document}${clause}`).join('；'),
];

/** The audit on one line. */
export function summaryLine({ district, quarter, summary }: ReportModel): string {
  const { units, deductions, points, advisories, verdicts, open } = summary;
  return printable(
    `${district}${quarter}：巡检单位${units}个，减分${deductions}项共${points}分，提醒${advisories}项，未能判定${verdicts.inconclusive}项，待定${open}分。`,
  );
}

/** What `audit --format table` prints: ranking, findings, for one unit alone what could not be read, summary. */
export const auditTable = (report: ReportModel, width: number): string =>
  [
    rankingTables(report, width),
    findingsTable(report, width),
    ...(isAlone(report) && report.unread.length > 0 ? [unreadTable(report, width)] : []),
    summaryLine(report),
  ].join('\n\n');

const isAlone = ({ units }: ReportModel): boolean => units.length === 1;

/** What `checks` prints. */
export const checksTable = (checks: readonly CheckRow[], width: number): string =>
  terminalTable({
    head: ['检查项', '名称', '主题', '依据', '分值'],
    rows: checks.map(({ id, title, topics, basis, points }) => [
      id,
      title,
      topics.join('、'),
      basis.join('；'),
      points,
    ]),
    width,
    ruled: true,
  });
