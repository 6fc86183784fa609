import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENERAL, OPENING } from './report.fixture.ts';
import { partSimilarity } from './similarity.ts';

const NAMES = ['云溪区水务局', '区水务局'];
const YEAR = [
  ...GENERAL,
  '防汛期间水位信息逐小时更新，沿河村庄通过广播同步收听，夜间值班电话保持畅通。',
  '供水管网改造分三批公示，每批列明路段、工期和施工单位，停水前两天张贴告示并推送短信。',
  '水质检测由第三方机构承担，检测报告当月公开，群众提出的疑问由技术人员当面说明。',
].join('\n');
const share = (current: string, earlier: string) => {
  const found = partSimilarity(current, earlier, NAMES);
  return found.kind === 'measured' ? found.share : null;
};

describe('similarity of two years', () => {
  it('is whole where only numbers, dates, names, signs and mandated words differ', () => {
    const other = YEAR.replaceAll('2023年', '2022年')
      .replaceAll('云溪区水务局', '区水务局')
      .replaceAll('，', ' ，')
      .replace('（二）依申请公开。', '（二）政府信息依申请公开情况：')
      .replace('一百余条', '一百余条');
    expect(share(YEAR, `${OPENING}\n${other}`)).toBe(1);
  });
  it('is nothing for other words', () => {
    const other = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x5200 + i)).join('');
    expect(share(YEAR, other)).toBe(0);
  });
  it('never leaves 0 to 1, and a text is its own copy', () => {
    const words = fc.stringMatching(/^[水政公开信息工作河道管网检查答复，。]{0,600}$/);
    fc.assert(
      fc.property(words, words, (a, b) => {
        const found = partSimilarity(a, b, []);
        if (found.kind === 'measured') expect(found.share >= 0 && found.share <= 1).toBe(true);
        const same = partSimilarity(a, a, []);
        if (same.kind === 'measured') expect(same.share).toBe(1);
      }),
    );
  });
  it('grows with what was taken over', () => {
    const half = YEAR.slice(0, YEAR.length / 2);
    const fresh = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x5200 + i)).join('');
    const mixed = share(`${half}${fresh}`, YEAR) ?? 0;
    expect(mixed).toBeGreaterThan(0.3);
    expect(mixed).toBeLessThan(0.7);
  });
  it('shows the passages of both years side by side', () => {
    const other = YEAR.replace('供水管网改造分三批', '排水管网改造分五批');
    const found = partSimilarity(YEAR, other, NAMES);
    const passages = found.kind === 'measured' ? found.passages : [];
    expect(passages.length).toBeGreaterThan(1);
    for (const { current, earlier } of passages) {
      expect(YEAR).toContain(current);
      expect(other).toContain(earlier);
    }
  });
  it('says nothing of short texts', () => {
    expect(partSimilarity('2023年，工作平稳。', YEAR, NAMES)).toMatchObject({ kind: 'too-short' });
    expect(partSimilarity(YEAR, '2022年，工作平稳。', NAMES)).toMatchObject({ kind: 'too-short' });
    expect(partSimilarity('', '', [])).toEqual({ kind: 'too-short', characters: 0 });
  });
});
