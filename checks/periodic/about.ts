import {
  type CivilDate,
  type Document,
  findMonthsOnly,
  findPeriods,
  type NamedPeriod,
  type Period,
  sheetsOf,
  tablePeriods,
} from '../kit.ts';

/** What a document says of the periods that it has figures of. */
export interface About {
  readonly periods: readonly NamedPeriod[];
  /** It is about these and no others, whatever its date; else its date may tell more. */
  readonly only: boolean;
  /** Named as a quarter: all of its months, and no running total. */
  readonly asQuarter: boolean;
}

/** Naming the year alone says something only where a document is owed once a year. */
const isFine = ({ fromMonth }: NamedPeriod, slot: Period): boolean => fromMonth !== null || slot.cadence === 'year';

/** 一季度 is about the quarter as a whole, which 1-3月 need not be: that may be a running total. */
const namesQuarter = (title: string): boolean => /季度|[Qq][1-4]/.test(title);

/** What a title names; null where it names nothing as fine as the slot. Without `published` no year can be guessed. */
export function titleSays(title: string, slot: Period, published: CivilDate | null): About | null {
  const named = findPeriods(title);
  const fine = named.filter((one) => isFine(one, slot));
  const asQuarter = namesQuarter(title);
  if (fine.length > 0) return { periods: fine, only: true, asQuarter };
  const months = findMonthsOnly(title);
  const year = named[0]?.year ?? yearOfMonths(months, published);
  if (months.length === 0 || year === null) return null;
  const periods = months.map(({ fromMonth, toMonth }) => ({ year, fromMonth, toMonth }));
  const only = months.every(({ plainly }) => plainly) || (published !== null && periods.every(isJustPast(published)));
  return { periods, only, asQuarter };
}

/** 5月空气质量 that came out in May or June is about May, as 5月份 would be. */
const isJustPast =
  (published: CivilDate) =>
  ({ year, toMonth }: NamedPeriod): boolean => {
    const months = (Number(published.slice(0, 4)) - year) * 12 + Number(published.slice(5, 7)) - (toMonth ?? 0);
    return months === 0 || months === 1;
  };

/** 5月份…… without a year is of the year in which that was last past, or under way, when it was published. */
function yearOfMonths(months: readonly { readonly fromMonth: number }[], published: CivilDate | null): number | null {
  if (published === null) return null;
  const last = Math.max(...months.map(({ fromMonth }) => fromMonth));
  return Number(published.slice(0, 4)) - (Number(published.slice(5, 7)) < last ? 1 : 0);
}

/** A line that begins so speaks of a period in passing. */
const IN_PASSING = /^.{0,4}(?:根据|按照|依据|为|自|从|经|截至目前|参照|结合)/;
/** （一） and 1. before a heading; 1、 and 一、 may begin a list of months and are told apart there. */
const NUMBERING = /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．](?!\d*[.．]))\s*/;
const LOOSE_NUMBERING = /^[一二三四五六七八九十\d]{1,3}、\s*/;
const HEADING = 40;
/** Figures of so many months are a series: the months that it leaves out are not there. */
const SERIES = 3;
const PLANNED = /计划|方案|安排|预告|预案/;

/**
 * What the first lines, headings, captions, tables and files of a document name, where its title does not say. Only
 * periods that had begun when it was published. Null where they name none.
 */
export function contentSays(document: Document, slot: Period, published: CivilDate | null): About | null {
  const sheets = sheetsOf(document);
  const year = yearOfSheets(document, published);
  const periodsIn = (text: string): readonly NamedPeriod[] => {
    const fine = findPeriods(text).filter((one) => isFine(one, slot));
    if (fine.length > 0 || year === null) return fine;
    return findMonthsOnly(text)
      .filter(({ plainly }) => plainly)
      .map(({ fromMonth, toMonth }) => ({ year, fromMonth, toMonth }));
  };
  const begun = ({ year: of, fromMonth }: NamedPeriod): boolean =>
    published === null || `${of}-${String(fromMonth ?? 1).padStart(2, '0')}` <= published;
  const spoken = sheets.flatMap((sheet) => spokenOf(sheet, sheet.title !== document.title)).flatMap(periodsIn);
  const tabled = PLANNED.test(document.title)
    ? []
    : sheets.flatMap(({ tables }) => tables.flatMap((table) => tablePeriods(table, year)));
  const periods = [...spoken, ...tabled].filter(begun);
  if (periods.length === 0) return null;
  const isSeries = new Set(tabled.map(({ fromMonth, toMonth }) => `${fromMonth} ${toMonth}`)).size >= SERIES;
  const only = isSeries || spoken.some((one) => isRecent(one, published));
  return { periods, only, asQuarter: spokenAsQuarter(sheets.map(({ text }) => text.slice(0, HEADING))) };
}

const spokenAsQuarter = (starts: readonly string[]): boolean => starts.some(namesQuarter);

/** Captions, the first clause, headings; of a file its name, too. */
function spokenOf({ title, text, tables }: ReturnType<typeof sheetsOf>[number], isFile: boolean): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const cells = new Set(tables.flatMap(({ rows }) => rows.flat()));
  const first = (lines[0] ?? '').split(/[，。；]/)[0] ?? '';
  const headings = lines
    .slice(1)
    .map((line) => line.replace(NUMBERING, ''))
    .filter(
      (line) => line.length <= HEADING && !cells.has(line) && startsWithPeriod(line.replace(LOOSE_NUMBERING, '')),
    );
  const captions = tables.map(({ caption }) => caption);
  return [...(isFile ? [title] : []), ...captions, ...(IN_PASSING.test(first) ? [] : [first]), ...headings];
}

const startsWithPeriod = (line: string): boolean =>
  /^(?:20\d\d|二[〇○零OＯ0]|第?[一二三四1-4]季度|\d{1,2}\s*月份|\d{1,2}\s*[-—~至]\s*\d{1,2}\s*月|[一二三四五六七八九十]+月份|上半年|下半年)/.test(
    line,
  );

/** The year of months without one: the only year that title, captions or first lines name, else by the date. */
function yearOfSheets(document: Document, published: CivilDate | null): number | null {
  const lines = sheetsOf(document).flatMap(({ text, tables }) => [
    text.split('\n', 1)[0] ?? '',
    ...tables.map(({ caption }) => caption),
  ]);
  const years = new Set([document.title, ...lines].flatMap(findPeriods).map(({ year }) => year));
  const [only] = years;
  if (years.size === 1 && only !== undefined) return only;
  return years.size === 0 && published !== null ? Number(published.slice(0, 4)) : null;
}

/** A period long past may be one that this one is compared with. */
const RECENT_MONTHS = 8;
function isRecent({ year, toMonth }: NamedPeriod, published: CivilDate | null): boolean {
  if (published === null) return true;
  const months = (Number(published.slice(0, 4)) - year) * 12 + Number(published.slice(5, 7)) - (toMonth ?? 12);
  return months <= RECENT_MONTHS;
}
