import { describe, expect, it } from 'vitest';
import { columnsNamed, textOf, unitsWhere } from './testing.ts';
import type { DemoColumn } from './types.ts';

const columns = columnsNamed('信息公开年报');
const report = (column: DemoColumn, year: number): string => {
  const document = column.documents.find(({ title }) => title.includes(`${year}年`));
  if (!document) throw new Error(`no report on ${year}`);
  return textOf(document);
};
const partOne = (text: string): string => (text.split('一、总体情况')[1] ?? '').split('二、主动公开')[0] ?? '';

function grams(text: string): Set<string> {
  const letters = Array.from(text.replace(/[\d\s]/g, ''));
  return new Set(letters.slice(3).map((_, i) => letters.slice(i, i + 4).join('')));
}
function shared(text: string, other: string): number {
  const [a, b] = [grams(text), grams(other)];
  return [...a].filter((gram) => b.has(gram)).length / a.size;
}

describe('annual reports of the demonstration district', () => {
  it('exist for six years, each out by the end of January', () => {
    for (const { column } of columns) {
      expect(column.documents.map(({ date }) => date.slice(0, 7))).toEqual([
        '2023-01',
        '2022-01',
        '2021-01',
        '2020-01',
        '2019-01',
        '2018-01',
      ]);
    }
  });

  it('tell part one anew, except at four units', () => {
    const likeness = columns.map(({ column }) => shared(partOne(report(column, 2022)), partOne(report(column, 2021))));
    const copied = columns.filter((_, i) => (likeness[i] ?? 0) >= 0.7).map(({ unit }) => unit.name);
    expect([...copied].sort()).toEqual(['区司法局', '区审计局', '区商务局', '雪宫街道'].sort());
    expect(Math.max(...likeness.filter((value) => value < 0.7))).toBeLessThan(0.4);
  });

  it('say whom to ask and speak of the year’s tasks, except at one unit', () => {
    expect(unitsWhere(columns, (column) => !report(column, 2022).includes('如对本报告内容有疑问'))).toEqual([
      '区商务局',
    ]);
    expect(unitsWhere(columns, (column) => !report(column, 2022).includes('工作要点落实情况'))).toEqual(['区商务局']);
    expect(unitsWhere(columns, (column) => !report(column, 2022).includes('创新情况'))).toEqual(['区商务局']);
  });

  it('repeat their title in the body at two units only', () => {
    const doubled = unitsWhere(columns, (column) =>
      /^\s*\S*\n?\S*政府信息公开工作年度报告\n/.test(report(column, 2022)),
    );
    expect(doubled).toEqual(['区商务局', '雪宫街道']);
  });
});
