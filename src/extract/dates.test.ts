import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, readDate } from './dates.ts';

const CHINESE = '〇一二三四五六七八九';
const chineseYear = (year: number, zero: string): string =>
  Array.from(String(year), (digit) => (digit === '0' ? zero : CHINESE[Number(digit)])).join('');
const chineseSmall = (n: number): string => {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : CHINESE[n % 10];
  return tens === 0 ? `${ones}` : `${tens === 1 ? '' : CHINESE[tens]}十${ones}`;
};
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const pad = (n: number): string => String(n).padStart(2, '0');

const FORMS: Record<string, (y: number, m: number, d: number) => string> = {
  'ISO with time': (y, m, d) => `${y}-${pad(m)}-${pad(d)} 09:13:17`,
  'unpadded with time': (y, m, d) => `${y}-${m}-${d} 8:56:14`,
  slashes: (y, m, d) => `${y}/${m}/${d}`,
  dots: (y, m, d) => `${y}.${m}.${d}`,
  written: (y, m, d) => `${y}年${m}月${d}日`,
  padded: (y, m, d) => `${y}年${pad(m)}月${pad(d)}日`,
  spaced: (y, m, d) => `${y}\u3000年 ${m}\u00a0月 ${d} 日`,
  'full width': (y, m, d) => wide(`${y}年${m}月${d}日`),
  'split year': (y, m, d) => `${String(y).slice(0, 2)} ${String(y).slice(2)}年${m}月${d}日`,
  Chinese: (y, m, d) => `${chineseYear(y, '〇')}年${chineseSmall(m)}月${chineseSmall(d)}日`,
  'Chinese with circles': (y, m, d) => `${chineseYear(y, '○')}年${chineseSmall(m)}月${chineseSmall(d)}日`,
  'Latin O': (y, m, d) => `${chineseYear(y, 'O')}年${m}月${d}日`,
  'full-width O': (y, m, d) => `${chineseYear(y, 'Ｏ')}年${m}月${d}日`,
  'written zero': (y, m, d) => `${chineseYear(y, '零')}年${chineseSmall(m)}月${chineseSmall(d)}日`,
};

const anyDay = fc
  .integer({ min: 0, max: 47_000 })
  .map((n) => new Date(Date.UTC(1950, 0, 1) + n * 86_400_000))
  .map((at) => [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()] as const);

const short = (text: string) =>
  findDates(text).map(({ date, text: printed, sure }) => `${date}${sure ? '' : '?'} ${printed}`);

describe('dates', () => {
  it.each(Object.keys(FORMS))('are read back from every day printed in the form %s', (name) => {
    const print = FORMS[name] as (y: number, m: number, d: number) => string;
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(['', ''], ['发布日期：', ' 字号'], ['于', '印发']),
        ([y, m, d], [before, after]) => {
          const found = findDates(`${before}${print(y, m, d)}${after}`).filter(({ sure }) => sure);
          expect(found.map(({ date }) => date)).toEqual([`${y}-${pad(m)}-${pad(d)}`]);
        },
      ),
    );
  });
  it('are never sure in a run of digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,24}$/), fc.constantFrom('', '电话', '编号：', '共'), (digits, before) => {
        expect(findDates(`${before}${digits}`).filter(({ sure }) => sure)).toEqual([]);
      }),
    );
  });
  it('lie on real days, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9年月日\-/.一二十〇 ]{0,30}$/), (text) => {
        for (const { date } of findDates(text))
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
  it.each([
    ['2024219', ['2024-02-19? 2024219']],
    ['20221月1日', ['2022-01-01? 20221月1日']],
    ['从20221月1日截止到202212月31日', ['2022-01-01? 20221月1日', '2022-12-31? 202212月31日']],
    ['202111日至20211231日', ['2021-01-01? 202111日', '2021-12-31? 20211231日']],
    ['2025923', ['2025-09-23? 2025923']],
    ['2025111', ['2025-01-11? 2025111', '2025-11-01? 2025111']],
    ['5月10—12日的会议，2023年5月10—12日', ['2023-05-10 2023年5月10']],
  ])('that lost characters are all their possible readings: %s', (text, expected) =>
    expect(short(text)).toEqual(expected),
  );
  it.each([
    '临政办字〔2021〕30号',
    '国办公开办函〔202130)',
    '11370305MB2856507Y/2022-None',
    '123701044930907524/2025-5320341',
    '电话:2011123',
    '联系电话：0533-2021-1112',
    '共2023500元',
    '投资2021.11.5万元',
    '/art/2023/8/3/art_19724.html',
    't20220704_1461027',
    '版本2021.3.5.1',
    '2023年2月30日',
    '2023-13-01',
    '2023年第12号',
    '文号：2023112',
  ])('are none in %s', (text) => expect(short(text)).toEqual([]));
  it('are given first sure one first', () => {
    expect(readDate('2024219 2024-03-01')).toBe('2024-03-01');
    expect(readDate('2024219')).toBeNull();
  });
});
