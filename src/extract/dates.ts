import { type CivilDate, civilDate } from '../model/civil-date.ts';
import { CHINESE_DIGIT, CHINESE_NUMBER, plain, smallNumber, yearNumber } from './numerals.ts';
import { shreddedDates } from './shredded-dates.ts';

interface FoundDate {
  readonly date: CivilDate;
  /** As printed. */
  readonly text: string;
  readonly index: number;
  /** False for one of several readings of a date that lost characters. */
  readonly sure: boolean;
}

const YEAR = `((?:1\\s?9|2\\s?0)\\s?\\d\\s?\\d|${CHINESE_DIGIT}(?:\\s?${CHINESE_DIGIT}){3})`;
const SMALL = `(\\d{1,2}|${CHINESE_NUMBER})`;
/** 2020年05月07日, 二O一一年5月16日. A day without 日 counts where a range goes on to one: 5月10—12日. */
const WRITTEN = new RegExp(
  `(?<!\\d)${YEAR}\\s*年\\s*${SMALL}\\s*月\\s*${SMALL}(?:\\s*[日号]|(?=\\s*[-~—–至到]+\\s*\\d{1,2}\\s*[日号]))`,
  'g',
);
/**
 * 2019-8-7, 2018/10/12, 2021.3.5. Not inside a path, a telephone or version number, nor before a unit of measure.
 */
const SEPARATED =
  /(?<![\d/A-Za-z_]|\d-|[\d.]\.)((?:19|20)\d\d)\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d|\s?[-/.]\d|\.?\d|[%％‰℃元万亿]|\/)/g;

/** All dates of a text in order, sure ones and possible readings of damaged ones. Impossible days are no dates. */
export function findDates(text: string): FoundDate[] {
  if (!/[年\d]/.test(text)) return [];
  const flat = plain(text);
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, year: number | null, month: number | null, day: number | null): void => {
    const date = year !== null && month !== null && day !== null ? civilDate(year, month, day) : null;
    const index = match.index ?? 0;
    if (date) found.push({ date, text: text.slice(index, index + match[0].length), index, sure: true });
  };
  const taken: [number, number][] = [];
  for (const match of flat.matchAll(WRITTEN)) {
    taken.push([match.index, match.index + match[0].length]);
    add(match, yearNumber(match[1] ?? ''), smallNumber(match[2] ?? ''), smallNumber(match[3] ?? ''));
  }
  for (const match of flat.matchAll(SEPARATED)) {
    taken.push([match.index, match.index + match[0].length]);
    add(match, Number(match[1]), Number(match[3]), Number(match[4]));
  }
  for (const { date, index, length } of shreddedDates(flat)) {
    if (taken.some(([from, to]) => index < to && index + length > from)) continue;
    found.push({ date, text: text.slice(index, index + length), index, sure: false });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The first date that can be read one way only, or null. */
export function readDate(text: string): CivilDate | null {
  return findDates(text).find((found) => found.sure)?.date ?? null;
}
