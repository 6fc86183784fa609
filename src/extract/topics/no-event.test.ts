import { describe, expect, it } from 'vitest';
import { readNoEvent } from './no-event.ts';

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
