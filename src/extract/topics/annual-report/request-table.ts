import type { Table } from '../../../model/document.ts';
import { type Figure, unread, wholeFigure } from './figures.ts';
import { FRAME, requestColumn, requestLine } from './request-lines.ts';
import { applicantSum, COLUMNS, type RequestRow, requestsOfRows, rowsOf } from './requests-of-rows.ts';
import { REQUEST_COLUMNS, type RequestColumn, type Requests, type TableReading } from './table-facts.ts';

type Row = readonly string[];

/** 表三 of a page's or file's tables, continued over page breaks in the next ones; null where none is of its kind. */
export function readRequestTable(tables: readonly Table[]): TableReading<Requests> | null {
  const readings = tables.flatMap((table, i) => {
    const first = table.rows.findIndex((row) => labelOf(row) === FRAME.received);
    if (first < 0) return [];
    const captioned = table.caption === '' ? table.rows : [[table.caption], ...table.rows];
    const header = captioned.slice(0, first + captioned.length - table.rows.length);
    const rows = [...table.rows.slice(first), ...continued(tables.slice(i + 1), widthOf(table.rows))];
    return [readGrid(header, rows)];
  });
  return readings.find(({ ok }) => ok) ?? readings[0] ?? null;
}

const widthOf = (rows: readonly Row[]): number => rows[0]?.length ?? 0;

/** Rows of the tables that go on where the first one ended. */
function continued(tables: readonly Table[], width: number): Row[] {
  const rows: Row[] = [];
  for (const table of tables) {
    const goesOn = widthOf(table.rows) === width && table.rows.some((row) => isResult(labelOf(row)));
    if (!goesOn || table.rows.some((row) => labelOf(row) === FRAME.received)) break;
    rows.push(...table.rows);
  }
  return rows;
}

const isResult = (line: string | null): boolean => line !== null && line !== FRAME.received;

/** The line that a row is about: the last one that a cell before the figures names. */
function labelOf(row: Row): string | null {
  const end = row.findIndex((cell, c) => c > 0 && typeof wholeFigure(cell) === 'number');
  const labels = end < 0 ? row : row.slice(0, end);
  return labels.map((cell) => (cell === '' ? null : requestLine(cell))).findLast((line) => line !== null) ?? null;
}

function readGrid(header: readonly Row[], rows: readonly Row[]): TableReading<Requests> {
  const columns = columnsOf(header, Math.max(...rows.map((row) => row.length)));
  if (typeof columns === 'string') return unread('columns', columns);
  const read: RequestRow[] = [];
  const first = columns.findIndex((column) => column !== null);
  for (const row of rows) {
    const labels = row.slice(0, first).filter((cell) => cell !== '');
    const line = requestLine(labels.at(-1) ?? '');
    const stray = row.some((cell, c) => columns[c] === null && typeof wholeFigure(cell) === 'number');
    const cells = cellsOf(row, columns);
    if (line === null || cells === null || stray) {
      const numbers = row.some((cell, c) => c >= first && typeof wholeFigure(cell) === 'number');
      if (numbers) return unread('layout', `“${labels.at(-1) ?? row[0] ?? ''}”一行无法与表头或规定的行对应`);
      continue;
    }
    read.push({ line, cells });
  }
  const reading = requestsOfRows(read);
  // Columns in another order than the form's may be a damaged header: then every row has to vouch for it.
  const order = columns.filter((column) => column !== null);
  const isFormOrder = order.every(
    (column, i) => i === 0 || COLUMNS.indexOf(column) >= COLUMNS.indexOf(order[i - 1] as RequestColumn),
  );
  if (!reading.ok || isFormOrder) return reading;
  const vouched = rowsOf(reading.value).every(({ counts }) => counts.total === applicantSum(counts));
  return vouched ? reading : unread('columns', '表头各列的次序与规定格式不同');
}

/** What each column is, by all cells above it; in Chinese, why that cannot be told. */
function columnsOf(header: readonly Row[], width: number): (RequestColumn | null)[] | string {
  const columns: (RequestColumn | null)[] = [];
  for (let c = 0; c < width; c++) {
    const named = new Set(header.flatMap((row) => requestColumn(row[c] ?? '') ?? []));
    if (named.size > 1) return `第${c + 1}列的表头有多种写法`;
    columns.push([...named][0] ?? null);
  }
  const missing = COLUMNS.find((column) => !columns.includes(column));
  return missing ? `表头中未找到“${REQUEST_COLUMNS[missing]}”` : columns;
}

/** The seven cells of a row; columns of one name (merged cells) must agree or be blank. null where they differ. */
function cellsOf(row: Row, columns: readonly (RequestColumn | null)[]): RequestRow['cells'] | null {
  const cells: Partial<Record<RequestColumn, Figure>> = {};
  for (const [c, column] of columns.entries()) {
    if (column === null) continue;
    const figure = wholeFigure(row[c] ?? '');
    const known = cells[column];
    if (known === undefined || known === 'blank') cells[column] = figure;
    else if (figure !== 'blank' && figure !== known) return null;
  }
  return cells as RequestRow['cells'];
}
