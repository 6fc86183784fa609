import { expect, it } from 'vitest';
import { edited } from '../../registers/edit-table.ts';
import { PLAN } from '../../registers/plan.fixture.ts';
import { readCsv } from '../../registers/read-csv.ts';
import { tableOf } from '../../registers/table.ts';
import { rowDifference } from './row-difference.ts';
import { ruledDefinition } from './ruled-definition.ts';

const personnel = ruledDefinition('personnel', { plan: PLAN, coverageMax: 5 });
const HEADER = '单位,姓名,职务,分工,任职日期,免职日期';
const table = (header: string, ...lines: string[]) =>
  tableOf(personnel, readCsv(new TextEncoder().encode([header, ...lines].join('\n')), 'x.csv'));
const before = table(HEADER, 'sfj,甲,局长,,,', 'sfj,乙,副局长,,,', 'tjj,丙,局长,,,');

it('is the same in another order of rows and columns', () => {
  const other = table('姓名,单位,职务,免职日期,分工,任职日期', '丙,tjj,局长,,,', '甲,sfj,局长,,,', '乙, sfj,副局长,,,');
  expect(rowDifference(personnel, before, other)).toBe('各行内容没有变化');
});

it('where rows may repeat a row changed if the same unit has another in its place', () => {
  const after = table(HEADER, 'sfj,甲,局长,,,2023-05-01', '区司法局,乙,副局长,,,', 'sfj,丁,局长,,2023-05-01,');
  expect(rowDifference(personnel, before, after)).toBe('新增1行（sfj）、修改2行（sfj、区司法局）、删除1行（tjj）');
});

it('names three rows of many', () => {
  const rows = Array.from({ length: 5 }, (_, n) => ({ unit: n < 2 ? 'sfj' : 'tjj', name: `${n}`, post: '局长' }));
  expect(rowDifference(personnel, tableOf(personnel, []), edited(before, rows))).toBe('新增5行（sfj、sfj、tjj等）');
});
