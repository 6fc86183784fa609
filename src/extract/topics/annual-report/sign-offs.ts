import type { CivilDate } from '../../../model/civil-date.ts';
import { findDates } from '../../dates.ts';
import { squeeze } from '../../html.ts';
import { plain } from '../../numerals.ts';
import type { SignOff } from './facts.ts';
import { linesOf } from './wording.ts';

/** How many of the last lines can be a sign-off. */
const REACH = 14;
const UNIT =
  /^\p{Script=Han}[\p{Script=Han}（）()·]{2,29}(?:局|委员会|委|办公室|政府|中心|街道办事处|办事处|镇|街道|乡|院|大队|支队|分局|公司|联合会|协会|档案馆|指挥部)$/u;
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、])|^附/;
const DAY =
  /^[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?[）)]?$/;
const NUMERIC_DAY = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/;
const SHREDDED_DAY = /^20\d\d\d{2,4}$/;
/** A date's first line and its rest. */
const DAY_START = /^[（(]?\d{4}(?:年(?:\d{1,2}(?:月(?:\d{1,2})?)?)?)?$/;
const DAY_REST = /^(?:年?\d{0,2}月?\d{0,2}[日号]?[）)]?)$/;
/** The first line of a unit's name that is not one by itself. */
const NAME_START = /^\p{Script=Han}{2,20}$/u;
const WORDS = /^(?:无|暂无|没有|完|特此(?:报告|公布|公告)|以上|如下)|(?:情况|事项|报告|工作|措施|问题)$/;

/** The sign-offs at the end of a report: unit and date, whole or broken over lines. */
export function readSignOffs(text: string): SignOff[] {
  const lines = linesOf(text)
    .slice(-REACH)
    .map((line) => line.trim());
  const found: SignOff[] = [];
  for (let i = 0; i < lines.length; ) {
    const scattered = scatteredAt(lines, i);
    if (scattered) {
      found.push(scattered);
      i += scattered.lines.length;
      continue;
    }
    const together = unitAndDay(lines[i] ?? '');
    if (together) {
      found.push(together);
      i += 1;
      continue;
    }
    const unit = unitAt(lines, i);
    const date = dateAt(lines, i + (unit?.count ?? 0));
    const count = (unit?.count ?? 0) + (date?.count ?? 0);
    if (count === 0) {
      i += 1;
      continue;
    }
    found.push({
      unit: unit?.name ?? null,
      date: date?.date ?? null,
      lines: lines.slice(i, i + count),
      broken: (unit?.count ?? 1) > 1 || (date?.count ?? 1) > 1,
    });
    i += count;
  }
  return found;
}

/** Over how many lines a sign-off may be scattered. */
const SCATTERED = 6;
const UNIT_AND_DAY = /^(\p{Script=Han}{4,30}?)([（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年.+[日号][）)]?)$/u;

/** Unit and date side by side on one line. */
function unitAndDay(line: string): SignOff | null {
  const [, unit = '', day = ''] = UNIT_AND_DAY.exec(squeeze(plain(line))) ?? [];
  if (!isUnit(unit) || !DAY.test(day)) return null;
  return { unit, date: sureDate(day), lines: [line], broken: false };
}

/** Unit and date broken in places that are neither's end: 某区某 / 局2023年 / 1月 / 15日. */
function scatteredAt(lines: readonly string[], at: number): SignOff | null {
  if (!NAME_START.test(squeeze(lines[at] ?? ''))) return null;
  for (let count = 2; count <= SCATTERED && at + count <= lines.length; count += 1) {
    const parts = lines.slice(at, at + count);
    const squeezed = parts.map((line) => squeeze(plain(line)));
    const [, unit = '', day = ''] = UNIT_AND_DAY.exec(squeezed.join('')) ?? [];
    if (!isUnit(unit) || !DAY.test(day)) continue;
    // A line that holds the end of the name and the beginning of the date: what else is broken is found line by line.
    const holdsBoth = squeezed.slice(1).some((line) => /^\p{Script=Han}+\d{4}年/u.test(line));
    if (holdsBoth) return { unit, date: sureDate(day), lines: parts, broken: true };
  }
  return null;
}

function unitAt(lines: readonly string[], at: number): { name: string; count: number } | null {
  const first = squeeze(lines[at] ?? '');
  if (isUnit(first)) return { name: first, count: 1 };
  const second = squeeze(lines[at + 1] ?? '');
  if (!NAME_START.test(first) || WORDS.test(first) || !/^\p{Script=Han}{1,20}$/u.test(second)) return null;
  // A whole unit's name in the second line stands for itself, unless the first is a place's.
  const joined = first + second;
  return isUnit(joined) && (!isUnit(second) || /[省市区县]$|人民$/.test(first)) ? { name: joined, count: 2 } : null;
}

const isUnit = (line: string): boolean => UNIT.test(line) && !HEADING.test(line) && !WORDS.test(line);

function dateAt(lines: readonly string[], at: number): { date: CivilDate | null; count: number } | null {
  const first = squeeze(plain(lines[at] ?? ''));
  const second = squeeze(plain(lines[at + 1] ?? ''));
  const joined = first + second;
  const rest = second !== '' && DAY_REST.test(second) && /[年月日号]/.test(second) && !DAY.test(second);
  if (rest && DAY_START.test(first) && DAY.test(joined)) return { date: sureDate(joined), count: 2 };
  if (DAY.test(first) || NUMERIC_DAY.test(first)) return { date: sureDate(first), count: 1 };
  return SHREDDED_DAY.test(first) && findDates(first).length > 0 ? { date: null, count: 1 } : null;
}

const sureDate = (text: string): CivilDate | null => findDates(text).find(({ sure }) => sure)?.date ?? null;
