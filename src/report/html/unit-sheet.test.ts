import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../build-report.ts';
import { AUDIT, HOSTILE, PLAN, RULEBOOK } from '../report.fixture.ts';
import { renderUnitSheet } from './unit-sheet.tsx';

const checks = new Map([['double-random', '双随机、一公开']]);
const report = buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN, checks });

function sheetOf(id: string) {
  const unit = report.units.find((one) => one.id === id);
  if (!unit) throw new Error(id);
  const page = load(renderUnitSheet(unit, report));
  const rows = page('tbody tr')
    .toArray()
    .map((row) =>
      page(row)
        .find('th, td')
        .toArray()
        .map((cell) => page(cell).text()),
    );
  return { page, rows };
}

describe('a self-check sheet in HTML', () => {
  it('has the form and every answer by topic', () => {
    const { page, rows } = sheetOf('water');
    expect(page('thead th').text()).toBe('序号检查项检查标准自查结果问题说明网址整改措施责任科室责任人完成时限');
    expect(rows.find((row) => row[1] === '双随机、一公开')).toEqual([
      '2',
      '双随机、一公开',
      '《中华人民共和国政府信息公开条例》第二十条',
      '不符合',
      '截至2023-08-08，双随机一公开栏目未发布2023年度抽查工作计划（减0.5分）',
      'http://www.qinghe.example/water/random/index_1.html',
      '在该栏目发布本年度抽查工作计划，列明抽查事项、比例、对象和时间。',
      ...['', '', ''],
    ]);
    expect(page('.topic').toArray()).toHaveLength(3);
  });
  it('shows a hostile unit as text, runs nothing and loads nothing', () => {
    const { page } = sheetOf('hostile');
    expect(page('h1').text()).toContain(HOSTILE);
    expect(page('script, img, iframe, link').length).toBe(0);
    expect(
      page('a')
        .toArray()
        .every((link) => /^https?:/.test(page(link).attr('href') ?? '')),
    ).toBe(true);
    expect(page('meta[http-equiv="Content-Security-Policy"]').attr('content')).toContain("default-src 'none'");
  });
});
