import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from './calendar.ts';
import { addDays, type CivilDate, type MonthDay } from './civil-date.ts';
import { answerDue, dueOf, earliestDue, isPastDue } from './due.ts';
import { type Cadence, lastDay, type Period, period } from './period.ts';
import type { Due } from './plan.ts';

/** Monday to Friday, in every year. */
const weekdays: WorkCalendar = {
  isWorkday: (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
  addWorkdays(from, days) {
    let date = from;
    for (let left = days; left > 0; ) {
      date = addDays(date, 1);
      if (weekdays.isWorkday(date)) left -= 1;
    }
    return date;
  },
  workdaysBetween(from, to) {
    let count = 0;
    for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (weekdays.isWorkday(date)) count += 1;
    return count;
  },
};
const unknown: WorkCalendar = { isWorkday: () => null, addWorkdays: () => null, workdaysBetween: () => null };

const slots = fc
  .record({
    cadence: fc.constantFrom<Cadence>('month', 'quarter', 'half-year', 'year'),
    year: fc.integer({ min: 2016, max: 2040 }),
  })
  .map(({ cadence, year }) => period(cadence, year, 1));
const dues = fc.oneof(
  fc.record({ kind: fc.constant('working-days'), days: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 0, max: 30 }) }),
  fc.record({
    kind: fc.constant('date'),
    monthDay: fc.constant('09-30' as MonthDay),
    yearsLater: fc.integer({ min: 0, max: 1 }),
  }),
) as fc.Arbitrary<Due>;

describe('the due date', () => {
  it('once past stays past, and is never past on itself', () => {
    fc.assert(
      fc.property(slots, dues, fc.integer({ min: -40, max: 40 }), (slot, due, offset) => {
        const last = dueOf(due, slot, weekdays) as CivilDate;
        const day = addDays(last, offset);
        const past = isPastDue(due, slot, day, weekdays, 2);
        if (offset <= 0) expect(past).toBe(false);
        if (past) expect(isPastDue(due, slot, addDays(day, 1), weekdays, 2)).toBe(true);
      }),
    );
  });
  it('is later by grace, and never by more', () => {
    fc.assert(
      fc.property(slots, dues, fc.integer({ min: 0, max: 5 }), (slot, due, grace) => {
        const last = dueOf(due, slot, weekdays) as CivilDate;
        const graced = weekdays.addWorkdays(last, grace) as CivilDate;
        expect(isPastDue(due, slot, graced, weekdays, grace)).toBe(false);
        expect(isPastDue(due, slot, weekdays.addWorkdays(graced, 1) as CivilDate, weekdays, grace)).toBe(true);
      }),
    );
  });
  it('without a calendar is not past while even calendar days have not run out, and unknown from then on', () => {
    const slot: Period = period('month', 2031, 5);
    const due: Due = { kind: 'working-days', days: 20 };
    expect(isPastDue(due, slot, addDays(lastDay(slot), 20), unknown, 2)).toBe(false);
    expect(isPastDue(due, slot, addDays(lastDay(slot), 21), unknown, 2)).toBeNull();
  });
  it('never lies before the day that is sure without a calendar', () => {
    fc.assert(
      fc.property(slots, dues, (slot, due) => {
        expect(earliestDue(due, slot) <= (dueOf(due, slot, weekdays) as CivilDate)).toBe(true);
      }),
    );
  });
});

describe('the answer to an application', () => {
  const day = (text: string) => text as CivilDate;
  const terms = { workdays: 20, extension: 20 };
  it.each([
    ['four weeks of working days', null, '2023-07-31'],
    ['once more as long where told on the last day', '2023-07-31', '2023-08-28'],
    ['no longer where told too late', '2023-08-01', '2023-07-31'],
  ])('is due after %s', (_, extended, due) => {
    const row = { received: day('2023-07-03'), extended: extended === null ? null : day(extended) };
    expect(answerDue(row, weekdays, terms)).toBe(due);
  });
  it('is not known without a calendar', () => {
    expect(answerDue({ received: day('2023-07-03'), extended: null }, unknown, terms)).toBeNull();
  });
});
