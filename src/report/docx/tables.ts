import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Ranking } from '../report-model.ts';
import type { SubmissionTable } from '../submissions.ts';
import { FACES, faces, SIZES, TEXT_WIDTH } from './page.ts';

interface Cell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** A ranked table: the second line of its head splits the points of the quarter. */
export const rankingTable = ({ rows }: Ranking, points: { quarter: string; whole: number; coverage: number }): Table =>
  table(
    [2, 7, 8, 3, 3],
    [
      [
        { text: '序号', rows: 2 },
        { text: '单位', rows: 2 },
        { text: `${points.quarter}总分（${points.whole}分）`, columns: 2 },
        { text: '合计', rows: 2 },
      ],
      [{ text: `重点栏目保障得分（${points.coverage}分）` }, { text: '减分' }],
    ],
    rows.map(({ place, name, score }) =>
      place === null
        ? ['—', name, '—', '—', '未巡检']
        : [String(place), name, String(score.coverage), String(score.deducted), String(score.total)],
    ),
  );

/** Articles by month; in brackets how many did not count. */
export const submissionTable = ({ months, rows }: SubmissionTable): Table =>
  table(
    [4, 2, 2, 2],
    [
      [
        { text: '单位', rows: 2 },
        { text: '投稿件数', columns: months.length },
      ],
      months.map((month) => ({ text: `${month}月` })),
    ],
    rows.map(({ name, cells }) => [
      name,
      ...cells.map((cell) =>
        cell === null ? '—' : cell.rejected > 0 ? `${cell.sent}（${cell.rejected}）` : String(cell.sent),
      ),
    ]),
  );

/** So low that the departments of a district find room on one page. */
const ROW = { value: 360, rule: 'atLeast' } as const;

function table(
  widths: readonly number[],
  head: readonly (readonly Cell[])[],
  rows: readonly (readonly string[])[],
): Table {
  const sum = widths.reduce((total, one) => total + one, 0);
  const columnWidths = widths.map((width) => Math.floor((TEXT_WIDTH * width) / sum));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((total, one) => total + one, 0), type: WidthType.DXA },
    columnWidths,
    alignment: AlignmentType.CENTER,
    rows: [
      ...head.map(
        (cells) => new TableRow({ tableHeader: true, cantSplit: true, height: ROW, children: cells.map(headCell) }),
      ),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            height: ROW,
            children: cells.map((text) => cellOf({ text }, FACES.text)),
          }),
      ),
    ],
  });
}

const headCell = (cell: Cell): TableCell => cellOf(cell, FACES.heading);

const cellOf = ({ text, columns = 1, rows = 1 }: Cell, face: (typeof FACES)[keyof typeof FACES]): TableCell =>
  new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text, font: faces(face), size: SIZES.table })],
      }),
    ],
  });
