import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatisticsPeriod, readYearClaims, yearFrom } from './years.ts';

describe('the period of the statistics', () => {
  const year = fc.integer({ min: 2008, max: 2035 });
  it('is read in all its forms', () => {
    const forms = [
      (y: number) => `报告中的数据统计期限自${y}年1月1日起至${y}年12月31日止。`,
      (y: number) => `所列数据统计期限为${y}年1月1日至12月31日。`,
      (y: number) => `本报告数据的统计时间从 ${y} 年 1 月 1 日 到 ${y} 年 12 月 31 日 。`,
      (y: number) => `统计期限：${y}-01-01至${y}-12-31`,
      (y: number) => `统计时限为${y}年1月1日—12月31日，其余从略`,
    ];
    fc.assert(
      fc.property(year, fc.constantFrom(...forms), (y, form) => {
        expect(readStatisticsPeriod(form(y))).toMatchObject({ from: `${y}-01-01`, to: `${y}-12-31`, sure: true });
      }),
    );
  });
  it('is unsure, and accuses nobody, wherever a character was lost', () => {
    fc.assert(
      fc.property(year, fc.nat(17), (y, at) => {
        const whole = `${y}年1月1日起至${y}年12月31日止`;
        const lost = /[年月日]/.test(whole[at] ?? '') ? whole.slice(0, at) + whole.slice(at + 1) : whole;
        const period = readStatisticsPeriod(`数据统计期限${lost}。`);
        const claims = readYearClaims({ title: '', titleLines: [], opening: '', period, general: '' });
        expect(claims.every((claim) => claim.year === y || !claim.sure)).toBe(true);
      }),
    );
  });
  it.each(['统计期限从202211日起，至20221231日止', '统计期限从202211日到1231日止'])('%s', (text) => {
    const period = readStatisticsPeriod(`本年度报告中所列数据${text}。`);
    expect(period).toMatchObject({ from: null, to: null, sure: false });
    const claims = readYearClaims({ title: '', titleLines: [], opening: '', period, general: '' });
    expect(claims).toEqual([expect.objectContaining({ year: 2022, place: 'period', sure: false })]);
    expect(yearFrom(claims)).toBeNull();
  });
  it('is none where only a document is dated', () => {
    expect(readStatisticsPeriod('依照2021年10月8日印发的格式写成，数据真实。')).toBeNull();
  });
});

describe('the year of a report', () => {
  const claims = (over: Partial<Parameters<typeof readYearClaims>[0]>) =>
    readYearClaims({ title: '', titleLines: [], opening: '', period: null, general: '', ...over });
  it('is the title’s', () => {
    expect(yearFrom(claims({ title: '2023年政府信息公开工作年度报告', general: '2022年，工作平稳。' }))).toBe(2023);
  });
  it('is what the other places agree on where the title names none', () => {
    const places = { opening: '现公布水务局2016年度政府信息公开工作年度报告。', general: '2016年，工作平稳。' };
    expect(yearFrom(claims(places))).toBe(2016);
    expect(yearFrom(claims({ ...places, general: '2017年，工作平稳。' }))).toBeNull();
  });
  it('is not that of a law, a form or a notice', () => {
    const opening =
      '本报告依照《2021年格式》（国办公开办函〔2021〕30号）和关于2022年政府信息公开工作年度报告编制的要求写成。';
    expect(claims({ opening })).toEqual([]);
  });
  it('is unsure where its own sign was lost', () => {
    expect(claims({ general: '2023区水务局按要求公开' })).toEqual([
      expect.objectContaining({ year: 2023, place: 'general', sure: false }),
    ]);
  });
});
