import {
  type AnswerTerms,
  addDays,
  answerDue,
  type CivilDate,
  daysBetween,
  type RegisterRow,
  type WorkCalendar,
} from '../kit.ts';

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

/** How an application was answered, as known on `asOf`. */
export function answerOf(
  row: RegisterRow<'applications'>,
  asOf: CivilDate,
  calendar: WorkCalendar,
  terms: AnswerTerms,
): Answer {
  const answered = row.answered && row.answered <= asOf ? row.answered : null;
  const due = answerDue(row, calendar, terms);
  if (due === null) {
    // So many calendar days hold no more working days: whatever the holidays, this was in time.
    if (daysBetween(row.received, answered ?? asOf) <= terms.workdays)
      return answered ? { kind: 'in-time', due: answered } : { kind: 'pending' };
    return { kind: 'calendar-gap' };
  }
  if (answered && answered <= due) return { kind: 'in-time', due };
  if (!answered && asOf <= due) return { kind: 'pending' };
  return { kind: 'late', due, lateFrom: addDays(due, 1), answered };
}
