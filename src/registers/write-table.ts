import { stringify } from 'csv-stringify/sync';
import { sheetOf } from './edit-table.ts';
import { guarded } from './formula-guard.ts';
import { isBlank } from './sheet.ts';
import type { Table } from './table.ts';
import { registerWorkbook } from './template.ts';

/**
 * A register as CSV: UTF-8 with the mark that Excel and WPS need, Windows line ends, header in Chinese. Read again it
 * has the same texts; rows without any are left out.
 */
export function tableAsCsv(table: Table): Uint8Array {
  const rows = sheetOf(table).filter((row) => !isBlank(row));
  const text = stringify(
    rows.map(({ cells }) => cells.map(guarded)),
    { bom: true, record_delimiter: 'windows' },
  );
  return new TextEncoder().encode(text);
}

/** A register as a workbook like its template, lists and notes and all. Read again it has the same texts. */
export function tableAsXlsx(title: string, table: Table): Promise<Uint8Array> {
  const [, ...rows] = sheetOf(table).filter((row) => !isBlank(row));
  return registerWorkbook(
    title,
    table.columns,
    rows.map(({ cells }) => cells.map(cellValue)),
  );
}

/** A number where that reads as the same text, so that people can add it up; never a date, whose text would change. */
function cellValue(text: string): string | number | null {
  if (text === '') return null;
  if (/^-?\d/.test(text) && Number.isFinite(Number(text)) && String(Number(text)) === text) return Number(text);
  // In a workbook _x0041_ means the letter A, so one that means itself has its first underscore spelled.
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
