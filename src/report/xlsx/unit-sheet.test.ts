import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../build-report.ts';
import { AUDIT, HOSTILE, PLAN, RULEBOOK } from '../report.fixture.ts';
import { unitWorkbook } from './unit-sheet.ts';

const checks = new Map([
  ['guide', '信息公开指南'],
  ['privacy', '个人隐私'],
]);
const report = buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN, checks });

async function sheetOf(id: string) {
  const unit = report.units.find((one) => one.id === id);
  if (!unit) throw new Error(id);
  const { sheets } = await readXlsx(await unitWorkbook(unit, report));
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return { sheet, texts: sheet.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))) };
}

describe('a self-check sheet', () => {
  it('has the columns of the form, the last three left to the unit', async () => {
    const { texts } = await sheetOf('water');
    expect(texts[0]?.[0]).toBe('区水务局政务公开自查表（2023年第二季度）');
    expect(texts[3]).toEqual(
      '序号/检查项/检查标准/自查结果/问题说明/网址/整改措施/责任科室/责任人/完成时限'.split('/'),
    );
    const numbered = texts.filter(([first]) => /^\d+$/.test(first ?? ''));
    expect(numbered.map(([number]) => number)).toEqual(['1', '2', '3']);
    for (const row of numbered) expect(row.slice(7).join('')).toBe('');
  });
  it('says of each problem where it is, how to put it right and what it costs', async () => {
    const { texts } = await sheetOf('water');
    const row = (word: string) => texts.find((cells) => cells[4]?.includes(word));
    expect(row('重复率')?.slice(1)).toEqual([
      'annual-report',
      '《中华人民共和国政府信息公开条例》第十二条',
      '不符合',
      '2022年度报告第一部分与上年度报告文字重复率为83%（减0.5分）',
      'www.qinghe.example/…022.html',
      '据实重写总体情况，写明当年工作和数据。',
      ...['', '', ''],
    ]);
    expect(row('身份证')?.[4]).toContain('须当日处理');
  });
  it('links to the page itself', async () => {
    const { sheet } = await sheetOf('water');
    const links = [...(sheet.cells?.values() ?? [])].flatMap(({ hyperlink }) => (hyperlink ? [hyperlink.target] : []));
    expect(links).toContain('http://www.qinghe.example/water/report/2022.html');
  });
  it('answers what could not be read with a word of its own, by topic', async () => {
    const { texts } = await sheetOf('bridge');
    expect(texts.slice(4).map(([first, , , answer]) => [first, answer])).toEqual([
      ['信息公开指南', ''],
      ['1', '未能判定'],
      ['领导分工', ''],
      ['2', '未能判定'],
      ['政策文件', ''],
      ['3', '未能判定'],
      [expect.stringContaining('填表人'), ''],
    ]);
    expect(texts[1]?.[0]).toContain('另有1分待定');
  });
  it('shows a hostile unit as text and links to no script', async () => {
    const { sheet, texts } = await sheetOf('hostile');
    expect(texts[0]?.[0]).toContain(HOSTILE);
    for (const { hyperlink } of sheet.cells?.values() ?? []) expect(hyperlink?.target ?? 'http:').toMatch(/^https?:/);
  });
  it('says so for a unit that nobody looked at', async () => {
    expect((await sheetOf('archive')).texts[1]?.[0]).toContain('栏目网址待确认');
  });
});
