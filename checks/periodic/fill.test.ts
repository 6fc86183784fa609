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
    body: { ok: true, value: { text, tables: [], images: [], links: [], opaque: false } },
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
    ['month', '２０２３年５月份指标', '2023-08-05', ['2023-05']],
    ['month', '二〇二三年五月指标', '2023-08-05', ['2023-05']],
    ['month', '2023年4月、5月、6月指标', '2023-08-05', ['2023-04', '2023-05', '2023-06']],
    ['month', '2023年1、2月份指标', '2023-03-05', ['2023-01', '2023-02']],
    ['month', '2023Q2指标', '2023-07-05', ['2023-04', '2023-05', '2023-06']],
    ['month', '2023.05指标', '2023-08-05', ['2023-05']],
    ['month', '5月份指标', '2023-08-05', ['2023-05']],
    ['month', '11月、12月指标', '2024-01-05', ['2023-11', '2023-12']],
    ['month', '2023年度救助情况（5月份）', '2023-08-05', ['2023-05']],
    ['month', '2023年5月1日至31日处罚信息', '2023-08-05', ['2023-05']],
    ['month', '关于2023年5月12日活动的指标', '2023-08-25', ['2023-08']],
    ['month', '临政发〔2023〕5号指标', '2023-08-25', ['2023-08']],
    ['quarter', '2023年4月、5月指标', '2023-07-05', ['2023Q2']],
    ['quarter', '2023Q2指标', '2023-11-05', ['2023Q2']],
    ['half-year', '2023H1指标', '2023-11-05', ['2023H1']],
    ['year', '2023年7月26日关于2022年审计工作的报告', '2023-08-05', []],
    ['quarter', '2023年1-6月指标', '2023-07-05', ['2023Q2']],
    ['quarter', '2023年第三季度指标', '2023-10-05', ['2023Q3']],
    ['quarter', '2022年第二季度指标', '2023-05-05', []],
    ['half-year', '2023年上半年指标', '2023-07-05', ['2023H1']],
    ['year', '2023年度报告', '2024-02-05', ['2023']],
    ['year', '2022年度报告', '2023-02-05', []],
  ])('%s %s of %s', (every, title, date, expected) => expect(filled(every, documentOf(title, date))).toEqual(expected));

  it('what its first line names, whatever its date', () => {
    const document = documentOf('主要指标', '2023-08-25', '2023年5月，主要指标如下。\n总体平稳。');
    expect(filled('month', document)).toEqual(['2023-05']);
  });
  it.each([
    ['根据2023年5月会议要求，现将有关指标公布如下。', ['2023-08']],
    ['2022年5月，主要指标较低。', ['2023-08']],
    ['自2023年5月1日起，指标调整如下。', ['2023-08']],
    ['区测试局2023年4月、5月主要指标如下。', ['2023-04', '2023-05']],
    ['有关情况如下。\n一、5月份\n总体平稳。\n二、6月份\n总体平稳。', ['2023-05', '2023-06']],
  ])('%s: %j', (text, expected) => {
    expect(filled('month', documentOf('主要指标', '2023-08-25', text))).toEqual(expected);
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
  it('all of the quarter whose months its notice names', () => {
    const document = documentOf('2023年4月、5月、6月情况说明', '2023-07-05', '因设备检修，我局未发生需要公开的事项。');
    expect(filled('quarter', document)).toEqual(['2023Q2']);
    expect(filled('month', document)).toEqual(['2023-04', '2023-05', '2023-06']);
  });
  it('nothing as a notice that gives no reason, unless it has figures', () => {
    const bare = documentOf('2023年5月份情况说明', '2023-06-05', '2023年5月份无相关信息，特此说明。');
    expect(filled('month', bare)).toEqual([]);
    const figures = documentOf('2023年5月份情况说明', '2023-06-05', '2023年5月份优良26天，无其他情况，特此说明。');
    expect(filled('month', figures)).toEqual(['2023-05']);
  });
  it('perhaps, as a notice whose title alone says of what', () => {
    const notice = documentOf('2023年5月行政处罚情况说明', '2023-06-05', '2023年5月份，我局无相关事项。');
    expect(fills(notice, parsePeriod('2023-05') as Period, () => true)).toMatchObject({ unsure: 'unparsed' });
  });
  it('perhaps every period, as a notice for all that have no item', () => {
    const standing = documentOf('公示说明', '2021-06-05', '处罚信息按月公示，当月未公布的即为无处罚事项。');
    expect(fills(standing, parsePeriod('2023-05') as Period, () => true)).toMatchObject({ unsure: 'unparsed' });
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
