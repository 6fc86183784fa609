import { type CivilDate, civilDate, yearOf } from '../../../model/civil-date.ts';
import { findDates } from '../../dates.ts';
import { plain } from '../../numerals.ts';
import type { StatisticsPeriod, YearClaim, YearPlace } from './facts.ts';
import { annualReportYears } from './title.ts';

/** Names of laws and forms, and document numbers: their years are not the report's. */
const QUOTED = /《[^《》]*》|<[^<>\n]{4,}>|＜[^＜＞\n]{4,}＞|[（(][^（(）)\n]*[〔[【][^）)\n]*[）)]/g;
const NAMED = /((?:19|20)\d\d)\s*年(?:度|年度)?(?:的)?[^。；;,，\d\n]{0,30}?(?:年度报告|年报|工作报告)/g;
const ABOUT_REPORTS = /^[^。；;\n]{0,8}(?:编制|撰写|报送|公布工作|的通知|格式|要求)/;
const PERIOD_MARK = /(?:统计|数据|报告)[^。；;\n]{0,16}?(?:期限|时限|期间|周期|时间|截至|自|从)|统计(?:期限|时限)/g;
const PERIOD_REACH = 70;
const END_WITHOUT_YEAR = /[至到—–~-]\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/;

/** 统计期限 as the opening states it; null where there is none. */
export function readStatisticsPeriod(opening: string): StatisticsPeriod | null {
  const flat = plain(opening);
  const periods = [...flat.matchAll(PERIOD_MARK)].flatMap((mark) => periodIn(flat.slice(mark.index)) ?? []);
  return periods.find(({ sure }) => sure) ?? periods[0] ?? null;
}

/** The days named from here to the end of the sentence. */
function periodIn(rest: string): StatisticsPeriod | null {
  const [window = ''] = rest.slice(0, PERIOD_REACH).split(/[。；;\n]/);
  const dates = findDates(window);
  if (dates.length === 0) return null;
  const [first, second] = dates;
  const from = first?.sure && dates.every(({ sure }) => sure) ? first.date : null;
  const to = from === null ? null : (second?.date ?? endInYear(window, from));
  return { from, to, text: window.trim(), sure: from !== null && to !== null };
}

function endInYear(window: string, from: CivilDate): CivilDate | null {
  const match = END_WITHOUT_YEAR.exec(window);
  return match ? civilDate(yearOf(from), Number(match[1]), Number(match[2])) : null;
}

interface Places {
  readonly title: string;
  readonly titleLines: readonly string[];
  readonly opening: string;
  readonly period: StatisticsPeriod | null;
  /** Text of part one. */
  readonly general: string;
}

/** Every year that a report names as its own, with the place. */
export function readYearClaims({ title, titleLines, opening, period, general }: Places): YearClaim[] {
  return [
    ...annualReportYears(title).map((year) => claim(year, 'title', title)),
    ...annualReportYears(titleLines.join('')).map((year) => claim(year, 'body-title', titleLines.join(''))),
    ...namedIn(opening),
    ...(period ? periodClaims(period) : []),
    ...generalClaim(general),
  ];
}

const claim = (year: number, place: YearPlace, text: string, sure = true): YearClaim => ({ year, place, text, sure });

function namedIn(opening: string): YearClaim[] {
  const flat = plain(opening).replace(QUOTED, (quoted) => '　'.repeat(quoted.length));
  const claims: YearClaim[] = [];
  for (const match of flat.matchAll(NAMED)) {
    if (ABOUT_REPORTS.test(flat.slice(match.index + match[0].length))) continue;
    const year = Number(match[1]);
    if (!claims.some((known) => known.year === year)) claims.push(claim(year, 'opening', match[0].trim()));
  }
  return claims;
}

function periodClaims({ from, to, text, sure }: StatisticsPeriod): YearClaim[] {
  if (sure && from && to) return [...new Set([yearOf(from), yearOf(to)])].map((year) => claim(year, 'period', text));
  const years = new Set(findDates(text).map(({ date }) => yearOf(date)));
  return [...years].map((year) => claim(year, 'period', text, false));
}

function generalClaim(general: string): YearClaim[] {
  const start = plain(general).trimStart().slice(0, 30);
  const match = /^((?:19|20)\d\d)\s?(年(?:度|来|以来)?)?[,，、\s]?/.exec(start);
  return match ? [claim(Number(match[1]), 'general', start, match[2] !== undefined)] : [];
}

/**
 * The year a report is about: the title's; where it names none or several, the one that the other places agree on.
 * null where that leaves several, or none that was read for certain.
 */
export function yearFrom(claims: readonly YearClaim[]): number | null {
  const years = (place: YearPlace): number[] =>
    claims.flatMap((one) => (one.place === place && one.sure ? [one.year] : []));
  const [titled, ...others] = years('title');
  if (titled !== undefined && others.length === 0) return titled;
  const inside = new Set((['body-title', 'opening', 'period', 'general'] as const).flatMap(years));
  if (others.length > 0) return [titled, ...others].find((year) => year !== undefined && inside.has(year)) ?? null;
  const [only, ...more] = inside;
  return only !== undefined && more.length === 0 ? only : null;
}
