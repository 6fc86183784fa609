import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, civilDateIn, daysBetween, parseCivilDate, parseMonthDay } from './civil-date.ts';

const anyDay = fc
  .integer({ min: 0, max: 70_000 })
  .map((n) => new Date(Date.UTC(1901, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

describe('civil dates', () => {
  it('reads every real day back as it was printed', () => {
    fc.assert(
      fc.property(anyDay, (text) => {
        expect(parseCivilDate(text)).toBe(text);
      }),
    );
  });
  it('moves by days and counts them back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (text, days) => {
        const date = parseCivilDate(text);
        if (date) expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '20230101', '', '1899-12-31'])(
    'refuses %s',
    (text) => {
      expect(parseCivilDate(text)).toBeNull();
    },
  );
  it('knows leap years', () => expect(civilDate(2024, 2, 29)).toBe('2024-02-29'));
  it('refuses a month-day that most years lack', () => {
    expect(parseMonthDay('02-29')).toBeNull();
    expect(parseMonthDay('04-01')).toBe('04-01');
  });
  it('takes the day of an instant in the zone asked for, not in that of the machine', () => {
    const instant = new Date('2023-08-07T17:30:00Z');
    expect(civilDateIn(instant, 'Asia/Shanghai')).toBe('2023-08-08');
    expect(civilDateIn(instant, 'UTC')).toBe('2023-08-07');
  });
});
