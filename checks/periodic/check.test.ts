import { describe, it } from 'vitest';
import { type Period, parsePeriod } from '../kit.ts';
import { articlePage, type CheckCase, listPage, onDate, paragraphs, type TestEntry, testCheck } from '../testing.ts';
import periodic from './check.ts';

const asOf = '2023-08-08';
const wd20 = { kind: 'working-days', days: 20 } as const;
const monthly = { topic: 'statistics', name: '统计数据', url: '/data/', every: 'month', due: wd20 } as const;
const quarterly = { ...monthly, every: 'quarter' } as const;
const yearly = { ...monthly, every: 'year', due: onDate('06-30') } as const;
const inQ2 = { asOf, period: '2023Q2' };

type Doc = readonly [title: string, date: string, text?: string];
function pagesOf(docs: readonly Doc[], at = '/data/'): CheckCase['pages'] {
  const entries = docs.map(([title, date], i): TestEntry => ({ title, date, url: `${at}doc_${i}.html` }));
  return {
    [at]: listPage(entries),
    ...Object.fromEntries(
      docs.map(([title, date, text = '各项指标总体平稳，主要数据如下：完成十二项，增长百分之三。'], i) => [
        `${at}doc_${i}.html`,
        articlePage({ title, date, body: paragraphs(text) }),
      ]),
    ),
  };
}
const months = (...numbers: readonly number[]): readonly Doc[] =>
  numbers.map((n): Doc => [`2023年${n}月份主要指标`, `2023-${String(n + 1).padStart(2, '0')}-12`]);
const passed = (subject: string) => ({ verdict: 'pass', subject, message: null, state: 'conforming' }) as const;
const quiet = (subject: string) => ({ verdict: 'pass', subject, state: 'no-event' }) as const;
const overdue = (subject: string, advisory = false) =>
  ({ verdict: 'fail', message: 'overdue', subject, advisory }) as const;
const gap = (subject: string, advisory = false) => ({ verdict: 'fail', message: 'gap', subject, advisory }) as const;
const early = (subject: string) => ({ verdict: 'not-applicable', reason: 'not-due', subject }) as const;
const q = (id: string): Period => parsePeriod(id) as Period;
const row = (period: string, reason = '无相关事项', topic = 'statistics' as const) => ({
  'no-event': [{ unit: 'lzqcsj', topic, period: q(period), reason, url: '' }],
});

