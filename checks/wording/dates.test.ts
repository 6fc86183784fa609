import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impossibleDates } from './dates.ts';

const found = (text: string, cells: readonly string[] = []): string[] =>
  impossibleDates(text, () => new Set(cells)).map(({ from, to }) => text.slice(from, to));

describe('dates that no calendar has', () => {
  it.each([
    ['截至2023年2月30日', '2023年2月30日'],
    ['于2023年2月29日施行', '2023年2月29日'],
    ['请于4月31日前报送', '4月31日'],
    ['会议定于13月5日召开', '13月5日'],
    ['2023年13月份报表', '2023年13月'],
    ['2023 年 0 月 5 日', '2023 年 0 月 5 日'],
    ['5月6日25时停水', '月6日25时'],
    ['上午8时75分', '上午8时75'],
    ['下午3:75开会', '下午3:75'],
  ])('in %s', (text, part) => {
    expect(found(text)).toEqual([part]);
  });

  it.each([
    ['2024年2月29日'],
    ['2月29日'],
    ['1月12月'],
    ['1—12月'],
    ['第13月'],
    ['满13月龄的犊牛'],
    ['共13个月'],
    ['农历2月30日'],
    ['5日24时'],
    ['5月6日24时30分'],
    ['每日25时段'],
    ['下午15:30'],
    ['上午8:30-11:30，下午13:30-17:00'],
    ['比例为25:75'],
    ['2023-02-30号台账'],
    ['公历不存在2月30日'],
    ['23.13月5日'],
  ])('not in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are left alone in a cell without a year', () => {
    expect(found('项目\n13月5日', ['项目', '13月5日'])).toEqual([]);
    expect(found('项目\n2023年2月30日', ['项目', '2023年2月30日'])).toEqual(['2023年2月30日']);
  });

  it('are never days of the calendar', () => {
    const day = fc.date({ min: new Date('1900-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.nat(23), fc.nat(59), (at, hour, minute) => {
        const [y, m, d] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
        expect(found(`于${y}年${m}月${d}日${hour}时${minute}分召开，${m}月${d}日上午${hour}:00结束`)).toEqual([]);
      }),
    );
  });

  it('are all days beyond the end of a month', () => {
    const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }), (month, more) => {
        const text = `2023年${month}月${(days[month - 1] ?? 0) + more}日`;
        expect(found(text)).toEqual([text]);
      }),
    );
  });
});
