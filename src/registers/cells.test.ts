import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { period } from '../model/period.ts';
import { anyPeriod, type Cell, day, month, quarter } from './cells.ts';

const read = <T>(cell: Cell<T>, text: string): T | null => {
  const result = cell.schema.safeParse(text);
  return result.success ? result.data : null;
};
const years = fc.integer({ min: 2000, max: 2099 });
const two = (n: number): string => String(n).padStart(2, '0');

describe('however a date is written', () => {
  it('the same day is read', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (y, m, d) => {
        const expected = `${y}-${two(m)}-${two(d)}`;
        for (const text of [expected, `${y}/${m}/${d}`, `${y}.${m}.${d}`, `${y}年${m}月${d}日`, ` ${expected} `]) {
          expect(read(day, text)).toBe(expected);
        }
      }),
    );
  });
  it('the same month is read', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), (y, m) => {
        for (const text of [`${y}-${two(m)}`, `${y}/${m}`, `${y}年${m}月`, `${y}-${two(m)}-01`]) {
          expect(read(month, text)).toEqual(period('month', y, m));
          expect(read(anyPeriod, text)).toEqual(period('month', y, m));
        }
      }),
    );
  });
  it('the same quarter is read', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 4 }), (y, q) => {
        for (const text of [`${y}Q${q}`, `${y}q${q}`, `${y}年第${q}季度`, `${y}年${'一二三四'[q - 1]}季度`]) {
          expect(read(quarter, text)).toEqual(period('quarter', y, q));
          expect(read(anyPeriod, text)).toEqual(period('quarter', y, q));
        }
      }),
    );
  });
  it('half-years and years are read', () => {
    expect(read(anyPeriod, '2023H2')).toEqual(period('half-year', 2023, 2));
    expect(read(anyPeriod, '2023年度')).toEqual(period('year', 2023, 1));
  });
});

it('nothing else is taken for a date', () => {
  for (const text of ['23-04', '2023', '2023-04-31', '2023-1-2-3', '2023-01/02', '45017', '2023-04-05 08:00', '去年']) {
    expect(read(day, text)).toBeNull();
  }
  for (const text of ['2023Q1', '2023-00', '2023.1', '202304', '1999-04']) expect(read(month, text)).toBeNull();
  for (const text of ['2023Q5', '2023', '2023-04', '一季度', '2023年五季度']) expect(read(quarter, text)).toBeNull();
});
