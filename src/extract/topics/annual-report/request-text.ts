import { unread, wholeFigure } from './figures.ts';
import { type FlatRow, flatRows, joinedWords, labelsOf } from './flat-tokens.ts';
import { FRAME, requestLine } from './request-lines.ts';
import { COLUMNS, type RequestRow, requestsOfRows } from './requests-of-rows.ts';
import type { Requests, TableReading } from './table-facts.ts';

/** The header as its two rows are read one after the other, or as one row. */
const HEADER =
  /自然人(?:法人或其[他它]组织)?(?:总计商业企业科研机构社会公益组织法律服务机构其[他它]|商业企业科研机构社会公益组织法律服务机构其[他它]总计)本年新收/;

/**
 * 表三 where it was flattened to lines of text: the form's header in its order, then for every line of the form exactly
 * seven numbers. null where the text holds no such table.
 */
export function readRequestText(text: string): TableReading<Requests> | null {
  const rows = flatRows(text);
  const start = rows.findIndex((row) => lineOf(row) === FRAME.received);
  if (start < 0) return null;
  const end = rows.findIndex((row, i) => i > start && lineOf(row) === FRAME.carriedOut);
  if (end < 0) return unread('line-count', '未找到“结转下年度继续办理”一行');
  if (!HEADER.test(joinedWords(rows[start]?.words ?? []))) return unread('columns', '表头的文字次序与规定格式不同');
  const read: RequestRow[] = [];
  for (const row of rows.slice(start, end + 1)) {
    const line = lineOf(row);
    const label = row.words.at(-1) ?? '';
    if (line === null) return unread('layout', `“${label}”一行与规定格式不符`);
    if (row.numbers.length !== COLUMNS.length) {
      return unread('blank', `“${label}”一行有${row.numbers.length}个数字，应为${COLUMNS.length}个`);
    }
    const cells = Object.fromEntries(COLUMNS.map((column, c) => [column, wholeFigure(row.numbers[c] ?? '')]));
    read.push({ line, cells: cells as RequestRow['cells'] });
  }
  return requestsOfRows(read);
}

function lineOf(row: FlatRow): string | null {
  for (const label of labelsOf(row)) {
    const line = requestLine(label);
    if (line !== null) return line;
  }
  return null;
}
