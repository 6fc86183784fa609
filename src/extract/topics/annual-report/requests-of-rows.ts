import { type Figure, unread } from './figures.ts';
import { FRAME, FRAME_LINES, type FrameLine, RESULT_LINES } from './request-lines.ts';
import { type Counts, REQUEST_COLUMNS, type RequestColumn, type Requests, type TableReading } from './table-facts.ts';

export const COLUMNS = Object.keys(REQUEST_COLUMNS) as RequestColumn[];
const APPLICANTS = COLUMNS.filter((column) => column !== 'total');

/** A row of 表三 by the form's wording, with its seven cells. */
export interface RequestRow {
  readonly line: string;
  readonly cells: Readonly<Record<RequestColumn, Figure>>;
}

/** The six applicants together. */
export const applicantSum = (counts: Counts): number => APPLICANTS.reduce((sum, column) => sum + counts[column], 0);

/** 表三 of its rows: every line of one of the two forms exactly once, every cell a number; else why not. */
export function requestsOfRows(rows: readonly RequestRow[]): TableReading<Requests> {
  const filled = rows.filter(({ line, cells }) => !(line === '其他处理' && isBlank(cells)));
  const lines = filled.map(({ line }) => line);
  const twice = lines.find((line, i) => lines.indexOf(line) !== i);
  if (twice) return unread('line-count', `“${twice}”一行出现不止一次`);
  const form = RESULT_LINES.find(
    (results) => lines.length === results.length + FRAME_LINES.length && results.every((one) => lines.includes(one)),
  );
  if (!form || FRAME_LINES.some((key) => !lines.includes(FRAME[key]))) {
    return unread('line-count', `识别出${lines.length}行，与规定格式的行数不符`);
  }
  for (const { line, cells } of filled) {
    const odd = COLUMNS.find((column) => typeof cells[column] !== 'number');
    if (odd === undefined) continue;
    const place = `“${line}”一行“${REQUEST_COLUMNS[odd]}”一格`;
    return cells[odd] === 'blank' ? unread('blank', `${place}为空白`) : unread('not-a-number', `${place}不是数字`);
  }
  const counts = new Map(filled.map(({ line, cells }) => [line, cells as Counts]));
  const of = (line: string): Counts => counts.get(line) as Counts;
  const frame = (key: FrameLine): Counts => of(FRAME[key]);
  return {
    ok: true,
    value: {
      received: frame('received'),
      carriedIn: frame('carriedIn'),
      results: form.map((label) => ({ label, counts: of(label) })),
      resultTotal: frame('resultTotal'),
      carriedOut: frame('carriedOut'),
    },
  };
}

const isBlank = (cells: RequestRow['cells']): boolean => COLUMNS.every((column) => cells[column] === 'blank');

/** Every row of a table read whole. */
export const rowsOf = (requests: Requests): { readonly label: string; readonly counts: Counts }[] => [
  { label: FRAME.received, counts: requests.received },
  { label: FRAME.carriedIn, counts: requests.carriedIn },
  ...requests.results,
  { label: FRAME.resultTotal, counts: requests.resultTotal },
  { label: FRAME.carriedOut, counts: requests.carriedOut },
];
