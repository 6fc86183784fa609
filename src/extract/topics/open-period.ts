import { addDays, type CivilDate, civilDate, daysBetween } from '../../model/civil-date.ts';
import { findDates } from '../dates.ts';
import { plain, smallNumber } from '../numerals.ts';

/** A period in which opinions are taken. */
export interface OpenPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Natural days, the first and the last among them. */
  readonly days: number;
  /** The words that say so. */
  readonly text: string;
}

const NUMBER_OF_DAYS = '(\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const NUMERIC = '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)';
const DATE = `(?:(?:\\d{4}\\s*年\\s*)?\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|${NUMERIC})`;
/** 自2023年5月1日至5月30日, 从5月1日开始，到5月30日结束, 开始时间：2023-05-01　结束时间：2023-05-30. */
const RANGE = new RegExp(
  `(${DATE})(?:[^，。；;\\n]{0,12}?|[^。；;\\n]{0,6}?(?:开始|起)，?)(?:至|到|[-—–~～]+|(?:结束|截止)(?:日期|时间))[:\\s]*(${DATE})`,
  'g',
);
/** 请于2023年5月30日前反馈, 截止2023年5月30日, 截至…, 即日起至…. */
const UNTIL = new RegExp(
  `(?:截止(?:日期|时间)?|截至|即日起|征求意见(?:时间|期限|日期)|公示(?:时间|期限|期)|(?:请)?[于在])\\s*(?:为|是|:)?\\s*(?:截止|至|到)?\\s*(?:\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日起?至)?\\s*(${DATE})(?=\\s*(?:\\d{1,2}[:时]\\d{0,2}分?\\s*)?(?:之前|以前|前|止|截止|[。；;，\\n]|$))`,
  'g',
);
/** 公示期30日, 征求意见期限为三十天, 自公告发布之日起30日内, 期限1个月. What runs from another day, as 自受理之日起 does, is another matter. */
const LENGTH = new RegExp(
  `(?:(?:公示|征求(?:社会|公众|各界)?意见|征集(?:意见)?|意见征集|反馈)(?:期限?|时间|时限)(?:为|是|缩短为|:)?\\s*|(?:公告|通知|公示|发布|公布|刊登|登载|即)之?日起(?:的)?\\s*|为期|(?<![有时])(?:期限|时限)(?:为|是|:)?\\s*)${NUMBER_OF_DAYS}\\s*(?:个)?\\s*(工作日|自然日|日|天|月)(?![\\d一二三])`,
  'g',
);

/**
 * How long a notice takes opinions, by all it says for certain, the longest reading of it; null where it does not say,
 * or not in a way that can be read. `published`: the day its days count from. Working days are told by `workdays`,
 * which gives null where no calendar knows.
 */
export function readOpenPeriod(
  text: string,
  published: CivilDate,
  workdays: (from: CivilDate, days: number) => CivilDate | null,
): OpenPeriod | 'no-calendar' | null {
  const flat = plain(text);
  const found: OpenPeriod[] = [];
  const add = (from: CivilDate, to: CivilDate | null, said: string): void => {
    if (to !== null && to >= from) found.push({ from, to, days: daysBetween(from, to) + 1, text: said });
  };
  for (const match of flat.matchAll(RANGE)) {
    const [said, from = '', to = ''] = match;
    const start = dateIn(from, addDays(published, -AWAY));
    const isNear = start !== null && Math.abs(daysBetween(published, start)) <= AWAY;
    if (isNear && isOfOpinions(flat, match)) add(start, dateIn(to, start), said);
  }
  for (const match of flat.matchAll(UNTIL)) {
    const [said, to = ''] = match;
    if (isOfOpinions(flat, match)) add(published, dateIn(to, published), said);
  }
  for (const match of flat.matchAll(LENGTH)) {
    const [said, count = '', kind] = match;
    const days = /^\d+$/.test(count) ? Number(count) : smallNumber(count);
    if (!days || !(/日起/.test(said) || isOfOpinions(flat, match))) continue;
    const to =
      kind === '工作日' ? workdays(published, days) : addDays(published, (kind === '月' ? 31 * days : days) - 1);
    if (to === null) return 'no-calendar';
    add(published, to, said);
  }
  return found.reduce<OpenPeriod | null>((best, one) => (best === null || one.days > best.days ? one : best), null);
}

/** A period of opinions begins about the day of its notice; other stretches of time are other matters. */
const AWAY = 10;
const AROUND = 40;

/** Whether the sentence that a date stands in is about opinions. */
function isOfOpinions(text: string, { 0: said, index }: RegExpExecArray): boolean {
  const before =
    text
      .slice(Math.max(0, index - AROUND), index)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  const after = text.slice(index + said.length, index + said.length + AROUND).split(/[。；;\n]/)[0] ?? '';
  const isLabelled = /^\s*(?:开始|起始)(?:日期|时间)[:\s]*$/.test(before);
  return isLabelled || /征求|征集|公示|意见|反馈|建议|截止|截至/.test(`${before}${said}${after}`);
}

/** A date as printed; one without a year is the first such day that is not before `since`. */
function dateIn(text: string, since: CivilDate): CivilDate | null {
  const [sure] = findDates(text).filter((one) => one.sure);
  if (sure) return sure.date;
  const match = /^(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(text.trim());
  if (!match) return null;
  const year = Number(since.slice(0, 4));
  const on = (one: number): CivilDate | null => civilDate(one, Number(match[1]), Number(match[2]));
  const same = on(year);
  return same !== null && same >= since ? same : on(year + 1);
}
