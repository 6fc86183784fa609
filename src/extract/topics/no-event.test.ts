import { describe, expect, it } from 'vitest';
import { isStandingNotice, readNoEvent } from './no-event.ts';

describe('notices that nothing happened', () => {
  it.each([
    [
      '2023年5月份行政处罚情况说明',
      '2023年5月份，我局未作出行政处罚决定。',
      [{ year: 2023, fromMonth: 5, toMonth: 5 }],
    ],
    ['情况说明', '2023年第二季度，本镇无政府采购事项，特此说明。', [{ year: 2023, fromMonth: 4, toMonth: 6 }]],
    ['关于2023年度重大建设项目的说明', '我单位不涉及重大建设项目。', [{ year: 2023, fromMonth: null, toMonth: null }]],
    ['2023年上半年无人事任免', '无。', [{ year: 2023, fromMonth: 1, toMonth: 6 }]],
  ])('%s', (title, text, periods) =>
    expect(readNoEvent(title, text)).toMatchObject({ periods, reason: expect.stringMatching(/./) }),
  );
  it('name no period where they say none', () =>
    expect(readNoEvent('情况说明', '我局无行政处罚事项。')?.periods).toEqual([]));
  it.each([
    ['2023年5月空气质量报告', '本月优良天数25天，没有发生重污染天气。'.repeat(12)],
    ['2023年部门预算', '本部门无政府性基金预算安排的支出。'],
    ['开展无偿献血活动情况说明', '2023年5月组织无偿献血活动一次。'],
    ['2023年工作情况说明', '全年办理事项一百二十件。'],
    ['2023年5月行政处罚公示', '共作出行政处罚3件。'],
  ])('%s is none', (title, text) => expect(readNoEvent(title, text)).toBeNull());
});

describe('the reason of a notice', () => {
  it.each([
    ['2023年5月份说明', '2023年5月份，因设备检修，无相关信息。', true],
    ['2023年5月份说明', '2023年5月份，我局未作出行政处罚决定。', true],
    ['2023年第二季度情况说明', '2023年第二季度，本镇无政府采购事项，特此说明。', true],
    ['2023年上半年无人事任免', '无。', true],
    ['2023年5月行政处罚情况说明', '2023年5月份，我局无相关事项。', 'subject'],
    ['2023年5月份情况说明', '2023年5月份无相关信息，特此说明。', false],
    ['2023年5月暂无', '本月无更新内容。', false],
  ])('%s %s: %s', (title, text, reasoned) => expect(readNoEvent(title, text)?.reasoned).toBe(reasoned));
});

it.each([
  ['处罚信息按月公示，当月未公布的即为无处罚事项。', true],
  ['本季度未更新视为没有相关事项。', true],
  ['2023年5月未公布处罚信息。', false],
  ['5月共作出处罚3件。', false],
])('%s is a standing notice: %s', (text, expected) => expect(isStandingNotice(text)).toBe(expected));
