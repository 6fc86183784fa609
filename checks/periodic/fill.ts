import {
  type CivilDate,
  type Document,
  findMonthsOnly,
  findPeriods,
  firstDay,
  lastDay,
  type Match,
  type NamedPeriod,
  type Period,
  periodAt,
  readNoEvent,
  shift,
} from '../kit.ts';

/** Whether a period of a notice covers the whole slot. */
export const coversSlot = (period: Period, slot: Period): boolean =>
  firstDay(period) <= firstDay(slot) && lastDay(slot) <= lastDay(period);

/**
 * Whether a document is about a slot. Its title decides where it names months; else a name in its first line or a
 * table's caption, or its date. `wasInTime` says whether a day was still in time for a slot.
 */
export function fills(document: Document, slot: Period, wasInTime: (slot: Period, day: CivilDate) => boolean): Match {
  const { title, body, ref } = document;
  const text = body.ok ? body.value.text : '';
  const notice = body.ok ? readNoEvent(title, text) : null;
  if (notice) {
    if (notice.periods.some((named) => quietAbout(named, slot))) return true;
    if (notice.periods.length > 0) return false;
    return { unsure: 'unparsed', detail: `《${title}》未写明期间`, refs: [ref] };
  }
  const named = findPeriods(title);
  const fine = named.filter((one) => isFine(one, slot));
  const asQuarter = namesQuarter(title);
  if (fine.length > 0) return fine.some((one) => isAbout(one, slot, asQuarter));
  const yearless = named.length === 0 ? monthsOfItsYear(document) : null;
  if (yearless && isAbout(yearless.named, slot, asQuarter)) return true;
  if (yearless?.plainly) return false;
  if (openings(document).some((one) => isFine(one, slot) && isAbout(one, slot))) return true;
  return byDate(document, slot, wasInTime);
}

/** A title that names months names all that its document is about; one that names years, at least those. */
export function titleRulesOut(title: string, slot: Period): boolean {
  const named = findPeriods(title);
  const fine = named.filter((one) => isFine(one, slot));
  // A notice may cover more slots than its months name: 2023年上半年无……
  if (fine.length > 0) return fine.every((one) => !isAbout(one, slot, namesQuarter(title)) && !quietAbout(one, slot));
  return named.length > 0 && named.every(({ year }) => year < slot.year - 1);
}

/** 5月份…… without a year is of the year in which that was last past, or under way, when it was published. */
function monthsOfItsYear(document: Document): { readonly named: NamedPeriod; readonly plainly: boolean } | null {
  const months = findMonthsOnly(document.title);
  const published = publishedOn(document);
  if (!months || !published?.sure) return null;
  const { fromMonth, toMonth, plainly } = months;
  const year = Number(published.date.slice(0, 4)) - (monthOf(published.date) < fromMonth ? 1 : 0);
  return { named: { year, fromMonth, toMonth }, plainly };
}

const openings = ({ body }: Document): readonly NamedPeriod[] => {
  if (!body.ok) return [];
  const [line = ''] = body.value.text.split('\n').filter((one) => one.trim() !== '');
  return [line, ...body.value.tables.map(({ caption }) => caption)].flatMap(findPeriods);
};

/** Naming the year alone says something only where a document is owed once a year. */
const isFine = ({ fromMonth }: NamedPeriod, slot: Period): boolean => fromMonth !== null || slot.cadence === 'year';

/** 一季度 is about the quarter as a whole, which 1-3月 need not be: that may be a running total. */
const namesQuarter = (title: string): boolean => title.includes('季度');

/**
 * A range from January on is cumulative and fills the slot of its last month, and for months 1–2 and a first quarter
 * named as such all of them; any other fills every slot in it.
 */
function isAbout({ year, fromMonth, toMonth }: NamedPeriod, slot: Period, asQuarter = false): boolean {
  if (year !== slot.year) return false;
  if (fromMonth === null || toMonth === null) return true;
  const isJoint = toMonth <= 2 || (toMonth === 3 && asQuarter);
  const from = fromMonth === 1 && !isJoint ? toMonth : fromMonth;
  return monthOf(lastDay(slot)) >= from && monthOf(firstDay(slot)) <= toMonth;
}

function quietAbout({ year, fromMonth, toMonth }: NamedPeriod, slot: Period): boolean {
  return year === slot.year && (fromMonth ?? 1) <= monthOf(firstDay(slot)) && monthOf(lastDay(slot)) <= (toMonth ?? 12);
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
