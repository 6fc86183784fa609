import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import type { WorkPlan, WorkTask } from '../model/work-plan.ts';
import { limitsText, measuresText } from './plan-words.ts';
import { linesOf } from './xlsx/row-height.ts';

/** One line of the ledger; `name` is what the plan calls the unit, null in the ledger of all units. */
export interface LedgerTask {
  readonly task: WorkTask;
  readonly name: string | null;
}

const BORDER = { style: 'thin' } as const;
const CELL: CellStyle = {
  alignment: { wrapText: true, vertical: 'center' },
  border: { top: BORDER, right: BORDER, bottom: BORDER, left: BORDER },
};
const HEADER: CellStyle = { ...CELL, font: { bold: true }, alignment: { ...CELL.alignment, horizontal: 'center' } };
const TITLE: CellStyle = { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } };

/** Columns of the form in the plan's annex 3; the ledger of all units names the responsible ones as well. */
const FORM = [
  { header: '序号', width: 6 },
  { header: '工作任务', width: 44 },
  { header: '工作举措', width: 40 },
  { header: '时限要求', width: 26 },
  { header: '责任单位', width: 30 },
  { header: '单位分管领导', width: 14 },
  { header: '责任科室', width: 14 },
] as const;
const OF_ALL = '责任单位';

/**
 * The ledger of a year's tasks (政务公开工作任务台账) as a workbook, landscape A4. `owner` is the unit's name in the
 * title, null for the whole district. The last two columns are the unit's to fill in.
 */
export function planLedger(plan: WorkPlan, owner: string | null, tasks: readonly LedgerTask[]): Promise<Uint8Array> {
  const columns = FORM.filter(({ header }) => owner === null || header !== OF_ALL);
  const body = tasks.map(({ task, name }, at) => {
    const texts: Readonly<Record<string, string | number>> = {
      序号: at + 1,
      工作任务: `${task.area}：${task.requirement}（方案第${task.no}项）`,
      工作举措: measuresText(task, name),
      时限要求: limitsText(task.limits),
      [OF_ALL]: task.units.join('、'),
    };
    return columns.map(({ header }) => texts[header] ?? '');
  });
  const rows = [[`${owner ?? '全区'}${plan.year}年政务公开工作任务台账`], columns.map(({ header }) => header), ...body];
  const cells = rows
    .slice(1)
    .flatMap((row, at) =>
      row.map((_, column) => [`${at + 1},${column}`, { style: at === 0 ? HEADER : CELL }] as const),
    );
  const heights = rows.map((row, at): [number, { height: number }] => [
    at,
    {
      height: at === 0 ? 30 : LINE * Math.max(...row.map((text, i) => linesOf(`${text}`, columns[i]?.width ?? 1))) + 6,
    },
  ]);
  return writeXlsx({
    defaultFont: { name: '仿宋', size: 11 },
    sheets: [
      {
        name: '工作台账',
        columns: columns.map(({ width }) => ({ width })),
        rows,
        rowDefs: new Map(heights),
        cells: new Map([['0,0', { style: TITLE }], ...cells]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }],
        freezePane: { rows: 2 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$2',
        },
      },
    ],
  });
}

/** Height of a line in points. */
const LINE = 15;
