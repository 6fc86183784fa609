import { expect, it } from 'vitest';
import { median, paired, type Row } from './rows.ts';

const row = (peer: Row['peer'], round: number, cpu: number): Row => ({
  ...{ peer, round, cpu, pages: 100, day: 1, exit: 0, wall: 1, peakMb: 100, requests: 100, whole: 100, unchanged: 0 },
  ...{ bytes: 1, complete: true, found: { traced: 0, untraced: 0 }, toFind: { traced: 0, untraced: 0 } },
});

it('takes ratios within a round, so that a slow round does not decide them', () => {
  const rows = [row('ours', 1, 3), row('limit-c', 1, 2), row('ours', 2, 30), row('limit-c', 2, 20)];
  const is = (peer: Row['peer']) => (one: Row) => one.peer === peer;
  expect(paired(rows, is('ours'), is('limit-c'), ({ cpu }) => cpu)).toBe(1.5);
  expect(paired(rows, is('ours'), is('crawlee'), ({ cpu }) => cpu)).toBeNull();
});

it('takes the middle, or the mean of the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
