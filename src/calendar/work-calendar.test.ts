import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, type CivilDate, daysBetween } from '../model/civil-date.ts';
import type { HolidayRow } from '../model/register.ts';
import { workCalendar } from './work-calendar.ts';

const day = (text: string): CivilDate => text as CivilDate;
const row = (date: string, kind: HolidayRow['kind']): HolidayRow => ({ date: day(date), kind });

const official = workCalendar([]);
const FIRST = day('2004-01-01');
const LAST = day('2026-12-31');

/** Any day that the official arrangements cover, far enough from the end for 40 working days. */
const anyDay = fc.integer({ min: 0, max: daysBetween(FIRST, day('2026-09-01')) }).map((steps) => addDays(FIRST, steps));

describe('official arrangements', () => {
  it.each([
    ['2023-06-22', false, 'a public holiday on a Thursday'],
    ['2023-06-25', true, 'a Sunday worked in exchange'],
    ['2023-10-07', true, 'a Saturday worked in exchange'],
    ['2024-02-18', true, 'a Sunday worked in exchange'],
    ['2020-01-31', false, 'the prolonged spring festival of 2020'],
    ['2023-08-08', true, 'an ordinary Tuesday'],
    ['2023-08-12', false, 'an ordinary Saturday'],
  ])('%s: %s (%s)', (date, works) => expect(official.isWorkday(day(date))).toBe(works));

  it('counts from the next day', () => {
    expect(official.addWorkdays(day('2023-08-08'), 1)).toBe('2023-08-09');
    expect(official.addWorkdays(day('2023-08-11'), 1)).toBe('2023-08-14');
    expect(official.workdaysBetween(day('2023-08-08'), day('2023-08-09'))).toBe(1);
  });
  it('reaches over a holiday', () => expect(official.addWorkdays(day('2026-09-23'), 20)).toBe('2026-10-28'));
  it('needs no step for no days', () => expect(official.addWorkdays(day('2023-08-12'), 0)).toBe('2023-08-12'));
});

describe('years without an arrangement', () => {
  it.each(['2003-12-31', '2027-01-04', '1999-06-01'])('%s is not known', (date) =>
    expect(official.isWorkday(day(date))).toBeNull(),
  );
  it('does not count into them', () => {
    expect(official.addWorkdays(LAST, 1)).toBeNull();
    expect(official.addWorkdays(day('2026-12-30'), 1)).toBe(LAST);
    expect(official.workdaysBetween(LAST, day('2027-01-04'))).toBeNull();
    expect(official.workdaysBetween(day('2003-06-01'), FIRST)).toBeNull();
  });
  it('looks only at the days after the first', () =>
    expect(official.workdaysBetween(day('2003-12-31'), day('2004-01-02'))).toBe(1));
});

describe('the holidays register', () => {
  it('makes its year known with one 假日', () => {
    const calendar = workCalendar([row('2027-01-01', 'holiday')]);
    expect(calendar.isWorkday(day('2027-01-01'))).toBe(false);
    expect(calendar.isWorkday(day('2027-01-04'))).toBe(true);
    expect(calendar.isWorkday(day('2027-01-09'))).toBe(false);
    expect(calendar.addWorkdays(LAST, 1)).toBe('2027-01-04');
    expect(calendar.isWorkday(day('2028-01-03'))).toBeNull();
  });
  it('does not make a year known with a 工作日 alone', () =>
    expect(workCalendar([row('2027-01-09', 'workday')]).isWorkday(day('2027-01-09'))).toBeNull());
  it('overrides the official arrangement', () => {
    const calendar = workCalendar([row('2023-08-08', 'holiday'), row('2023-08-12', 'workday')]);
    expect(calendar.isWorkday(day('2023-08-08'))).toBe(false);
    expect(calendar.isWorkday(day('2023-08-12'))).toBe(true);
    expect(calendar.workdaysBetween(day('2023-08-07'), day('2023-08-12'))).toBe(4);
  });
});

describe('laws', () => {
  it('lands on a working day, and counting back gives the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const reached = official.addWorkdays(from, days);
        if (reached === null) throw new Error('a covered day was not known');
        expect(official.isWorkday(reached)).toBe(true);
        expect(official.workdaysBetween(from, reached)).toBe(days);
        expect(official.workdaysBetween(from, addDays(reached, -1))).toBe(days - 1);
      }),
    );
  });
  it('counts nothing up to a day that is not later', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(500), (from, back) => {
        expect(official.workdaysBetween(from, addDays(from, -back))).toBe(0);
      }),
    );
  });
  it('adds up over any day between', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(60), (from, first, second) => {
        const between = addDays(from, first);
        const to = addDays(between, second);
        const parts = [official.workdaysBetween(from, between), official.workdaysBetween(between, to)];
        expect(official.workdaysBetween(from, to)).toBe(parts.reduce((sum, part) => (sum ?? 0) + (part ?? 0), 0));
      }),
    );
  });
});

describe('the zone of the machine', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  it('changes nothing: west, east, across the date line, with a day that the zone skipped', () => {
    const answers = () => {
      const all: (boolean | null)[] = [];
      for (let date = FIRST; date <= LAST; date = addDays(date, 1)) all.push(official.isWorkday(date));
      return all;
    };
    const offset = () => new Date(Date.UTC(2023, 0, 1)).getTimezoneOffset();
    const seen = ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia'].map((name) => {
      process.env.TZ = name;
      return { offset: offset(), answers: answers() };
    });
    expect(new Set(seen.map((one) => one.offset)).size, 'the zone really changed').toBe(3);
    expect(seen[1]?.answers).toEqual(seen[0]?.answers);
    expect(seen[2]?.answers).toEqual(seen[0]?.answers);
  });
});
