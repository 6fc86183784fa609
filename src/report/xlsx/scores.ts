import type { WriteSheet } from 'hucre/xlsx';
import type { RankingRow, ReportModel } from '../report-model.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

interface Row extends RankingRow {
  readonly table: string;
  readonly problems: number;
  readonly advisories: number;
}

/** A unit that nobody looked at has no figures, however they would come out. */
const figure = ({ place }: Row, points: number): number | null => (place === null ? null : points);

const COLUMNS = (coverageMax: number): readonly TableColumn<Row>[] => [
  { header: '类别', width: 20, value: ({ table }) => table },
  { header: '名次', width: 8, value: ({ place }) => place },
  { header: '单位', width: 26, align: 'left', value: ({ name }) => name },
  { header: `重点栏目保障得分（${coverageMax}分）`, width: 26, value: (row) => figure(row, row.score.coverage) },
  { header: '减分', width: 9, value: (row) => figure(row, row.score.deducted) },
  { header: '合计', width: 9, value: (row) => figure(row, row.score.total) },
  { header: '待定', width: 9, value: (row) => figure(row, row.score.open) },
  { header: '减分问题', width: 10, value: (row) => figure(row, row.problems) },
  { header: '提醒', width: 8, value: (row) => figure(row, row.advisories) },
  { header: '备注', width: 28, align: 'left', value: remarkOf },
];

function remarkOf({ place, score }: Row): string {
  if (place === null) return '栏目网址待确认，未巡检';
  return score.coverageFrom === 'suggested' ? '保障得分为建议值，待核定' : '';
}

/** Both ranked tables, one below the other, with the kind of unit to filter by. */
export function scoreSheet(report: ReportModel): WriteSheet {
  const units = new Map(report.units.map((unit) => [unit.id, unit]));
  const rows = report.rankings.flatMap(({ of, rows }) =>
    rows.map((row) => ({
      ...row,
      table: of === 'departments' ? '部门、企事业单位' : '镇、街道',
      problems: units.get(row.unit)?.charges.flatMap(({ findings }) => findings).length ?? 0,
      advisories: units.get(row.unit)?.advisories.length ?? 0,
    })),
  );
  const title = `${report.district}${report.quarter}政务公开考核得分`;
  return tableSheet({ name: '得分', title, columns: COLUMNS(report.rulebook.coverageMax), rows, fixed: 3 });
}
