import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx';
import type { ReportModel, UnitReport } from '../report-model.ts';
import type { Answer } from '../unit-answers.ts';
import { ANSWER_WORDS, remarkOf, UNIT_SHEET_COLUMNS, unitSheetNotes, unitSheetTitle } from '../unit-sheet-words.ts';
import { type Content, cellOf, pageLink, textOf } from './content.ts';
import { rowHeight } from './row-height.ts';
import { type Alignment, FONT, HEADER, marked, NOTE, page, SECTION, TITLE } from './style.ts';

const WIDTHS = [5, 13, 24, 9, 36, 26, 26, 11, 10, 11] as const;
const ALIGN: readonly Alignment[] = ['center', 'center', 'left', 'center', 'left', 'left', 'left'];
const LAST = UNIT_SHEET_COLUMNS.length - 1;
const WHOLE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

interface Line {
  readonly height: number;
  readonly cells: readonly Partial<Cell>[];
  /** One text across the whole sheet. */
  readonly isWhole: boolean;
}

/** One unit's self-check sheet as a workbook: every question asked of it, with room for what it does about each. */
export function unitWorkbook(unit: UnitReport, report: ReportModel): Promise<Uint8Array> {
  const head = [
    whole(unitSheetTitle(unit, report), TITLE, 34),
    ...unitSheetNotes(unit, report).map((note) => whole(note, NOTE)),
  ];
  const header: Line = {
    height: 24,
    cells: UNIT_SHEET_COLUMNS.map((value) => ({ value, style: HEADER })),
    isWhole: false,
  };
  const lines = [
    ...head,
    header,
    ...bodyOf(unit),
    whole('填表人：　　　　　　　　　　负责人：　　　　　　　　　　填表日期：', NOTE, 36),
  ];
  return writeXlsx({
    defaultFont: FONT,
    properties: { title: unitSheetTitle(unit, report), creator: report.district },
    sheets: [
      {
        name: '自查表',
        columns: WIDTHS.map((width) => ({ width })),
        rows: lines.map(() => UNIT_SHEET_COLUMNS.map(() => null)),
        cells: new Map(lines.flatMap(({ cells }, row) => cells.map((cell, at) => [`${row},${at}`, cell] as const))),
        rowDefs: new Map(lines.map(({ height }, row) => [row, { height }])),
        merges: lines.flatMap(({ isWhole }, row) =>
          isWhole ? [{ startRow: row, startCol: 0, endRow: row, endCol: LAST }] : [],
        ),
        freezePane: { rows: head.length + 1 },
        a11y: { summary: unitSheetTitle(unit, report), headerRow: head.length },
        ...page(`$${head.length + 1}:$${head.length + 1}`, `$A$1:$J$${lines.length}`),
      },
    ],
  });
}

const whole = (text: string, style: CellStyle, height = rowHeight([text], [WHOLE_WIDTH])): Line => ({
  height,
  cells: UNIT_SHEET_COLUMNS.map((_, at) => ({ value: at === 0 ? textOf(text) : null, style })),
  isWhole: true,
});

/** Topic by topic, numbered through. */
function bodyOf({ answers }: UnitReport): Line[] {
  let number = 0;
  return answers.flatMap(({ title, rows }) => [
    whole(title, SECTION),
    ...rows.map((answer) => {
      number += 1;
      return lineOf(answer, number);
    }),
  ]);
}

function lineOf(answer: Answer, number: number): Line {
  const { check, standard, verdict, url, fix } = answer;
  const contents: readonly Content[] = [
    number,
    check,
    standard.join('\n'),
    ANSWER_WORDS[verdict],
    remarkOf(answer),
    pageLink(url, WIDTHS[5]),
    ...[fix, null, null, null],
  ];
  const dress = (style: CellStyle): CellStyle => (verdict === 'fail' ? marked(style) : style);
  return {
    height: rowHeight(contents.map(textOf), WIDTHS),
    cells: contents.map((content, at) => cellOf(content, ALIGN[at] ?? 'center', dress)),
    isWhole: false,
  };
}
