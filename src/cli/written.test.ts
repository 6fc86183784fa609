import { expect, it } from 'vitest';
import { writtenLines } from './written.ts';

it('names every file, and a folder of very many by their number', () => {
  const sheets = Array.from({ length: 40 }, (_, unit) => `out/自查表/${unit}.xlsx`);
  expect(writtenLines(['out/a.docx', 'out/b.xlsx', ...sheets])).toEqual([
    '已生成：out/a.docx',
    '已生成：out/b.xlsx',
    '已生成：out/自查表（共40个文件）',
  ]);
  expect(writtenLines(sheets.slice(0, 2))).toEqual(['已生成：out/自查表/0.xlsx', '已生成：out/自查表/1.xlsx']);
});
