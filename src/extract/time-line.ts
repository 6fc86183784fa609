import type { CivilDate } from '../model/civil-date.ts';
import { findDates } from './dates.ts';
import { isFurniture } from './furniture.ts';
import { fold } from './html.ts';

export interface TimeLine {
  readonly label: string;
  readonly date: CivilDate;
  /** The line, for the date's proof. */
  readonly text: string;
}

const LABELLED =
  /^[[【(（]?\s*(时间|日期|发布日期|发布时间|发文日期|发文时间|更新时间|更新日期|公开日期|公开时间|发稿时间|录入时间)\s*[:：]\s*/;
/** Behind the bare word 时间 only the form that the template prints: events in a text are told in words. */
const TEMPLATE_DATE = /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/;
/** A line that names the source and prints the date without a word before it. */
const SOURCE_FIRST =
  /^[[【(（]?\s*(?:(?:信息|文章|稿件)?来源|作者|发布机构|发布单位|发文单位|供稿)\s*[:：]\s*[^\d。；:：]{0,30}?\s*(?=20\d\d[-/.年])/;
const DATE_FIRST =
  /^20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:(?:(?:信息|文章|稿件)?来源|作者)\s*[:：]|字号|【字)/;
/** Nothing but a day and a time: a person signs with a day alone. */
const STAMP = /^20\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?$/;
const CLOCK = /^\s*(?:T|星期.|周.)?\s*\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?/;
const SOURCE =
  /^[\s\]】)）|]*(?:(?:信息|文章)?来源|作者|编辑|审核|发布机构|发文单位|发布单位)\s*[:：]?\s*[^。；]{0,40}$/;

/**
 * The line under an article's title that says when it was published, such as `时间:2024-02-19` or
 * `发布日期：2023-02-17 09:13:17 字号：大 中 小`; null for anything else, above all for times inside a text.
 */
export function readTimeLine(line: string): TimeLine | null {
  if (line.length > 200) return null;
  const labelled = LABELLED.exec(line);
  const sourced = labelled ? null : SOURCE_FIRST.exec(line);
  if (!labelled && !sourced && !DATE_FIRST.test(line) && !STAMP.test(line.trim())) return null;
  const label = labelled?.[1] ?? '时间';
  const rest = line.slice((labelled ?? sourced)?.[0].length ?? 0);
  if (labelled && label === '时间' && !TEMPLATE_DATE.test(rest)) return null;
  const date = findDates(rest).find((found) => found.sure);
  if (!date || date.index > 0) return null;
  const after = fold(rest.slice(date.text.length).replace(CLOCK, ''));
  const tail = after.replace(/^[\]】)）|\s]+/, '');
  if (tail !== '' && !isFurniture(tail) && !SOURCE.test(tail) && !tail.split(/\s+/).some((part) => isFurniture(part)))
    return null;
  return { label, date: date.date, text: line };
}
