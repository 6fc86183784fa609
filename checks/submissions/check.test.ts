import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { period, type RegisterRow } from '../kit.ts';
import { type CheckCase, testCheck } from '../testing.ts';
import check from './check.ts';
import { isEnough } from './enough.ts';

type Month = readonly [sent: number, rejected: number];

const rows = (...months: readonly Month[]): RegisterRow<'submissions'>[] =>
  months.map(([sent, rejected], i) => ({ unit: 'lzqcsj', month: period('month', 2023, 4 + i), sent, rejected }));

const base = { asOf: '2023-08-08', period: '2023Q2', columns: [], pages: {} } as const;
const sent = (name: string, months: readonly Month[], expect: CheckCase['expect'], more: Partial<CheckCase> = {}) => ({
  ...base,
  name,
  registers: { submissions: rows(...months) },
  expect,
  ...more,
});
const SHORT = { verdict: 'fail', message: 'short', subject: '2023Q2', advisory: false } as const;

it('judges a quarter by its three months', () =>
  testCheck(check, [
    sent(
      'valid every month',
      [
        [2, 0],
        [2, 1],
        [1, 0],
      ],
      [{ verdict: 'pass', says: '5月2篇（不合格1篇）' }],
    ),
    sent(
      'one month all refused, four valid in all',
      [
        [2, 1],
        [5, 5],
        [7, 4],
      ],
      [{ verdict: 'pass' }],
    ),
    sent(
      'one month all refused, three valid in all',
      [
        [2, 0],
        [2, 2],
        [2, 1],
      ],
      [{ ...SHORT, says: '2023年2季度投稿未达标' }],
    ),
    sent(
      'one month without anything',
      [
        [0, 0],
        [2, 0],
        [9, 0],
      ],
      [SHORT],
    ),
    sent(
      'nothing',
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      [SHORT],
    ),
    sent(
      'valid every month is asked for',
      [
        [2, 1],
        [5, 5],
        [7, 4],
      ],
      [SHORT],
      { params: { mode: 'valid-monthly' } },
    ),
    sent(
      'the quarter is not over',
      [
        [2, 0],
        [2, 0],
      ],
      [{ verdict: 'not-applicable', reason: 'not-due' }],
      {
        asOf: '2023-06-30',
      },
    ),
    sent(
      'articles are not counted',
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      [{ verdict: 'not-applicable', reason: 'not-assessed', says: '某规定' }],
      {
        params: { enabled: false, disabledBy: '某规定' },
      },
    ),
    sent(
      'a month is not in the register',
      [
        [0, 0],
        [0, 0],
      ],
      [{ verdict: 'inconclusive', reason: 'no-register', says: '2023-06' }],
    ),
    sent('another quarter only', [], [{ verdict: 'inconclusive', reason: 'no-register' }]),
    { ...base, name: 'no register', expect: [{ verdict: 'inconclusive', reason: 'no-register', subject: '2023Q2' }] },
  ]));

describe('enough', () => {
  const demand = { mode: 'sent-monthly', perMonth: 1, validInQuarter: 4 } as const;
  const month = fc.tuple(fc.nat(9), fc.nat(9)).map(([valid, rejected]) => ({ sent: valid + rejected, rejected }));
  const quarter = fc.tuple(month, month, month);

  it('never depends on the order of the months, and never ends because one more was valid', () => {
    fc.assert(
      fc.property(quarter, fc.nat(2), (months, at) => {
        const more = months.map((one, i) => (i === at ? { ...one, sent: one.sent + 1 } : one));
        expect(isEnough([...months].reverse(), demand)).toBe(isEnough(months, demand));
        if (isEnough(months, demand)) expect(isEnough(more, demand)).toBe(true);
      }),
    );
  });
  it('is never there with nothing valid, and always with something valid every month', () => {
    fc.assert(
      fc.property(quarter, (months) => {
        const valid = months.map(({ sent, rejected }) => sent - rejected);
        if (valid.every((count) => count === 0)) expect(isEnough(months, demand)).toBe(false);
        if (valid.every((count) => count > 0)) expect(isEnough(months, demand)).toBe(true);
      }),
    );
  });
});
