import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate } from './civil-date.ts';
import {
  type Cadence,
  contains,
  firstDay,
  lastDay,
  parsePeriod,
  period,
  periodAt,
  periodName,
  periodsOf,
  shift,
} from './period.ts';

const cadence = fc.constantFrom<Cadence>('month', 'quarter', 'half-year', 'year');
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => new Date(Date.UTC(1990, 0, 1) + n * 86_400_000).toISOString().slice(0, 10) as CivilDate);

describe('periods', () => {
  it('contain the day they were asked for, and read their own id back', () => {
    fc.assert(
      fc.property(cadence, day, (every, date) => {
        const p = periodAt(every, date);
        expect(contains(p, date)).toBe(true);
        expect(parsePeriod(p.id)).toEqual(p);
      }),
    );
  });
  it('follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(cadence, day, (every, date) => {
        const p = periodAt(every, date);
        expect(firstDay(shift(p, 1))).toBe(addDays(lastDay(p), 1));
        expect(shift(shift(p, 7), -7)).toEqual(p);
      }),
    );
  });
  it('fill a year', () => {
    expect(periodsOf('quarter', 2023).map((p) => p.id)).toEqual(['2023Q1', '2023Q2', '2023Q3', '2023Q4']);
    expect(lastDay(period('quarter', 2023, 2))).toBe('2023-06-30');
    expect(lastDay(period('month', 2024, 2))).toBe('2024-02-29');
  });
  it.each(['2023Q5', '2023-13', '2023H3', '2023-5', 'Q2', '', '2023Q'])('refuses %s', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
  it.each([
    [period('month', 2023, 5), '2023年5月'],
    [period('quarter', 2023, 4), '2023年第四季度'],
    [period('half-year', 2023, 2), '2023年下半年'],
    [period('year', 2023, 1), '2023年度'],
  ])('are named %#', (p, name) => expect(periodName(p)).toBe(name));
});
