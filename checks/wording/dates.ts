import { civilDate } from '../kit.ts';
import { type Hit, lineAround } from './steady.ts';

/** Year, month and day; month and day; each number whole. Characters may have been set apart by blanks. */
const DAY = /(?=\d)(?<![\d.第满])(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日/g;
/** A month of a year without a day: 2023年13月. */
const MONTH = /(?=[12])(?<![\d.])(?:19|20)\d\d ?年 ?(\d{1,2}) ?月(?! ?\d| ?龄)/g;
/** An hour that a day or part of the day leads to: 5日25时, 上午25时, 8时75分. */
const HOUR =
  /(?:(?:月 ?\d{1,2} ?日|上午|下午|晚上|凌晨|中午)[ 的]?)(\d{1,2}) ?(?:时(?![段差段限间速])|点(?=整|半|前|后|\d)|[:：](?=\d\d(?!\d))) ?(\d{1,2})?/g;
/** The moon's months have thirty days at most and as a rule; other calendars are none of this check's business. */
const OTHER_CALENDAR = /农历|阴历|旧历|夏历|古历|回历|佛历|民国|腊月|正月/;
/** Who says that there is no such day is right. */
const TOLD = /不存在|有误|笔误/;
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Days and hours that no calendar has. Months and days are not judged in a cell of a table without their year: columns
 * of numbers look like them. 1月12月 (a dash got lost) and 第13月 are none.
 */
export function impossibleDates(text: string, cells: () => ReadonlySet<string>): readonly Hit[] {
  const found: Hit[] = [];
  const add = (index: number, length: number, needsLine: boolean): void => {
    const hit = { from: index, to: index + length };
    const line = lineAround(text, hit);
    if (OTHER_CALENDAR.test(line) || TOLD.test(line) || (needsLine && cells().has(line))) return;
    found.push(hit);
  };
  if (!/[月日午晚晨]/.test(text)) return found;
  for (const { 0: all, 1: year, 2: month, 3: day, index } of text.matchAll(DAY))
    if (!isDay(year, Number(month), Number(day))) add(index, all.length, year === undefined);
  for (const { 0: all, 1: month, index } of text.matchAll(MONTH))
    if (Number(month) < 1 || Number(month) > 12) add(index, all.length, false);
  for (const { 0: all, 1: hour, 2: minute, index } of text.matchAll(HOUR))
    if (Number(hour) > 24 || Number(minute ?? 0) > 59) add(index, all.length, true);
  return found;
}

function isDay(year: string | undefined, month: number, day: number): boolean {
  if (year !== undefined && /^(?:19|20)/.test(year)) return civilDate(Number(year), month, day) !== null;
  return day >= 1 && day <= (LONGEST_MONTH[month - 1] ?? 0);
}
