/**
 * A calendar day without time or zone, `YYYY-MM-DD`. Strings compare in calendar order, and a day
 * printed on a page is never shifted by the zone of the machine that reads it.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The day named by `YYYY-MM-DD`, or null where the text has another form or names no real day. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = PATTERN.exec(text);
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The day of these numbers (month 1–12), or null where the calendar has no such day. Years 1900–2100 only. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (year < 1900 || year > 2100) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? (at.toISOString().slice(0, 10) as CivilDate) : null;
}

/** The day an instant falls on in a time zone (IANA name). */
export function civilDateIn(instant: Date, timeZone: string): CivilDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  ) as CivilDate;
}

/** The day `days` calendar days later (earlier where negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/** A day of any year, `MM-DD`. */
export type MonthDay = string & { readonly __brand: 'MonthDay' };

/** The month-day, or null where the text has another form or no year has such a day (02-29 is refused: most years lack it). */
export function parseMonthDay(text: string): MonthDay | null {
  return /^\d{2}-\d{2}$/.test(text) && parseCivilDate(`2023-${text}`) ? (text as MonthDay) : null;
}

export const onYear = (monthDay: MonthDay, year: number): CivilDate => `${year}-${monthDay}` as CivilDate;
