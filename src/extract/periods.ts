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

/** 2023.05, 202306, each with the end of a range behind it, and 2023-05; a day behind it makes it a date. */
const MONTH_NUMBER = '(0?[1-9]|1[0-2])';
const NUMERIC = new RegExp(
  `(?<![\\d./〔[【第-])((?:19|20)\\d\\d)(?:-${MONTH_NUMBER}|(?:[./]${MONTH_NUMBER}|(0[1-9]|1[0-2]))(?:\\s*[-~—–至]\\s*${MONTH_NUMBER})?)(?![\\d./〕\\]】号-])`,
  'g',
);
/** The second half of a range that names its year twice: 2023年4月至2023年6月. */
const AGAIN = new RegExp(`^${SMALL}\\s*月\\s*(?:份)?\\s*${DASH}\\s*${YEAR}\\s*年\\s*${SMALL}\\s*月`);
/** Months without a year: 5月份, 1—5月, 二季度, 上半年. Not a day (5月1日 is one of 5月 all the same), nor 12个月. */
const YEARLESS = new RegExp(
  `(?<![\\d年.\\-/])(?=(?:前|第)?\\s*(?:\\d{1,2}|${CHINESE_NUMBER})\\s*(?:月|个?季度|${DASH}\\s*(?:\\d{1,2}|${CHINESE_NUMBER})\\s*月)|[上下]半年)`,
  'g',
);

/** What stretch of a year a title names without saying of which year. */
export interface MonthsOnly {
  readonly fromMonth: number;
  readonly toMonth: number;
  /** Said in a way that can only mean what the document is about: 5月份, 1-5月, 二季度. */
  readonly plainly: boolean;
}

/** The first months that a title names without a year; null where it names a year, or no months. */
export function findMonthsOnly(title: string): MonthsOnly | null {
  if (findPeriods(title).length > 0) return null;
  const flat = plain(title);
  for (const match of flat.matchAll(YEARLESS)) {
    const rest = flat.slice(match.index);
    const found = monthsAfter(rest);
    if (!found) continue;
    const [fromMonth, toMonth] = found;
    const plainly = fromMonth < toMonth || /^[^月]{0,4}月份/.test(rest);
    return { fromMonth, toMonth, plainly };
  }
  return null;
}

/** Every stretch of time that a title or caption names, in order, each once: 2023年5月份, 1-5月, 第二季度, 上半年, 年度. */
export function findPeriods(title: string): NamedPeriod[] {
  const flat = plain(title);
  const found = new Map<string, NamedPeriod>();
  let taken = 0;
  for (const match of flat.matchAll(YEAR_MARK)) {
    const year = yearNumber(match[1] ?? '');
    if (year === null || year < 1900 || year > 2100 || match.index < taken) continue;
    const at = match.index + match[0].length;
    const rest = flat.slice(at);
    const range = monthsAgain(rest, year);
    if (range) taken = at + (AGAIN.exec(rest)?.[0].length ?? 0);
    const [fromMonth, toMonth] = range ?? monthsAfter(rest) ?? [null, null];
    found.set(`${year} ${fromMonth} ${toMonth}`, { year, fromMonth, toMonth });
  }
  for (const [, year, dashed, parted, packed, until] of flat.matchAll(NUMERIC)) {
    const fromMonth = Number(dashed ?? parted ?? packed);
    const toMonth = Math.max(fromMonth, Number(until ?? fromMonth));
    found.set(`${year} ${fromMonth} ${toMonth}`, { year: Number(year), fromMonth, toMonth });
  }
  return [...found.values()];
}

function monthsAgain(rest: string, year: number): [number, number] | null {
  const match = AGAIN.exec(rest);
  if (!match || yearNumber(match[2] ?? '') !== year) return null;
  return months(smallNumber(match[1] ?? ''), smallNumber(match[3] ?? ''));
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