const cases: readonly CheckCase[] = [
  {
    name: 'every month',
    ...inQ2,
    columns: [monthly],
    pages: pagesOf(months(1, 2, 3, 4, 5, 6)),
    expect: [passed('2023-04'), passed('2023-05'), passed('2023-06')],
  },
  {
    name: 'nothing since March',
    ...inQ2,
    columns: [monthly],
    pages: pagesOf(months(1, 2, 3)),
    expect: [overdue('2023-04'), overdue('2023-05'), overdue('2023-06')],
  },
  {
    name: 'months without a year, published late',
    ...inQ2,
    columns: [monthly],
    pages: pagesOf([
      ['1-2月主要指标', '2023-08-02'],
      ['3月份主要指标', '2023-08-02'],
      ['四月份主要指标', '2023-08-02'],
      ['1—5月主要指标', '2023-08-02'],
      ['上半年主要指标', '2023-08-02'],
    ]),
    expect: [passed('2023-04'), passed('2023-05'), passed('2023-06')],
  },
  {
    name: 'a hole before a later month, and one in the quarter before',
    ...inQ2,
    columns: [monthly],
    pages: pagesOf(months(1, 3, 4, 6)),
    expect: [gap('2023-02', true), passed('2023-04'), gap('2023-05'), passed('2023-06')],
  },
  {
    name: 'a joint figure for January and February',
    asOf: '2023-05-10',
    period: '2023Q1',
    columns: [monthly],
    pages: pagesOf([
      ['2023年1-2月主要指标', '2023-03-10'],
      ['2023年3月主要指标', '2023-04-10'],
    ]),
    expect: [passed('2023-01'), passed('2023-02'), passed('2023-03')],
  },
  {
    name: 'a first quarter named as such is about all its months, as any other quarter is',
    asOf: '2023-05-10',
    period: '2023Q1',
    columns: [monthly],
    pages: pagesOf([['2023年一季度主要指标', '2023-04-10']]),
    expect: [passed('2023-01'), passed('2023-02'), passed('2023-03')],
  },
  {
    name: 'a cumulative figure fills its last month alone',
    ...inQ2,
    columns: [monthly],
    pages: pagesOf([...months(1, 2, 3, 4), ['2023年1-6月主要指标', '2023-07-10']]),
    expect: [passed('2023-04'), gap('2023-05'), passed('2023-06')],
  },
  {
    name: 'without a name the date tells, in time for the month before',
    ...inQ2,
    columns: [monthly],
    pages: pagesOf([...months(1, 2, 3), ['主要指标完成情况', '2023-05-12'], ['主要指标完成情况（续）', '2023-07-12']]),
    expect: [passed('2023-04'), passed('2023-05'), passed('2023-06')],
  },
  {
    name: 'a year in the title is no month',
    ...inQ2,
    columns: [monthly],
    pages: pagesOf([...months(1, 2, 3, 5, 6), ['2023年主要指标', '2023-04-28']]),
    expect: [passed('2023-04'), passed('2023-05'), passed('2023-06')],
  },
  {
    name: 'late publication alone costs nothing',
    ...inQ2,
    columns: [quarterly],
    pages: pagesOf([
      ['2023年一季度主要指标', '2023-04-12'],
      ['2023年第二季度主要指标', '2023-08-07'],
    ]),
    expect: [passed('2023Q2')],
  },
  {
    name: 'a notice that nothing happened',
    ...inQ2,
    columns: [quarterly],
    pages: pagesOf([
      ['2023年一季度主要指标', '2023-04-12'],
      [
        '关于2023年第二季度情况的说明',
        '2023-07-12',
        '2023年第二季度，因设备检修，我局未发生需要公开的事项，特此说明。',
      ],
    ]),
    expect: [quiet('2023Q2')],
  },
  {
    name: 'the register knows that nothing happened',
    ...inQ2,
    columns: [quarterly],
    registers: row('2023Q2'),
    pages: pagesOf([['2023年一季度主要指标', '2023-04-12']]),
    expect: [quiet('2023Q2')],
  },
  {
    name: 'a register row without a reason is none',
    ...inQ2,
    columns: [quarterly],
    registers: row('2023Q2', ' '),
    pages: pagesOf([['2023年一季度主要指标', '2023-04-12']]),
    expect: [overdue('2023Q2')],
  },
  {
    name: 'the current quarter is not due, and earlier holes are pointed out',
    asOf,
    columns: [quarterly],
    pages: pagesOf([['2023年一季度主要指标', '2023-04-12']]),
    expect: [gap('2023Q2', true), early('2023Q3')],
  },
  {
    name: 'two working days late are not late',
    asOf: '2023-08-01',
    period: '2023Q2',
    columns: [quarterly],
    pages: pagesOf([['2023年一季度主要指标', '2023-04-12']]),
    expect: [early('2023Q2')],
  },
  {
    name: 'three are',
    asOf: '2023-08-02',
    period: '2023Q2',
    columns: [quarterly],
    pages: pagesOf([['2023年一季度主要指标', '2023-04-12']]),
    expect: [overdue('2023Q2')],
  },
  {
    name: 'a calendar date knows no grace',
    asOf: '2023-07-01',
    columns: [yearly],
    pages: pagesOf([['2021年度报告', '2022-06-12']]),
    expect: [early('2023'), overdue('2022')],
  },
  {
    name: 'before its date the year before stands',
    asOf: '2023-06-30',
    columns: [yearly],
    pages: pagesOf([['2021年度报告', '2022-06-12']]),
    expect: [early('2023'), early('2022'), passed('2021')],
  },
  {
    name: 'half-years',
    ...inQ2,
    columns: [{ ...monthly, every: 'half-year' }],
    pages: pagesOf([
      ['2022年下半年情况', '2023-01-12'],
      ['2023年上半年情况', '2023-07-12'],
    ]),
    expect: [early('2023H2'), passed('2023H1')],
  },
  {
    name: 'a half-year stands open after the next one',
    asOf: '2023-03-06',
    columns: [{ ...monthly, every: 'half-year' }],
    pages: pagesOf([['2022年下半年情况', '2023-01-12']]),
    expect: [
      early('2023H1'),
      passed('2022H2'),
      { verdict: 'fail', message: 'gap', subject: '2022H1', advisory: false },
    ],
  },
  {
    name: 'a miss that is an advisory',
    ...inQ2,
    columns: [{ ...quarterly, advise: true }],
    pages: pagesOf([['2023年一季度主要指标', '2023-04-12']]),
    expect: [overdue('2023Q2', true)],
  },
  {
    name: 'two columns of one topic',
    ...inQ2,
    columns: [quarterly, { ...quarterly, url: '/more/' }],
    pages: {
      ...pagesOf([['2023年一季度主要指标', '2023-04-12']]),
      ...pagesOf([['2023年一季度', '2023-04-12']], '/more/'),
    },
    expect: [overdue('2023Q2'), overdue('2023Q2')],
  },
  {
    name: 'the column cannot be read',
    ...inQ2,
    columns: [quarterly],
    pages: { '/data/': { fault: 'timeout' } },
    expect: [{ verdict: 'inconclusive', reason: 'not-fetched', subject: '2023Q2' }],
  },
  {
    name: 'it cannot be read while nothing is due',
    asOf: '2023-04-03',
    columns: [quarterly],
    registers: row('2023Q1'),
    pages: { '/data/': { fault: 'blocked' } },
    expect: [early('2023Q2'), { verdict: 'inconclusive', reason: 'blocked' }],
  },
  {
    name: 'a year without working days on record',
    asOf: '2031-08-08',
    period: '2031Q2',
    columns: [quarterly],
    pages: pagesOf([['2031年一季度主要指标', '2031-04-12']]),
    expect: [{ verdict: 'inconclusive', reason: 'calendar-gap', subject: '2031Q2' }],
  },
];

describe('periodic', () => {
  it.each(cases)('$name', (one) => testCheck(periodic, [one]));
});
