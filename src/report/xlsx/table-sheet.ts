import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { type Content, cellOf, textOf } from './content.ts';
import { rowHeight } from './row-height.ts';
import { type Alignment, HEADER, page, TITLE } from './style.ts';

export interface TableColumn<T> {
  readonly header: string;
  /** In half-width characters. */
  readonly width: number;
  /** Centred without it. */
  readonly align?: Alignment;
  /** For looking up only: not printed, on one line. Such columns stand on the right. */
  readonly aside?: true;
  value(row: T, index: number): Content;
}

export interface Table<T> {
  /** Of the sheet's tab. */
  readonly name: string;
  /** Above the table. */
  readonly title: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  /** How many columns on the left stay in sight. */
  readonly fixed?: number;
}

const onOneLine = (style: CellStyle): CellStyle => ({
  ...style,
  alignment: { ...style.alignment, wrapText: false },
});

/** Name of a column counted from 0; no table here has more than 26. */
const letter = (at: number): string => String.fromCharCode(65 + at);

/** A sheet with a title, a header that stays in sight and filters, and rows high enough for their text. */
export function tableSheet<T>({ name, title, columns, rows, fixed = 0 }: Table<T>): WriteSheet {
  const printed = columns.filter(({ aside }) => !aside);
  const widths = printed.map(({ width }) => width);
  const last = letter(printed.length - 1);
  const headers = printed.map(({ header }) => header);
  const contents = rows.map((row, index) => columns.map((column) => column.value(row, index)));
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: title, style: TITLE }]]);
  columns.forEach(({ header }, at) => {
    cells.set(`1,${at}`, { value: header, style: HEADER });
  });
  contents.forEach((row, index) => {
    row.forEach((content, at) => {
      cells.set(
        `${index + 2},${at}`,
        cellOf(content, columns[at]?.align ?? 'center', columns[at]?.aside ? onOneLine : (style) => style),
      );
    });
  });
  const heights = contents.map(
    (row, index) => [index + 2, { height: rowHeight(row.slice(0, printed.length).map(textOf), widths) }] as const,
  );
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: Array.from({ length: rows.length + 2 }, () => columns.map(() => null)),
    cells,
    rowDefs: new Map([[0, { height: 32 }], [1, { height: rowHeight(headers, widths) }], ...heights]),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: printed.length - 1 }],
    autoFilter: { range: `A2:${letter(columns.length - 1)}${rows.length + 2}` },
    freezePane: { rows: 2, ...(fixed > 0 ? { columns: fixed } : {}) },
    a11y: { summary: title, headerRow: 1 },
    ...page('$1:$2', `$A$1:$${last}$${rows.length + 2}`),
  };
}
