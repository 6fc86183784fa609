import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../model/civil-date.ts';
import type { BonusRow } from '../model/register.ts';
import type { YearItem, YearRules } from '../model/rulebook.ts';
import type { Scorecard } from '../model/score.ts';
import { type YearInput, yearScores } from './year.ts';

const item = (id: string, number: string, kind: YearItem['kind'], more: Partial<YearItem> = {}): YearItem => ({
  id,
  title: `${id}事项`,
  kind,
  max: kind === 'deduction' ? 5 : 2,
  basis: [{ document: '示例办法', clause: `第十四条（${number}）` }],
  ...more,
});
const RULES: YearRules = {
  quarters: 80,
  yearEnd: 20,
  items: [
    item('plan', '一', 'deduction'),
    item('praise', '五', 'bonus', { off: '某规定' }),
    item('grassroots', '六', 'bonus'),
  ],
};
const card = (unit: string, total: number, open = 0): Scorecard => ({
  unit,
  base: 15,
  coverage: 5,
  coverageFrom: 'register',
  deducted: 20 - total,
  total,
  open,
});
/** When all quarters of the year were over. */
const AFTER = '2024-01-10' as CivilDate;
const quarters = (totals: readonly (number | null)[], year = 2023): YearInput['quarters'] =>
  totals.flatMap((total, i) =>
    total === null ? [] : [{ period: `${year}Q${i + 1}`, asOf: AFTER, scores: [card('a', total)] }],
  );
const row = (entered: string, points: number, more: Partial<BonusRow> = {}): BonusRow => ({
  unit: 'a',
  year: 2023,
  item: entered,
  points,
  reason: '示例',
  ...more,
});
const yearOf = (more: Partial<YearInput>) =>
  yearScores({
    year: 2023,
    units: [{ id: 'a' }],
    quarters: quarters([20, 20, 20, 20]),
    bonus: [],
    rulebook: { base: 15, coverageMax: 5, year: RULES },
    ...more,
  })[0];

describe('a year', () => {
  it('is four quarters and the year-end assessment', () => {
    expect(yearOf({ quarters: quarters([18, 17.5, 20, 19]) })).toMatchObject({
      daily: 74.5,
      yearEnd: 20,
      total: 94.5,
      open: 0,
      uncounted: [],
    });
  });
  it('shows a quarter without audit as missing, and then has no total', () => {
    const result = yearOf({ quarters: quarters([18, null, 20, null]) });
    expect(result?.quarters.map(({ state }) => state)).toEqual(['scored', 'missing', 'scored', 'missing']);
    expect(result).toMatchObject({ daily: 76, total: null });
    expect(yearOf({ quarters: [] })).toMatchObject({ daily: null, total: null });
    expect(yearOf({ quarters: quarters([20, 20, 20, 20], 2022) })).toMatchObject({ daily: null, total: null });
  });
  it('has no total while a quarter is not over', () => {
    const asOf = '2023-12-31' as CivilDate;
    const running = quarters([20, 20, 20, 18]).map((one) => ({ ...one, asOf }));
    const result = yearOf({ quarters: running });
    expect(result?.quarters.map(({ state }) => state)).toEqual(['scored', 'scored', 'scored', 'running']);
    expect(result).toMatchObject({ daily: 78, total: null });
  });
  it('keeps a quarter that was lost in the provincial test as the zero that it is', () =>
    expect(yearOf({ quarters: quarters([20, 0, 20, 20]) })).toMatchObject({ daily: 60, total: 80 }));
  it('is the mean of the quarters in which the unit existed', () => {
    const founded = yearOf({
      units: [{ id: 'a', from: '2023-07-15' as CivilDate }],
      quarters: quarters([null, null, 20, 18]),
    });
    expect(founded?.quarters.map(({ state }) => state)).toEqual(['not-assessed', 'not-assessed', 'scored', 'scored']);
    expect(founded).toMatchObject({ daily: 76, total: 96 });
    const dissolved = yearOf({ units: [{ id: 'a', until: '2023-03-31' as CivilDate }], quarters: quarters([15]) });
    expect(dissolved).toMatchObject({ daily: 60, total: 80 });
    expect(yearOf({ units: [{ id: 'a', until: '2022-12-31' as CivilDate }] })).toBeUndefined();
  });
  it('says how many points are open', () => {
    const open = [{ period: '2023Q1', asOf: AFTER, scores: [card('a', 20, 1)] }, ...quarters([null, 20, 20, 20])];
    expect(yearOf({ quarters: open })).toMatchObject({ open: 1, total: 100 });
  });
});

describe('the year-end assessment', () => {
  it('takes and gives what inspectors entered, by id, title or number', () => {
    const bonus = [row('（一）', -1), row('plan', -0.5), row('grassroots事项', 1)];
    expect(yearOf({ quarters: quarters([18, 18, 18, 18]), bonus })).toMatchObject({
      items: [
        { item: 'plan', points: -1.5, entered: -1.5 },
        { item: 'grassroots', points: 1, entered: 1 },
      ],
      yearEnd: 19.5,
      total: 91.5,
    });
  });
  it('stops at the limit of each item, and the year at 100', () => {
    const bonus = [row('plan', -9), row('grassroots', 3)];
    expect(yearOf({ bonus })).toMatchObject({
      items: [
        { points: -5, entered: -9 },
        { points: 2, entered: 3 },
      ],
      yearEnd: 17,
    });
    expect(yearOf({ bonus: [row('（六）', 2)] })).toMatchObject({ yearEnd: 22, total: 100 });
  });
  it.each([
    ['an item that is off', row('praise', 1), '某规定'],
    ['an item that is none', row('其他事项', 1), '没有这一事项'],
    ['points that do not fit a deduction', row('plan', 1), '负数'],
    ['points that do not fit a bonus', row('grassroots', -1), '正数'],
  ])('shows %s as not counted', (_, entered, why) =>
    expect(yearOf({ bonus: [entered] })).toMatchObject({
      items: [],
      yearEnd: 20,
      uncounted: [{ item: entered.item, points: entered.points, why: expect.stringContaining(why) }],
    }),
  );
  it('leaves other units and years aside', () =>
    expect(yearOf({ bonus: [row('plan', -1, { unit: 'b' }), row('plan', -1, { year: 2022 })] })).toMatchObject({
      items: [],
      uncounted: [],
    }));
});

it('is never below zero nor above what the rules give, whatever is entered', () => {
  const half = (max: number) => fc.nat(max * 2).map((twice) => twice / 2);
  const entered = fc.record({
    item: fc.constantFrom('plan', '（六）', 'praise', '无'),
    points: half(30).map((p) => p - 15),
  });
  fc.assert(
    fc.property(fc.array(half(20), { minLength: 4, maxLength: 4 }), fc.array(entered), (totals, rows) => {
      const bonus = rows.map(({ item: name, points }) => row(name, points));
      const result = yearOf({ quarters: quarters(totals), bonus });
      expect(result?.total).toBeGreaterThanOrEqual(0);
      expect(result?.total).toBeLessThanOrEqual(100);
      expect(result?.daily).toBe(totals.reduce((sum, one) => sum + one, 0));
      const counted =
        (result?.uncounted.length ?? 0) +
        rows.filter(({ item: name, points }) => (name === 'plan' && points <= 0) || (name === '（六）' && points >= 0))
          .length;
      expect(counted).toBe(rows.length);
    }),
  );
});
