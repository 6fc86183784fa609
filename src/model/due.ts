import type { WorkCalendar } from './calendar.ts';
import { addDays, type CivilDate, onYear } from './civil-date.ts';
import { lastDay, type Period } from './period.ts';
import type { Due } from './plan.ts';
import type { ApplicationRow } from './register.ts';

/** 条例第二十六条: twenty working days, where targets.yaml sets no other term. */
const STANDARD: Due = { kind: 'working-days', days: 20 };

/** The day by which a slot's document must be out; counted from the day after the period's last. Null: calendar unknown. */
export function dueOf(due: Due | null, slot: Period, calendar: WorkCalendar): CivilDate | null {
  const term = due ?? STANDARD;
  return term.kind === 'working-days' ? calendar.addWorkdays(lastDay(slot), term.days) : earliestDue(due, slot);
}

/** A day before which the due date surely does not lie: no working day comes before its calendar day. Needs no calendar. */
export function earliestDue(due: Due | null, slot: Period): CivilDate {
  const term = due ?? STANDARD;
  return term.kind === 'date' ? onYear(term.monthDay, slot.year + term.yearsLater) : addDays(lastDay(slot), term.days);
}

/** Whether a day lies behind the due date by more than `grace` working days; null where the calendar cannot say. */
export function isPastDue(
  due: Due | null,
  slot: Period,
  day: CivilDate,
  calendar: WorkCalendar,
  grace: number,
): boolean | null {
  const last = dueOf(due, slot, calendar);
  if (last === null) return day <= earliestDue(due, slot) ? false : null;
  if (day <= last) return false;
  const late = grace === 0 ? null : calendar.workdaysBetween(last, day);
  return grace === 0 ? true : late === null ? null : late > grace;
}

/** In working days: for the answer to an application, and how much more where the applicant was told in time. */
export interface AnswerTerms {
  readonly workdays: number;
  readonly extension: number;
}

/**
 * The day by which an application must be answered: so many working days after the day it was received, and once more as
 * long where the applicant was told of it while the first term ran (条例 第三十三条). Null: calendar unknown.
 */
export function answerDue(
  { received, extended }: Pick<ApplicationRow, 'received' | 'extended'>,
  calendar: WorkCalendar,
  { workdays, extension }: AnswerTerms,
): CivilDate | null {
  const first = calendar.addWorkdays(received, workdays);
  return first && extended && extended <= first ? calendar.addWorkdays(first, extension) : first;
}
