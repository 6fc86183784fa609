import { describe, expect, it } from 'vitest';
import { type CivilDate, type Period, parsePeriod } from '../kit.ts';
import { articlePage, type CheckCase, listPage, paragraphs, testCheck } from '../testing.ts';
import periodic from './check.ts';
import { issueSays } from './issue.ts';

const slot = (id: string): Period => parsePeriod(id) as Period;
const day = (text: string): CivilDate => text as CivilDate;

it.each([
  ['空气质量简报（2023年第5期）', '2023-05', '2023-06-18', '2023-05'],
  ['空气质量简报（2023年第5期）', '2023-06', '2023-05-30', '2023-05'],
  ['空气质量简报（2022年第12期）', '2023-01', '2023-01-10', '2022-12'],
  ['饮用水简报第2期', '2023Q2', '2023-07-10', '2023Q2'],
  // A weekly, one whose year is another, one owed once a year.
  ['空气质量周报（2023年第9期）', '2023-03', '2023-03-03', undefined],
  ['空气质量简报（2022年第5期）', '2023-05', '2023-05-30', undefined],
  ['统计年报第1期', '2023', '2023-05-30', undefined],
])('%s in %s, of %s, stands for %s', (title, id, published, expected) => {
  expect(issueSays(title, slot(id), day(published))?.id).toBe(expected);
});

const column = { topic: 'air-quality', name: '空气质量', url: '/air/', every: 'month' } as const;
const entriesOf = (titleOf: (month: number) => string, months: readonly number[]) =>
  months.map((month) => ({
    title: titleOf(month),
    url: `/air/doc_${month}.html`,
    date: `2023-0${month + 1}-12`,
  }));
const monthly = (name: string, titleOf: (month: number) => string, missing: boolean): CheckCase => {
  const entries = entriesOf(
    titleOf,
    [3, 4, 5, 6].filter((month) => !missing || month !== 5),
  );
  const may = missing ? ({ verdict: 'fail', message: 'gap' } as const) : ({ verdict: 'pass' } as const);
  const earlier = ['2023-01', '2023-02'].map((subject) => ({ verdict: 'fail', subject, advisory: true }) as const);
  return {
    name,
    asOf: '2023-08-08',
    period: '2023Q2',
    columns: [column],
    pages: {
      '/air/': listPage(entries),
      ...Object.fromEntries(
        entries.map(({ title, url, date }) => [
          url,
          articlePage({ title, date, body: paragraphs('全区环境空气质量总体良好，优良天数比例稳定。') }),
        ]),
      ),
    },
    expect: [
      ...earlier,
      { verdict: 'pass', subject: '2023-04' },
      { ...may, subject: '2023-05' },
      { verdict: 'pass', subject: '2023-06' },
    ],
  };
};

describe('documents that name no year with their month, or a number only', () => {
  it.each([
    monthly('a month in plain words', (month) => `临淄区${'一二三四五六'[month - 1]}月空气质量通报`, false),
    monthly('a month in plain words, one missing', (month) => `临淄区${month}月空气质量通报`, true),
    monthly('up to the end of a month, one missing', (month) => `截至${month}月底空气质量情况`, true),
    monthly('the number of the issue', (month) => `空气质量简报（2023年第${month}期）`, false),
    monthly('the number of the issue, one missing', (month) => `空气质量简报（2023年第${month}期）`, true),
  ])('$name', (one) => testCheck(periodic, [one]));
});
