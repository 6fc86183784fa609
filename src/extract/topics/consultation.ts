import { addDays, type CivilDate, civilDate, daysBetween } from '../../model/civil-date.ts';
import { findDates } from '../dates.ts';
import { plain } from '../numerals.ts';
import { quotedTitles } from './quoted-titles.ts';

const CALLS = /征(?:求|集).{0,60}意见|意见.{0,4}征(?:求|集)|公开征询/;
const DRAFT = /草案|(?:征求)?意见稿|送审稿|初稿/;
const RESULT = /结果|采纳|反馈|汇总|(?:征求|征集|意见).{0,6}情况|情况(?:的)?(?:说明|公告|公示|反馈)|延期|终止|答复/;

/** Whether a title calls for opinions on the draft of a decision or document; what came of it does not. */
export function callsForOpinions(title: string): boolean {
  const flat = title.replace(/\s/g, '');
  const outside = quotedTitles(flat).reduce((rest, quoted) => rest.replace(`《${quoted}》`, ''), flat);
  const calls = CALLS.test(outside) || (DRAFT.test(flat) && CALLS.test(flat));
  return calls && !RESULT.test(outside) && (DRAFT.test(flat) || flat.includes('《'));
}

/** Whether a title or a text tells what came of such a call. */
export const tellsOfOpinions = (text: string): boolean =>
  /(?:征求|征集|意见|公示)[^，。；;：:]{0,8}(?:结果|采纳|汇总|情况)|(?:采纳|反馈)[^，。；;：:]{0,8}(?:情况|结果)|共?(?:收到|收集|征集到?).{0,12}意见|未收到.{0,12}意见|无(?:反馈)?意见/.test(
    text.replace(/\s/g, ''),
  );

/** A period in which opinions are taken. */
export interface OpenPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Natural days, the first and the last among them. */
  readonly days: number;
  /** The words that say so. */
  readonly text: string;
}

const NUMERIC = '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)';
const DATE = `(?:(?:\\d{4}\\s*年\\s*)?\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|${NUMERIC})`;
/** 自2023年5月1日至5月30日, 2023年5月1日—2023年5月30日, with hours behind either. */
const RANGE = new RegExp(
  `(\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|${NUMERIC})[^，。；;]{0,12}?(?:至|到|[-—–~～]+)\\s*(${DATE})`,
  'g',
);
/** 请于2023年5月30日前反馈, 截止2023年5月30日, 截至…. */
const UNTIL = new RegExp(
  `(?:截止(?:日期|时间)?|截至|征求意见(?:时间|期限|日期)|公示(?:时间|期限|期)|(?:请)?[于在])\\s*(?:为|是|[:：])?\\s*(?:截止|至|到)?\\s*(?:\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日起?至)?\\s*(${DATE})(?=\\s*(?:\\d{1,2}[:：时]\\d{0,2}分?\\s*)?(?:之前|以前|前|止|截止|[。；;，\\n]|$))`,
  'g',
);
/** 公示期30日, 征求意见期限为30天, 自公告发布之日起30日内, 20个工作日. */
const LENGTH =
  /(?:(?:公示|征求意见|征集(?:意见)?)(?:期限?|时间|时限)(?:为|是|[:：])?\s*|之日起(?:的)?\s*|为期)(\d{1,3})\s*(?:个)?\s*(工作日|自然日|日|天)/g;

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
    const start = dateIn(from, published);
    if (start && start >= addDays(published, -EARLY) && isOfOpinions(flat, match)) add(start, dateIn(to, start), said);
  }
  for (const match of flat.matchAll(UNTIL)) {
    const [said, to = ''] = match;
    if (isOfOpinions(flat, match)) add(published, dateIn(to, published), said);
  }
  for (const [said, count = '', kind] of flat.matchAll(LENGTH)) {
    const days = Number(count);
    if (days === 0) continue;
    const to = kind === '工作日' ? workdays(published, days) : addDays(published, days - 1);
    if (to === null) return 'no-calendar';
    add(published, to, said);
  }
  return found.reduce<OpenPeriod | null>((best, one) => (best === null || one.days > best.days ? one : best), null);
}

/** A period of opinions begins about the day of its notice; other stretches of time are other matters. */
const EARLY = 10;
const AROUND = 40;

/** Whether the sentence that a date stands in is about opinions. */
function isOfOpinions(text: string, { 0: said, index }: RegExpExecArray): boolean {
  const before =
    text
      .slice(Math.max(0, index - AROUND), index)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  const after = text.slice(index + said.length, index + said.length + AROUND).split(/[。；;\n]/)[0] ?? '';
  return /征求|征集|公示|意见|反馈|建议|截止|截至/.test(`${before}${said}${after}`);
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

const REASON =
  /(?:缩短|少于|不足|低于).{0,6}(?:30|三十)|情况(?:较为|比较|十分)?紧急|时间紧(?:急|迫)|紧急情况|特殊(?:原因|情况)|急需(?:出台|施行|实施|印发)|(?:缩短|压缩)(?:了)?(?:征求意见|公示|征集)?(?:期限|时间)/;

/** Whether a notice gives a reason for a short period; what it quotes as titles is no reason. */
export const givesReason = (text: string): boolean => REASON.test(text.replace(/《[^》]*》/g, '').replace(/\s/g, ''));
