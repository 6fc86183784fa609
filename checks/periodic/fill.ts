import {
  type CivilDate,
  contentOf,
  type Document,
  findPeriods,
  firstDay,
  isStandingNotice,
  isWithoutWords,
  lastDay,
  type Match,
  type NamedPeriod,
  type Period,
  periodAt,
  readNoEvent,
  shift,
  unreadAttachment,
  yearOf,
} from '../kit.ts';
import { type About, contentSays, titleSays } from './about.ts';
import { issueSays } from './issue.ts';

type Notice = NonNullable<ReturnType<typeof readNoEvent>>;

/** Whether a period of a notice covers the whole slot. */
export const coversSlot = (period: Period, slot: Period): boolean =>
  firstDay(period) <= firstDay(slot) && lastDay(slot) <= lastDay(period);

/** The notice that a document is; null where it has figures, too, and gives no reason that there are none. */
export function noticeOf({ title, body, attachments }: Document): Notice | null {
  if (!body.ok) return null;
  const { text, tables, images } = body.value;
  const notice = readNoEvent(title, text);
  if (!notice || notice.reasoned === true) return notice;
  const figures = /\d/.test(text.replace(/\d{4}\s*年|\d{1,2}\s*[月日]|\d{1,2}\s*[-—至]\s*(?=\d)/g, ''));
  return tables.length + images.length + attachments.length > 0 || figures ? null : notice;
}

/** A notice about the slot that gives no reason, and so does not fill it. */
export function isWithoutReason(document: Document, slot: Period): boolean {
  const notice = noticeOf(document);
  return notice?.reasoned === false && areQuietAbout(notice.periods, slot);
}

/**
 * Whether a document is about a slot. Its title decides where it names months; else what its first lines, captions,
 * tables and files name; else, or besides where those say it in passing, its date. `wasInTime` says whether a day was
 * still in time for a slot.
 */
export function fills(document: Document, slot: Period, wasInTime: (slot: Period, day: CivilDate) => boolean): Match {
  const { title, ref } = document;
  const notice = noticeOf(document);
  if (notice) {
    if (notice.periods.length === 0)
      return standing(document) ?? { unsure: 'unparsed', detail: `《${title}》未写明期间`, refs: [ref] };
    if (!areQuietAbout(notice.periods, slot)) return false;
    if (notice.reasoned !== 'subject') return notice.reasoned;
    return { unsure: 'unparsed', detail: `《${title}》未见说明原因`, refs: [ref] };
  }
  const fact = publishedOn(document);
  const published = fact?.sure ? fact.date : null;
  const inTitle = titleSays(title, slot, published);
  if (inTitle && isAboutSlot(inTitle, slot)) return true;
  if (inTitle?.only) return false;
  const inContent = contentSays(document, slot, published);
  if (inContent && isAboutSlot(inContent, slot)) return true;
  if (inContent?.only && unreadAttachment(document) === null) return standing(document) ?? false;
  const issue = inContent === null ? issueSays(title, slot, published) : null;
  if (issue !== null && unreadAttachment(document) === null)
    return issue.id === slot.id ? true : (standing(document) ?? false);
  const byItsDate = byDate(document, slot, wasInTime);
  if (byItsDate !== false) return byItsDate;
  // Published before the slot's year began, nothing in it can be about the slot.
  if (published !== null && yearOf(published) < slot.year) return standing(document) ?? false;
  return standing(document) ?? unreadOf(document) ?? false;
}

/** A notice for all periods without an item is for people to accept. */
const standing = (document: Document): Match | null =>
  isStandingNotice(contentOf(document).text)
    ? { unsure: 'unparsed', detail: `《${document.title}》说明未公布即为无相关事项`, refs: [document.ref] }
    : null;

/** Files and pictures that were not read may name the period that the page does not. */
function unreadOf(document: Document): Match | null {
  const unread = unreadAttachment(document);
  if (unread) return unread;
  if (!isWithoutWords(document) || document.attachments.length > 0) return null;
  return { unsure: 'unparsed', detail: `《${document.title}》没有可识别的文字`, refs: [document.ref] };
}

/** A title that names months names all that its document is about; one that names years, at least those. */
export function titleRulesOut(title: string, slot: Period): boolean {
  const said = titleSays(title, slot, null);
  // A notice may cover more slots than its months name: 2023年上半年无……
  if (said?.only) return !isAboutSlot(said, slot) && !areQuietAbout(said.periods, slot);
  const named = findPeriods(title);
  return named.length > 0 && named.every(({ year }) => year < slot.year - 1);
}

const isAboutSlot = ({ periods, asQuarter }: About, slot: Period): boolean =>
  periods.some((one) => isAbout(one, slot, asQuarter));

/**
 * A range from January on is cumulative and fills the slot of its last month, and for months 1–2 and a first quarter
 * named as such all of them; any other fills every slot in it.
 */
function isAbout({ year, fromMonth, toMonth }: NamedPeriod, slot: Period, asQuarter: boolean): boolean {
  if (year !== slot.year) return false;
  if (fromMonth === null || toMonth === null) return true;
  const isJoint = toMonth <= 2 || (toMonth === 3 && asQuarter);
  const from = fromMonth === 1 && !isJoint ? toMonth : fromMonth;
  return monthOf(lastDay(slot)) >= from && monthOf(firstDay(slot)) <= toMonth;
}

/** Whether the periods of a notice, together, are all of the slot. */
function areQuietAbout(periods: readonly NamedPeriod[], slot: Period): boolean {
  for (let month = monthOf(firstDay(slot)); month <= monthOf(lastDay(slot)); month += 1)
    if (!periods.some((one) => one.year === slot.year && (one.fromMonth ?? 1) <= month && month <= (one.toMonth ?? 12)))
      return false;
  return true;
}

const monthOf = (day: CivilDate): number => Number(day.slice(5, 7));

function publishedOn({ dates }: Document): Document['dates'][number] | undefined {
  const published = dates.filter(({ place }) => place === 'claimed' || place === 'list');
  return (published.length > 0 ? published : dates)[0];
}

/** The slot that its date lies in, or the one before while that was still in time. */
function byDate(document: Document, slot: Period, wasInTime: (slot: Period, day: CivilDate) => boolean): Match {
  const fact = publishedOn(document);
  const { title, ref } = document;
  if (!fact?.sure) return { unsure: 'unparsed', detail: `《${title}》未能识别期间和日期`, refs: [ref] };
  const at = periodAt(slot.cadence, fact.date);
  return at.id === slot.id || (shift(at, -1).id === slot.id && wasInTime(slot, fact.date));
}
