import { addDays, type CivilDate, daysBetween, type RegisterRow, type WorkCalendar } from '../kit.ts';

export type Answer =
  | { readonly kind: 'in-time'; readonly due: CivilDate }
  | {
      readonly kind: 'late';
      readonly due: CivilDate;
      /** The first day on which it was late. */
      readonly lateFrom: CivilDate;
      /** Null where there was none on the day of the audit. */
      readonly answered: CivilDate | null;
    }
  | { readonly kind: 'pending' }
  | { readonly kind: 'calendar-gap' };

/**
 * How an application was answered, as known on `asOf`. Due so many working days after the day it was received, and
 * once more as long where the applicant was told of it while the first term ran (条例 第三十三条).
 */
export function answerOf(
  { received, extended, answered: entered }: RegisterRow<'applications'>,
  asOf: CivilDate,
  calendar: WorkCalendar,
  { workdays, extension }: { readonly workdays: number; readonly extension: number },
): Answer {
  const answered = entered && entered <= asOf ? entered : null;
  const first = calendar.addWorkdays(received, workdays);
  const due = first && extended && extended <= first ? calendar.addWorkdays(first, extension) : first;
  if (due === null) {
    // So many calendar days hold no more working days: whatever the holidays, this was in time.
    if (daysBetween(received, answered ?? asOf) <= workdays)
      return answered ? { kind: 'in-time', due: answered } : { kind: 'pending' };
    return { kind: 'calendar-gap' };
  }
  if (answered && answered <= due) return { kind: 'in-time', due };
  if (!answered && asOf <= due) return { kind: 'pending' };
  return { kind: 'late', due, lateFrom: addDays(due, 1), answered };
}
