import { type MonthSpan, monthsAfter } from './months.ts';
import { CHINESE_DIGIT, CHINESE_NUMBER, plain, yearNumber } from './numerals.ts';

/** What stretch of time a title names. Months are null where it names the year only. */
export interface NamedPeriod {
  readonly year: number;
  readonly fromMonth: number | null;
  readonly toMonth: number | null;
}

const YEAR = `((?:1\\s?9|2\\s?0)\\s?\\d\\s?\\d|${CHINESE_DIGIT}(?:\\s?${CHINESE_DIGIT}){3})`;
/** 年 may be left out before words that follow nothing but a year: 2023上半年, 2023第二季度, 2023年度下半年. */
const YEAR_MARK = new RegExp(
  `(?<!\\d)${YEAR}\\s*(?:(?:年度|年)(?:的|份)?|(?=[上下]半年|第[1-4一二三四]季度|[一二三四]季度))\\s*`,
  'g',
);

const MONTH_NUMBER = '(0?[1-9]|1[0-2])';
const DAY_NUMBER = '([0-2]?\\d|3[01])';
const TO = '\\s*[-~—–－至到]{1,2}\\s*';
/** 2023.05, 202305, each with the end of a range behind it, and 2023-05; a day behind it makes it a date. */
const NUMERIC = new RegExp(
  `(?<![\\d./〔[【第-])((?:19|20)\\d\\d)(?:-${MONTH_NUMBER}|(?:[./]${MONTH_NUMBER}|(0[1-9]|1[0-2]))(?:\\s*[-~—–至]\\s*${MONTH_NUMBER})?)(?![\\d./〕\\]】号-])`,
  'g',
);
/** 2023.04-2023.06 */
const NUMERIC_RANGE = new RegExp(
  `(?<![\\d./-])(20\\d\\d)[./-]${MONTH_NUMBER}${TO}(20\\d\\d)[./-]${MONTH_NUMBER}(?![\\d./号-])`,
  'g',
);
/** 2023.5.1-5.31, 2023-05-01至2023-05-31: a stretch of days. */
const NUMERIC_DAYS = new RegExp(
  `(?<![\\d./-])(20\\d\\d)[./-]${MONTH_NUMBER}[./-]${DAY_NUMBER}日?${TO}(?:(20\\d\\d)[./-])?(?:${MONTH_NUMBER}[./-])?${DAY_NUMBER}(?![\\d./-])`,
  'g',
);
/** 2023Q2, 2023年Q2, 2023H1. */
const LETTERED = /(?<![\da-z])(20\d\d)\s*年?\s*-?\s*(?:q([1-4])|h([12]))(?![\da-z])/gi;

/** Months without a year: 5月份, 1—5月, 二季度, 上半年, Q2. Not a day (5月1日), nor 12个月. */
const YEARLESS = new RegExp(
  `(?<![\\d年.\\-/])(?:(?=(?:前|第)?\\s*(?:\\d{1,2}|${CHINESE_NUMBER})\\s*(?:月|个?季度|个月|[-~—–至到、和及与]{1,2}\\s*第?(?:\\d{1,2}|${CHINESE_NUMBER})\\s*(?:月|季度|[、和及与-]))|[上下]半年)|(?<![a-z])(?=q[1-4](?![\\da-z])))`,
  'gi',
);
/** From so many days on a stretch that begins on the first is whole months. */
const LAST_DAYS = 28;

/** What stretch of a year a title names without saying of which year. */
export interface MonthsOnly {
  readonly fromMonth: number;
  readonly toMonth: number;
  /** Said in a way that can only mean what the document is about: 5月份, 1-5月, 二季度. */
  readonly plainly: boolean;
}

/** The first run of months that a title names without a year; none where it names a year with months, or no months. */
export function findMonthsOnly(title: string): readonly MonthsOnly[] {
  const named = findPeriods(title);
  if (named.some(({ fromMonth }) => fromMonth !== null) || yearsNamed(named) > 1) return [];
  const flat = plain(title);
  for (const match of flat.matchAll(YEARLESS)) {
    const rest = flat.slice(match.index);
    const found = monthsAfter(rest, flat.slice(0, match.index));
    if (!found || found.spans.length === 0) continue;
    const several = found.spans.length > 1 || found.spans.some(([from, to]) => from < to);
    const plainly = several || /^[^月]{0,4}月份/.test(rest);
    return found.spans.map(([fromMonth, toMonth]) => ({ fromMonth, toMonth, plainly }));
  }
  return [];
}

const yearsNamed = (named: readonly NamedPeriod[]): number => new Set(named.map(({ year }) => year)).size;

/**
 * Every stretch of time that a title or caption names, in order, each once: 2023年5月份, 1-5月, 4月、5月, 第二季度, Q2,
 * 上半年, 年度. A day (2023年5月1日) is none, but the first to the last day of months are those months.
 */
export function findPeriods(title: string): NamedPeriod[] {
  const flat = plain(title);
  const found = new Map<string, NamedPeriod>();
  const add = (year: number, [fromMonth, toMonth]: MonthSpan | readonly [null, null]): void => {
    found.set(`${year} ${fromMonth} ${toMonth}`, { year, fromMonth, toMonth });
  };
  let taken = 0;
  for (const match of flat.matchAll(YEAR_MARK)) {
    const year = yearNumber(match[1] ?? '');
    if (year === null || year < 1900 || year > 2100 || match.index < taken) continue;
    const at = match.index + match[0].length;
    const months = monthsAfter(flat.slice(at), flat.slice(0, match.index), year);
    if (months === null) {
      // 2023年Q2 is told below.
      if (!/^q[1-4]|^h[12]/i.test(flat.slice(at))) add(year, [null, null]);
      continue;
    }
    taken = at + months.length;
    for (const span of months.spans) add(year, span);
    for (const span of months.next ?? []) add(year + 1, span);
  }
  for (const [, year, month, day, year2 = year, month2 = month, day2] of flat.matchAll(NUMERIC_DAYS)) {
    if (Number(day) === 1 && Number(day2) >= LAST_DAYS && year === year2 && Number(month2) >= Number(month))
      add(Number(year), [Number(month), Number(month2)]);
  }
  for (const [, year, from, year2, to] of flat.matchAll(NUMERIC_RANGE)) {
    if (year === year2 && Number(from) <= Number(to)) add(Number(year), [Number(from), Number(to)]);
  }
  for (const [, year, dashed, parted, packed, until] of flat.matchAll(NUMERIC)) {
    const fromMonth = Number(dashed ?? parted ?? packed);
    add(Number(year), [fromMonth, Math.max(fromMonth, Number(until ?? fromMonth))]);
  }
  for (const [, year, quarter, half] of flat.matchAll(LETTERED)) {
    const size = quarter ? 3 : 6;
    const last = Number(quarter ?? half) * size;
    add(Number(year), [last - size + 1, last]);
  }
  return [...found.values()];
}
