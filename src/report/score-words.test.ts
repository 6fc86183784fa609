import { describe, expect, it } from 'vitest';
import type { Scorecard, YearCard } from '../model/score.ts';
import { coverageText, yearTable } from './score-words.ts';

const CARD: Scorecard = {
  unit: 'a',
  base: 15,
  coverage: 4.5,
  coverageFrom: 'suggested',
  deducted: 0,
  total: 19.5,
  open: 0.5,
};

describe('how points for key columns came about', () => {
  it.each([
    ['entered', { coverageFrom: 'register' as const }, '录入'],
    [
      'suggested',
      { keyColumns: { total: 8, updated: 6, unread: 1 } },
      '重点栏目8个，本季度有更新6个，1个没有读到、暂按有更新计；5×7÷8',
    ],
    ['suggested without any', { keyColumns: { total: 0, updated: 0, unread: 0 } }, '没有设定重点栏目'],
  ])('%s', (_, more, says) => expect(coverageText({ ...CARD, ...more }, 5)).toContain(says));
});

it('a year shows what is missing and what was not counted', () => {
  const card: YearCard = {
    unit: 'a',
    year: 2023,
    quarters: [
      { period: '2023Q1', state: 'not-assessed' },
      { period: '2023Q2', state: 'scored', total: 18.5, open: 0 },
      { period: '2023Q3', state: 'missing' },
      { period: '2023Q4', state: 'missing' },
    ],
    daily: 74,
    items: [],
    yearEnd: 20,
    total: null,
    open: 0,
    uncounted: [{ item: '其他', points: 1, why: '考核办法没有这一事项' }],
  };
  const text = yearTable([card], () => '区司法局', 100);
  for (const part of ['区司法局', '2023Q2', '18.5', '未巡检', '不考核', '未定', '未计入：区司法局 其他 1分'])
    expect(text).toContain(part);
});
