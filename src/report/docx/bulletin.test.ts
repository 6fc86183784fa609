import * as cheerio from 'cheerio';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../model/civil-date.ts';
import { period } from '../../model/period.ts';
import { buildReport } from '../build-report.ts';
import { NO_HISTORY } from '../history.ts';
import { AUDIT, HOSTILE, PLAN, RULEBOOK } from '../report.fixture.ts';
import { bulletinDocx } from './bulletin.ts';

const month = (index: number) => period('month', 2023, index);
const sources = { audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN };
const report = buildReport({
  ...sources,
  history: {
    ...NO_HISTORY,
    submissions: [
      { unit: 'sports', month: month(4), sent: 2, rejected: 1 },
      { unit: 'sports', month: month(5), sent: 3, rejected: 0 },
    ],
  },
  publication: { publishedOn: '2023-08-08' as CivilDate, rectifyBy: '2023-08-11' as CivilDate },
});

/** The document as a word processor's reader sees it. */
async function read(of: Parameters<typeof bulletinDocx>[0]) {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await bulletinDocx(of)) });
  const $ = cheerio.load(value);
  const rowsOf = (table: number) =>
    $('table')
      .eq(table)
      .find('tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td,th')
          .toArray()
          .map((cell) => $(cell).text()),
      );
  const lines = $('body > p')
    .toArray()
    .map((line) => $(line).text());
  return { rowsOf, lines, tables: $('table').length };
}

describe('the bulletin', () => {
  let found: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    found = await read(report);
  });

  it('has the heading, the annexes and the signature of the official form', () => {
    const { lines } = found;
    expect(lines.slice(0, 3)).toEqual([
      '青河区人民政府办公室',
      '关于全区政务公开工作情况的通报',
      '各镇人民政府、街道办事处，区政府各部门，有关企事业单位：',
    ]);
    expect(lines.filter((line) => /^(?:附件|　　　)：?\d．/.test(line))).toEqual([
      '附件：1．各部门政务公开工作情况',
      '　　　2．各镇、街道政务公开工作情况',
      '　　　3．各单位政务公开工作投稿情况',
      '　　　4．各单位政务公开工作减分情况',
    ]);
    expect(lines).toContain('2023年8月8日');
  });

  it('ranks departments and towns, cell by cell', () => {
    expect(found.rowsOf(0)).toEqual([
      ['序号', '单位', '二季度总分（20分）', '合计'],
      ['重点栏目保障得分（5分）', '减分'],
      ['1', '区文体局', '4.5', '0', '19.5'],
      ['2', '区园林局', '5', '0.5', '19.5'],
      ['3', '区实验学校', '4.5', '0', '19.5'],
      ['4', '区水务局', '4', '1', '18'],
      ['—', '区档案馆', '—', '—', '未巡检'],
    ]);
    expect(found.rowsOf(1).slice(2)).toEqual([
      ['1', '东溪镇', '4.5', '0', '19.5'],
      ['2', '石桥街道', '4', '0', '19'],
      ['3', HOSTILE, '4', '0.5', '18.5'],
      ['4', '西岭镇', '3.5', '0.5', '18'],
    ]);
  });

  it('shows articles by month with those refused in brackets', () => {
    const rows = found.rowsOf(2);
    expect(rows.slice(0, 3)).toEqual([
      ['单位', '投稿件数'],
      ['4月', '5月', '6月'],
      ['区文体局', '2（1）', '3', '—'],
    ]);
    expect(rows).toHaveLength(2 + PLAN.units.length);
  });

  it('tells each unit what it lost points for, towns first, and keeps leaks of personal data to the unit', () => {
    const { lines } = found;
    const annex = lines.slice(lines.lastIndexOf('各单位政务公开工作减分情况') + 1);
    expect(annex.map((line) => line.split('　')[0])).toEqual([
      ...['东溪镇', '西岭镇', '石桥街道', HOSTILE.replace(/\s+/g, ' ')],
      ...['区文体局', '区园林局', '区水务局', '区实验学校', '区档案馆'],
    ]);
    expect(annex.find((line) => line.startsWith('区水务局'))).toBe(
      '区水务局　重点栏目保障得分4分；2022年度报告第一部分与上年度报告文字重复率为83%，减0.5分；截至2023年8月8日，双随机一公开栏目未发布2023年度抽查工作计划，减0.5分。',
    );
  });

  it('says what could not be looked at, and that nobody lost points for it', () => {
    const text = found.lines.join('\n');
    expect(text).toContain('区档案馆的栏目网址待确认');
    expect(text).toContain('均未减分');
    expect(text).toContain('于2023年8月11日前');
  });

  it('leaves submissions out where nobody counts them', async () => {
    const { tables, lines } = await read(buildReport(sources));
    expect(tables).toBe(2);
    expect(lines).toContain('附件：1．各部门政务公开工作情况');
    expect(lines).toContain('　　　3．各单位政务公开工作减分情况');
  });
});
