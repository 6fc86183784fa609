import {
  type CivilDate,
  type Document,
  findPeriods,
  lastDay,
  normaliseHeader,
  parseCivilDate,
  period,
  sheetsOf,
  yearOf,
} from '../kit.ts';

/** What a list of staff says about its own age. */
export interface Age {
  /** The newest day on which it was surely published or brought up to date. */
  readonly newest: CivilDate | null;
  /** Whether it is of the year: by its dates, its title, or a line that says when it was brought up to date. */
  readonly isOfYear: boolean;
  /** A date that may be of the year: enough to excuse, not to accuse. */
  readonly isPerhapsOfYear: boolean;
}

const UPDATED = /(?:更新|截至|截止|调整|核对|公布)[^\n。]{0,12}/g;

/** Dates in the table are those of certificates, so only printed and listed ones count, and what words say. */
export function ageOf(document: Document, asOf: CivilDate): Age {
  const year = yearOf(asOf);
  const dates = document.dates.filter(({ place, date }) => /^(?:claimed|written|list)$/.test(place) && date <= asOf);
  const sure = dates.filter((fact) => fact.sure).map(({ date }) => date);
  const newest = sure.reduce<CivilDate | null>((best, date) => (best === null || date > best ? date : best), null);
  const said = sheetsOf(document).some(({ title, text }) =>
    [title, ...(text.match(UPDATED) ?? [])].some((words) => words.includes(String(year))),
  );
  return {
    newest,
    isOfYear: said || (newest !== null && yearOf(newest) === year),
    isPerhapsOfYear: newest === null || dates.some(({ date }) => yearOf(date) === year),
  };
}

/** Whether every certificate on the list is valid on the day; null where the list does not say, or not in a way that was understood. */
export function areCardsValid(document: Document, asOf: CivilDate): boolean | null {
  const cells = sheetsOf(document).flatMap(({ tables }) => tables.flatMap(({ rows }) => validities(rows)));
  if (cells.length === 0) return false;
  const ends = cells.map(endOf);
  if (ends.some((end) => end !== null && end < asOf)) return false;
  return ends.includes(null) ? null : true;
}

function validities(rows: readonly (readonly string[])[]): readonly string[] {
  for (const [r, row] of rows.slice(0, 6).entries()) {
    const c = row.findIndex((cell) => normaliseHeader([cell]).has('有效期'));
    if (c === -1 || row.every((cell) => cell === row[0])) continue;
    return rows
      .slice(r + 1)
      .map((other) => other[c] ?? '')
      .filter((cell) => cell.trim() !== '' && !normaliseHeader([cell]).has('有效期'));
  }
  return [];
}

const DAY = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/g;

/** The last day that a cell names; 长期 never ends. Null where it is not understood. */
function endOf(cell: string): CivilDate | null {
  if (/长期|永久/.test(cell)) return '9999-12-31' as CivilDate;
  const days = [...cell.matchAll(DAY)].flatMap(
    ([, y = '', m = '', d = '']) => parseCivilDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) ?? [],
  );
  const months = findPeriods(cell).map(({ year, toMonth }) =>
    lastDay(toMonth === null ? period('year', year, 1) : period('month', year, toMonth)),
  );
  return [...days, ...(days.length > 0 ? [] : months)].sort().at(-1) ?? null;
}
