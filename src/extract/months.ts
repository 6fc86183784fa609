import { CHINESE_DIGIT, CHINESE_NUMBER, smallNumber, yearNumber } from './numerals.ts';

/** First and last month, 1–12. */
export type MonthSpan = readonly [from: number, to: number];

export interface Months {
  /** In the year named; none where a date was named instead. */
  readonly spans: readonly MonthSpan[];
  /** In the year after it: 2022年12月至2023年2月. */
  readonly next?: readonly MonthSpan[];
  /** Characters read. */
  readonly length: number;
}

const SMALL = `(?:\\d{1,2}|${CHINESE_NUMBER})`;
const YEAR = `(?:2\\s?0\\s?\\d\\s?\\d|${CHINESE_DIGIT}(?:\\s?${CHINESE_DIGIT}){3})`;
const TO = '\\s*[-~—–－至到]{1,2}\\s*';
const AND = '\\s*[、和及与]\\s*';
const NO_DAY = '(?!\\s*\\d{1,2}\\s*[日号])';
const DAY_BEHIND = /^\s*\d{1,2}\s*[日号]/;

/** 5月1日, and with its end 5月1日至31日, 5月1日—6月30日. */
const DAYS = new RegExp(
  `^(${SMALL})\\s*月\\s*(${SMALL})\\s*[日号](?:${TO}(?:${YEAR}\\s*年\\s*)?(?:(${SMALL})\\s*月\\s*)?(${SMALL})\\s*[日号])?`,
);
/** 2023年4月至2023年6月, behind its first year. */
const AGAIN = new RegExp(`^(${SMALL})\\s*月\\s*份?${TO}(${YEAR})\\s*年\\s*(${SMALL})\\s*月${NO_DAY}`);
/** 4月、5月和6月份; 4、5、6月; 1-3月、5月; the last has its 月. */
const ONE = `${SMALL}(?:\\s*月\\s*份?)?(?:${TO}${SMALL}(?:\\s*月\\s*份?)?)?`;
const LIST = new RegExp(`^${ONE}(?:${AND}${ONE})*`);
const ITEM = new RegExp(`(${SMALL})(?:\\s*月\\s*份?)?(?:${TO}(${SMALL})(?:\\s*月\\s*份?)?)?(?:${AND})?`, 'y');
const QUARTER_NUMBER = '([1-4一二三四])';
const QUARTERS = /^(?:前|第?\s*[1一]\s*(?:季度)?\s*[-~—–至到]\s*第?)\s*([2-4二三四两])\s*个?季度/;
const QUARTER_LIST = new RegExp(
  `^第?\\s*${QUARTER_NUMBER}\\s*(?:季度)?(?:${AND}第?\\s*${QUARTER_NUMBER}\\s*(?:季度)?)*季度|^第?\\s*${QUARTER_NUMBER}\\s*季(?:度|(?=[末报）)\\s]|$))`,
);
const HALF = /^(上|下)半年/;
const FIRST_MONTHS = new RegExp(`^前\\s*(${SMALL})\\s*个月`);
const LETTERED = /^q([1-4])(?![\da-z])/i;

/** What stands right before the end of a stretch of figures: 截至2023年5月31日. */
const UNTIL = /(?:截至|截止到?)\s*$/;
const LAST_DAYS = 28;

/**
 * The months that a text begins with: 5月份, 1-5月, 4月、5月, 一、二季度, 前三季度, 上半年, Q2. A day is none of them
 * (no spans), except as the end of a month that figures run up to, and from the first to the last day of months. Null
 * where it begins with none. `before` is the text before it (and before its year), `year` the year that stands there.
 */
export function monthsAfter(rest: string, before = '', year: number | null = null): Months | null {
  return ofDays(rest, before) ?? ofTwoYears(rest, year) ?? ofList(rest) ?? ofWords(rest);
}

function ofDays(rest: string, before: string): Months | null {
  const match = DAYS.exec(rest);
  if (!match) return null;
  const [{ length }, month, first, month2 = month, last] = match;
  const [from, day, to, end] = [month, first, month2, last].map((text) => smallNumber(text ?? ''));
  if (last !== undefined && day === 1 && (end ?? 0) >= LAST_DAYS) return { spans: spanOf(from, to), length };
  if (last === undefined && UNTIL.test(before) && (day ?? 0) >= LAST_DAYS) return { spans: spanOf(from, from), length };
  return { spans: [], length };
}

function ofTwoYears(rest: string, year: number | null): Months | null {
  const match = AGAIN.exec(rest);
  if (!match || year === null) return null;
  const [{ length }, from, again, to] = match;
  const [first, last] = [smallNumber(from ?? ''), smallNumber(to ?? '')];
  const second = yearNumber(again ?? '');
  if (second === year) return { spans: spanOf(first, last), length };
  if (second !== year + 1 || first === null || last === null || last > 12) return null;
  // Month by month: a range from January on would be a running total.
  return { spans: spanOf(first, 12), next: Array.from({ length: last }, (_, i): MonthSpan => [i + 1, i + 1]), length };
}

function ofList(rest: string): Months | null {
  const run = LIST.exec(rest)?.[0] ?? '';
  // What follows the last 月 is no part of the list: 5月、3个月.
  const end = run.lastIndexOf('月');
  if (end === -1) return null;
  const length = end + 1;
  const text = rest.slice(0, length);
  // 一、5月份: a number of a paragraph, not of a month.
  if (/^[一二三四五六七八九十]+、\s*\d/.test(text)) return null;
  const spans: MonthSpan[] = [];
  ITEM.lastIndex = 0;
  for (let match = ITEM.exec(text); match; match = ITEM.exec(text)) {
    const from = smallNumber(match[1] ?? '');
    spans.push(...spanOf(from, match[2] === undefined ? from : smallNumber(match[2])));
  }
  // 5月、6月1日: the last is a day.
  if (spans.length > 1 && DAY_BEHIND.test(rest.slice(length))) spans.pop();
  return spans.length > 0 ? { spans, length } : null;
}

function ofWords(rest: string): Months | null {
  const several = QUARTERS.exec(rest);
  if (several) {
    const last = several[1] === '两' ? 2 : (smallNumber(several[1] ?? '') ?? 0);
    return { spans: spanOf(1, last * 3), length: several[0].length };
  }
  const quarters = QUARTER_LIST.exec(rest)?.[0];
  if (quarters !== undefined) {
    const numbers = [...quarters.matchAll(new RegExp(QUARTER_NUMBER, 'g'))].map(([text]) => smallNumber(text) ?? 0);
    return { spans: numbers.map((number): MonthSpan => [number * 3 - 2, number * 3]), length: quarters.length };
  }
  const half = HALF.exec(rest);
  if (half) return { spans: [half[1] === '上' ? [1, 6] : [7, 12]], length: half[0].length };
  const first = FIRST_MONTHS.exec(rest);
  if (first) return { spans: spanOf(1, smallNumber(first[1] ?? '')), length: first[0].length };
  const letter = LETTERED.exec(rest);
  const quarter = Number(letter?.[1] ?? 0);
  return letter ? { spans: [[quarter * 3 - 2, quarter * 3]], length: letter[0].length } : null;
}

const spanOf = (from: number | null | undefined, to: number | null | undefined): MonthSpan[] =>
  from && to && from <= to && to <= 12 ? [[from, to]] : [];
