import { CHINESE_DIGIT, CHINESE_NUMBER, plain, smallNumber, yearNumber } from './numerals.ts';

/** What stretch of time a title names. Months are null where it names the year only. */
export interface NamedPeriod {
  readonly year: number;
  readonly fromMonth: number | null;
  readonly toMonth: number | null;
}

const YEAR = `((?:1\\s?9|2\\s?0)\\s?\\d\\s?\\d|${CHINESE_DIGIT}(?:\\s?${CHINESE_DIGIT}){3})`;
const SMALL = `(\\d{1,2}|${CHINESE_NUMBER})`;
const DASH = '[-~—–－至到、和]{1,2}';
const YEAR_MARK = new RegExp(`(?<!\\d)${YEAR}\\s*(?:年度|年)(?:的|份)?\\s*`, 'g');

/** How the text may go on after the year, most telling first. */
const MONTHS = new RegExp(`^${SMALL}\\s*月?\\s*(?:份)?\\s*${DASH}\\s*${SMALL}\\s*月`);
const MONTH = new RegExp(`^${SMALL}\\s*月`);
const QUARTER = /^第?\s*([1-4一二三四])\s*季度?/;
const QUARTERS = /^(?:前|第?\s*[1一]\s*(?:季度)?\s*[-~—–至到]\s*第?)\s*([2-4二三四两])\s*个?季度/;
const HALF = /^(上|下)半年/;

/** Every stretch of time that a title or caption names, in order, each once: 2023年5月份, 1-5月, 第二季度, 上半年, 年度. */
export function findPeriods(title: string): NamedPeriod[] {
  const flat = plain(title);
  const found = new Map<string, NamedPeriod>();
  for (const match of flat.matchAll(YEAR_MARK)) {
    const year = yearNumber(match[1] ?? '');
    if (year === null || year < 1900 || year > 2100) continue;
    const [fromMonth, toMonth] = monthsAfter(flat.slice(match.index + match[0].length)) ?? [null, null];
    found.set(`${year} ${fromMonth} ${toMonth}`, { year, fromMonth, toMonth });
  }
  return [...found.values()];
}

function monthsAfter(rest: string): [number, number] | null {
  const several = MONTHS.exec(rest);
  if (several) return months(smallNumber(several[1] ?? ''), smallNumber(several[2] ?? ''));
  const one = MONTH.exec(rest);
  if (one) return months(smallNumber(one[1] ?? ''), smallNumber(one[1] ?? ''));
  const quarters = QUARTERS.exec(rest);
  if (quarters) return months(1, quarterNumber(quarters[1] ?? '') * 3);
  const quarter = QUARTER.exec(rest);
  if (quarter) return months(quarterNumber(quarter[1] ?? '') * 3 - 2, quarterNumber(quarter[1] ?? '') * 3);
  const half = HALF.exec(rest);
  if (half) return half[1] === '上' ? [1, 6] : [7, 12];
  return null;
}

const quarterNumber = (text: string): number => (text === '两' ? 2 : (smallNumber(text) ?? 0));

function months(from: number | null, to: number | null): [number, number] | null {
  return from !== null && to !== null && from >= 1 && to <= 12 && from <= to ? [from, to] : null;
}
