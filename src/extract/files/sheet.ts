import { Buffer } from 'node:buffer';
import type { AttachmentContent, Table } from '../../model/document.ts';
import { decodeText } from '../charset.ts';
import { fold } from '../html.ts';
import { LOCKED_FILE, Unreadable } from '../unreadable.ts';
import { isLockedXls } from './ole.ts';

type Cell = string | number | boolean | Date | null;

/**
 * All visible sheets of an .xlsx or .xls, merged cells repeated as in tables of a page. Throws Unreadable for a locked
 * one.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<AttachmentContent> {
  if (isLockedXls(Buffer.from(bytes))) throw new Unreadable(LOCKED_FILE);
  const { read } = await import('hucre');
  const workbook = await read(bytes);
  const tables = workbook.sheets
    .filter((sheet) => !sheet.hidden && !sheet.veryHidden)
    .map((sheet) => {
      const grid = sheet.rows.map((row) => Array.from(row, cellText));
      for (const merge of sheet.merges ?? []) fillMerge(grid, merge);
      return gridTable(grid);
    });
  return contentOf(tables);
}

/** A .csv in UTF-8 or GB18030; rows need not be of one length. */
export async function readCsv(bytes: Uint8Array): Promise<AttachmentContent> {
  const { parse } = await import('csv-parse/sync');
  const rows: string[][] = parse(decodeText(bytes), { bom: true, relax_column_count: true, relax_quotes: true });
  return contentOf([gridTable(rows.map((row) => row.map(fold)))]);
}

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

function fillMerge(grid: string[][], { startRow, startCol, endRow, endCol }: Merge): void {
  const text = grid[startRow]?.[startCol] ?? '';
  for (let r = startRow; r <= Math.min(endRow, grid.length - 1); r++)
    for (let c = startCol; c <= endCol; c++) (grid[r] as string[])[c] = text;
}

function gridTable(grid: readonly (readonly string[])[]): Table {
  const filled = grid.filter((row) => row.some((text) => text));
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((text) => text !== undefined && text !== '') + 1));
  const rows = filled.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
  const first = rows[0]?.filter((text) => text !== '') ?? [];
  // The name of a table stands alone in its first row, merged over all columns or in the first cell.
  const named =
    rows.length > 1 && width > 1 && new Set(first).size === 1 && (first.length === 1 || first.length === width);
  return named ? { caption: first[0] ?? '', rows: rows.slice(1) } : { caption: '', rows };
}

function contentOf(tables: readonly Table[]): AttachmentContent {
  const full = tables.filter((table) => table.rows.length > 0);
  const lines = full.flatMap(({ caption, rows }) => [
    ...(caption ? [caption] : []),
    ...rows.map((row) => row.filter((text, c) => text !== '' && text !== row[c - 1]).join(' ')),
  ]);
  return { text: lines.join('\n'), tables: full };
}

/** Dates come as instants in UTC and are printed as days. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : fold(String(cell));
}
