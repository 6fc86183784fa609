import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMonthsOnly, findPeriods } from './periods.ts';

const DIGITS = '〇一二三四五六七八九';
const chineseYear = (year: number): string => Array.from(String(year), (digit) => DIGITS[Number(digit)]).join('');
const chineseMonth = (month: number): string =>
  month < 10 ? (DIGITS[month] ?? '') : month === 10 ? '十' : `十${DIGITS[month - 10]}`;
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const two = (month: number): string => String(month).padStart(2, '0');

const year = fc.integer({ min: 2015, max: 2035 });
const month = fc.integer({ min: 1, max: 12 });
const span = fc.tuple(month, month).filter(([from, to]) => from < to);
const quarter = fc.integer({ min: 1, max: 4 });
const before = fc.constantFrom('', '区测试局', '临淄区', '关于', '（', '附件1：', '现将我区');
const behind = fc.constantFrom('', '主要指标', '份情况公示', '）', '空气质量报告', '行政处罚信息');

const months = (y: number, m: number): readonly string[] => [
  `${y}年${m}月`,
  `${y}年${two(m)}月`,
  `${y} 年 ${m} 月`,
  `${y}年${m}月份`,
  `${y}年度${m}月`,
  wide(`${y}年${m}月`),
  `${chineseYear(y)}年${chineseMonth(m)}月`,
  `${y}.${two(m)}`,
  `${y}-${two(m)}`,
];
const spans = (y: number, from: number, to: number): readonly string[] =>
  ['-', '—', '－', '–', '~', '～', '至', '到'].flatMap((dash) => [
    `${y}年${from}${dash}${to}月`,
    `${y}年${from}月${dash}${to}月`,
    wide(`${y}年${from}${dash}${to}月`),
    `${y}年${from}月${dash}${y}年${to}月`,
  ]);
const quarters = (y: number, q: number): readonly string[] => [
  `${y}年第${q}季度`,
  `${y}年${q}季度`,
  `${y}年第${chineseMonth(q)}季度`,
  `${y}年${chineseMonth(q)}季度`,
  `${chineseYear(y)}年${chineseMonth(q)}季度`,
  wide(`${y}年第${q}季度`),
  `${y}Q${q}`,
  `${y}年q${q}`,
];
/** Letters and digits right behind a number are another number. */
const apart = (spelled: string, rest: string): string => `${spelled}${rest === '份情况公示' ? '情况公示' : rest}`;

describe('however it is spelled,', () => {
  it('a month is one month', () => {
    fc.assert(
      fc.property(year, month, before, behind, (y, m, head, tail) => {
        for (const spelled of months(y, m))
          expect([spelled, findPeriods(`${head}${apart(spelled, tail)}`)]).toEqual([
            spelled,
            [{ year: y, fromMonth: m, toMonth: m }],
          ]);
      }),
    );
  });
  it('a range is one range', () => {
    fc.assert(
      fc.property(year, span, before, behind, (y, [from, to], head, tail) => {
        for (const spelled of spans(y, from, to))
          expect([spelled, findPeriods(`${head}${apart(spelled, tail)}`)]).toEqual([
            spelled,
            [{ year: y, fromMonth: from, toMonth: to }],
          ]);
      }),
    );
  });
  it('a list is all of its months', () => {
    fc.assert(
      fc.property(
        year,
        fc.uniqueArray(month, { minLength: 2, maxLength: 6 }),
        before,
        behind,
        (y, list, head, tail) => {
          const sorted = [...list].sort((a, b) => a - b);
          const joined = [
            `${sorted.map((m) => `${m}月`).join('、')}`,
            `${sorted.join('、')}月`,
            `${sorted.map((m) => `${m}月份`).join('、')}`,
            `${sorted.slice(0, -1).join('、')}和${sorted.at(-1)}月`,
          ];
          for (const spelled of joined)
            expect([spelled, findPeriods(`${head}${y}年${apart(spelled, tail)}`)]).toEqual([
              spelled,
              sorted.map((m) => ({ year: y, fromMonth: m, toMonth: m })),
            ]);
        },
      ),
    );
  });
  it('a quarter is its months', () => {
    fc.assert(
      fc.property(year, quarter, before, behind, (y, q, head, tail) => {
        for (const spelled of quarters(y, q))
          expect([spelled, findPeriods(`${head}${apart(spelled, tail)}`)]).toEqual([
            spelled,
            [{ year: y, fromMonth: q * 3 - 2, toMonth: q * 3 }],
          ]);
      }),
    );
  });
  it('months without a year are the same months', () => {
    fc.assert(
      fc.property(month, span, quarter, (m, [from, to], q) => {
        expect(findMonthsOnly(`${m}月份情况`)).toEqual([{ fromMonth: m, toMonth: m, plainly: true }]);
        expect(findMonthsOnly(wide(`${from}—${to}月情况`))).toEqual([{ fromMonth: from, toMonth: to, plainly: true }]);
        expect(findMonthsOnly(`第${q}季度情况`)).toEqual([{ fromMonth: q * 3 - 2, toMonth: q * 3, plainly: true }]);
      }),
    );
  });
});

describe('what is no period of a figure:', () => {
  const number = fc.integer({ min: 1, max: 12 });
  const day = fc.integer({ min: 1, max: 27 });
  const noise = fc
    .tuple(year, number, day, number)
    .map(([y, m, d, other]) => [
      `临政办发〔${y}〕${m}号`,
      `临政办字[${y}]${m}号`,
      `${y}-${two(m)}号`,
      `自${y}年${m}月${d}日起施行`,
      `${y}年${m}月${d}日`,
      wide(`${y}年${m}月${d}日`),
      `${y}年${m}月${d}日至${d}日`,
      `${y}.${m}.${d}`,
      `${y}-${two(m)}-${two(d)}`,
      `${y}${two(m)}${two(d)}`,
      `电话0533-7${y}${two(m)}`,
      `电话：7${y}${two(other)}`,
      `${m}月${d}日活动`,
      `${m}个月`,
    ]);
  it('numbers of documents, dates, telephone numbers', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom('', '关于', '区测试局'), fc.constantFrom('', '的通知'), (list, head, tail) => {
        for (const one of list) {
          expect([one, findPeriods(`${head}${one}${tail}`)]).toEqual([one, []]);
          expect([one, findMonthsOnly(`${head}${one}${tail}`)]).toEqual([one, []]);
        }
      }),
    );
  });
  it('beside a period, they leave it alone', () => {
    fc.assert(
      fc.property(noise, year, month, (list, y, m) => {
        for (const one of list)
          expect([one, findPeriods(`${one}，${y}年${m}月指标`)]).toEqual([
            one,
            [{ year: y, fromMonth: m, toMonth: m }],
          ]);
      }),
    );
  });
});
