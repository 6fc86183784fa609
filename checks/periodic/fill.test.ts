import { describe, expect, it } from 'vitest';
import { type Cadence, type CivilDate, type Document, type Period, parsePeriod, periodsOf } from '../kit.ts';
import { fills, titleRulesOut } from './fill.ts';

const column = {
  topic: 'statistics',
  name: '统计数据',
  url: 'http://a/',
  every: null,
  due: null,
  key: false,
  advise: false,
} as const;
const ref = { url: 'http://a/1', capturedAt: '2023-08-08T00:00:00Z', sha256: '', record: 'evidence/a.warc.gz#0' };

function documentOf(title: string, date: string | null, text = '主要数据如下，总体平稳。'): Document {
  return {
    column,
    url: ref.url,
    inline: false,
    captured: true,
    title,
    metadata: {},
    dates: date === null ? [] : [{ date: date as CivilDate, place: 'list', text: date, sure: true }],
    body: { ok: true, value: { text, tables: [], images: [], opaque: false } },
    attachments: [],
    ref,
  };
}
/** The slots of 2023 that a document fills, where a slot is in time until the twentieth of the next month. */
const filled = (every: Cadence, document: Document): readonly string[] =>
  periodsOf(every, 2023)
    .filter((slot) => fills(document, slot, (_, day) => Number(day.slice(8)) <= 20) === true)
    .map(({ id }) => id);

describe('a document fills', () => {
  it.each<[Cadence, string, string, readonly string[]]>([
    ['month', '2023年5月份指标', '2024-01-05', ['2023-05']],
    ['month', '2023年1-2月指标', '2023-03-05', ['2023-01', '2023-02']],
    ['month', '2023年1-5月指标', '2023-06-05', ['2023-05']],
    ['month', '2023年4-6月指标', '2023-07-05', ['2023-04', '2023-05', '2023-06']],
    ['month', '2023年指标', '2023-06-05', ['2023-05', '2023-06']],
    ['month', '指标完成情况', '2023-06-25', ['2023-06']],
    ['quarter', '2023年1-6月指标', '2023-07-05', ['2023Q2']],
    ['quarter', '2023年第三季度指标', '2023-10-05', ['2023Q3']],
    ['quarter', '2022年第二季度指标', '2023-05-05', []],
    ['half-year', '2023年上半年指标', '2023-07-05', ['2023H1']],
    ['year', '2023年度报告', '2024-02-05', ['2023']],
    ['year', '2022年度报告', '2023-02-05', []],
  ])('%s %s of %s', (every, title, date, expected) => expect(filled(every, documentOf(title, date))).toEqual(expected));

  it('what its first line names, and what its date tells besides', () => {
    const document = documentOf('主要指标', '2023-08-25', '2023年5月，主要指标如下。\n总体平稳。');
    expect(filled('month', document)).toEqual(['2023-05', '2023-08']);
  });
  it('all of the period that its notice covers, and nothing finer', () => {
    const document = documentOf(
      '关于2023年上半年情况的说明',
      '2023-07-05',
      '2023年上半年，因设备检修，我局未发生需要公开的事项。',
    );
    expect(filled('quarter', document)).toEqual(['2023Q1', '2023Q2']);
    expect(filled('year', document)).toEqual([]);
  });
  it('nothing for certain without period and date, nor as a notice of no period', () => {
    const slot = parsePeriod('2023-05') as Period;
    expect(fills(documentOf('主要指标', null), slot, () => true)).toMatchObject({ unsure: 'unparsed' });
    const notice = documentOf('情况说明', '2023-06-05', '因设备检修，我局未发生需要公开的事项。');
    expect(fills(notice, slot, () => true)).toMatchObject({ unsure: 'unparsed' });
  });
});

it.each([
  ['2023年5月份指标', '2023-05', false],
  ['2023年5月份指标', '2023-06', true],
  ['关于2023年上半年情况的说明', '2023Q1', false],
  ['2023年指标', '2023-06', false],
  ['2022年指标', '2023-01', false],
  ['2020年指标', '2023-01', true],
  ['指标', '2023-01', false],
])('the title %s rules out %s: %s', (title, slot, expected) => {
  expect(titleRulesOut(title, parsePeriod(slot) as Period)).toBe(expected);
});
