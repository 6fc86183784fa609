import type { Problem } from '../model/user-error.ts';
import type { RegisterDefinition } from './definitions.ts';
import { readRows } from './read-rows.ts';
import type { SheetRow } from './sheet.ts';
import { located, type Table, type TableColumn, type TableProblem } from './table.ts';

/** More is no register of a district, and more than a page can show. */
export const MOST_ROWS = 20_000;
/** What a cell of a workbook can hold. */
const LONGEST = 32_767;
/** What no file can hold as it is: control characters, halves of characters, and two that are none. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/u;

/** Texts by column id as they were typed; a column that is not named is empty. */
export type EditedRow = Readonly<Record<string, string>>;

/**
 * The table with other rows, ready to be checked and written: line ends as `\n`, whichever a browser sent; the lines
 * are those that the rows will have, the header being the first. A column that nobody knows goes once it is empty.
 */
export function edited(table: Table, rows: readonly EditedRow[]): Table {
  const textOf = (row: EditedRow, id: string): string =>
    Object.hasOwn(row, id) ? (row[id] ?? '').replace(/\r\n?/g, '\n') : '';
  const isUsed = ({ id, isKnown }: TableColumn): boolean =>
    isKnown || rows.some((row) => textOf(row, id).trim() !== '');
  const columns = table.columns.filter(isUsed);
  return {
    columns,
    places: columns.map(({ id }) => id),
    rows: rows.map((row, at) => ({
      line: at + 2,
      texts: Object.fromEntries(columns.map(({ id }) => [id, textOf(row, id)])),
    })),
  };
}

/** The table as rows of cells, the header first. */
export const sheetOf = ({ columns, rows }: Table): SheetRow[] => [
  { line: 1, cells: columns.map(({ header }) => header) },
  ...rows.map(({ line, texts }) => ({ line, cells: columns.map(({ id }) => texts[id] ?? '') })),
];

/** All that is wrong with an edited table: the same as when its file is loaded, and what no file can hold. */
export function checkTable(definition: RegisterDefinition<unknown>, table: Table, file: string): TableProblem[] {
  if (table.rows.length > MOST_ROWS) {
    const what = `超过${MOST_ROWS}行`;
    return located([{ place: { file }, what, value: `${table.rows.length} 行`, remedy: '请删去已不需要的行' }], table);
  }
  const sheet = sheetOf(table);
  const { problems } = readRows(definition, sheet, file);
  return located([...problems, ...unwritable(sheet, file)], table);
}

/** The cells that cannot be kept as they are. */
export function unwritable(sheet: readonly SheetRow[], file: string): Problem[] {
  const told = (line: number, at: number, text: string): Problem[] => {
    const place = { file, line, column: at + 1 };
    if (UNWRITABLE.test(text)) return [{ place, what: '含有不可见的控制字符', remedy: '请删去后重新输入' }];
    if (text.length > LONGEST)
      return [{ place, what: `文字超过${LONGEST}个字符`, value: `${text.length} 个`, remedy: '请缩短' }];
    return [];
  };
  return sheet.flatMap(({ line, cells }) => cells.flatMap((text, at) => told(line, at, text)));
}
