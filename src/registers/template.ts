import { type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { RegisterColumn, RegisterDefinition } from './definitions.ts';
import { NOTES_SHEET } from './sheet.ts';

/** What a template shows of a register. */
export type RegisterForm = Pick<RegisterDefinition<unknown>, 'title' | 'columns'>;

/** Rows that a template offers its lists in. */
const LAST_ROW = 1000;
/** And so many below the last one that is filled. */
const MORE_ROWS = 200;
const PAGE: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};
const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE7F0' } },
  alignment: { horizontal: 'center', vertical: 'center' },
};

/** An empty register as CSV: the Chinese header row in UTF-8, with the mark that Excel and WPS need to read it so. */
export const csvTemplate = ({ columns }: RegisterForm): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${headersOf(columns).join(',')}\r\n`);

/**
 * An empty register as a workbook: Chinese header row, lists to choose from where a column is closed, a hint in every
 * cell, and a second sheet that says what each column takes; `loadRegisters` leaves that sheet aside.
 */
export const xlsxTemplate = ({ title, columns }: RegisterForm): Promise<Uint8Array> =>
  registerWorkbook(title, Object.values(columns), []);

/** The same workbook with rows in it, cell by cell in the order of the columns. */
export function registerWorkbook(
  title: string,
  all: readonly RegisterColumn[],
  filled: readonly (readonly CellValue[])[],
): Promise<Uint8Array> {
  const last = Math.max(LAST_ROW, filled.length + 1 + MORE_ROWS);
  const closed = all.filter(({ cell }) => cell.choices);
  const register: WriteSheet = {
    name: title,
    columns: all.map((column) => ({ width: widthOf(column) })),
    rows: [all.map(({ header }) => header), ...filled.map((row) => [...row])],
    cells: new Map(all.map((_, at) => [`0,${at}`, { style: HEADER }])),
    freezePane: { rows: 1 },
    dataValidations: all.map((column, at) => validation(column, at, closed.indexOf(column), last)),
    pageSetup: PAGE,
  };
  return writeXlsx({ sheets: [register, notes(all, closed)] });
}

const headersOf = (columns: RegisterForm['columns']): string[] => Object.values(columns).map(({ header }) => header);

const widthOf = ({ header, cell }: RegisterColumn): number =>
  Math.max(12, header.length * 2 + 4, ...(cell.choices ?? []).map((choice) => choice.length * 2 + 4));

/** Column name of a place counted from 0: A to Z, then AA. */
const letter = (at: number): string =>
  `${at < 26 ? '' : letter(Math.floor(at / 26) - 1)}${String.fromCharCode(65 + (at % 26))}`;

/** Lists stand in the notes from the third column on. */
const FIRST_LIST = 3;

function validation({ header, cell }: RegisterColumn, at: number, list: number, last: number): DataValidation {
  const range = `${letter(at)}2:${letter(at)}${last}`;
  const prompt = { range, allowBlank: true, showInputMessage: true, inputTitle: header, inputMessage: cell.form };
  if (!cell.choices || list < 0)
    return { ...prompt, type: 'textLength', operator: 'lessThanOrEqual', formula1: '2000' };
  const column = letter(FIRST_LIST + list);
  const formula1 = `'${NOTES_SHEET}'!$${column}$2:$${column}$${cell.choices.length + 1}`;
  return {
    ...prompt,
    type: 'list',
    formula1,
    // Other spellings are understood too, so this only asks.
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: header,
    errorMessage: cell.form,
  };
}

function notes(all: readonly RegisterColumn[], closed: readonly RegisterColumn[]): WriteSheet {
  const lists = closed.map(({ header, cell }) => [`可选：${header}`, ...(cell.choices ?? [])]);
  const forms = [['列', '填写要求'], ...all.map(({ header, cell }) => [header, cell.form])];
  const height = Math.max(forms.length, ...lists.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, row) => [
    ...(forms[row] ?? ['', '']),
    '',
    ...lists.map((list) => list[row] ?? ''),
  ]);
  return {
    name: NOTES_SHEET,
    columns: [{ width: 20 }, { width: 60 }, { width: 4 }, ...closed.map((column) => ({ width: widthOf(column) }))],
    rows,
    cells: new Map((rows[0] ?? []).flatMap((text, at) => (text ? [[`0,${at}`, { style: HEADER }] as const] : []))),
    freezePane: { rows: 1 },
    pageSetup: PAGE,
  };
}
