import { readXlsx, type Sheet } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../model/civil-date.ts';
import type { TrackedFinding } from '../../model/finding.ts';
import { period } from '../../model/period.ts';
import { buildReport } from '../build-report.ts';
import { findingNumber } from '../finding-number.ts';
import { NO_HISTORY } from '../history.ts';
import { AUDIT, HOSTILE, PLAN, RULEBOOK } from '../report.fixture.ts';
import type { ReportModel } from '../report-model.ts';
import { workbook } from './workbook.ts';

const day = (text: string) => text as CivilDate;
const COPIED = 'water/annual-report/copied/2022';
const tracked: TrackedFinding = {
  ...{ id: COPIED, unit: 'water', check: 'annual-report', message: 'copied', topic: 'annual-report', subject: '2022' },
  ...{ text: '…', advisory: false, state: 'open' },
  ...{ firstSeen: day('2023-04-02'), lastSeen: day('2023-08-08'), since: day('2023-04-05') },
};
const GONE: TrackedFinding = { ...tracked, id: 'east/guide/stale/2023', unit: 'east', check: 'guide', state: 'fixed' };
const told = (finding: string, text: string) => ({
  ...{ period: period('quarter', 2023, 1), publishedOn: day('2023-05-04'), rectifyBy: day('2023-05-11') },
  items: [{ finding, group: 'annual-report', text }],
});
const sources = { audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN };
const report = buildReport({
  ...sources,
  checks: new Map([
    ['annual-report', '信息公开年报'],
    ['guide', '信息公开指南'],
  ]),
  history: {
    ...NO_HISTORY,
    findings: [tracked, { ...GONE, since: day('2023-05-09') }],
    bulletin: new Map([
      ['water', told(COPIED, '年报雷同')],
      ['east', told(GONE.id, '指南未更新')],
    ]),
    feedback: [
      { unit: 'east', period: period('quarter', 2023, 1), due: day('2023-05-11'), received: day('2023-05-10') },
    ],
  },
});

/** The workbook as a program opens it. */
async function opened(of: ReportModel) {
  const { sheets } = await readXlsx(await workbook(of));
  const sheet = (name: string): Sheet => {
    const found = sheets.find((one) => one.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  /** Rows below the header, by the header's words. */
  const rows = (name: string) => {
    const [, header = [], ...body] = sheet(name).rows;
    return body.map((row) => Object.fromEntries(header.map((head, at) => [String(head), row[at] ?? null])));
  };
  return { names: sheets.map(({ name }) => name), sheet, rows };
}

describe('the workbook', () => {
  let found: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    found = await opened(report);
  });

  it('has its sheets, the year only where there is one', () => {
    expect(found.names).toEqual(['得分', '减分', '问题', '未能读取', '整改台账', '取证']);
  });

  it('ranks both tables with numbers as numbers, and gives a unit that nobody looked at none', () => {
    expect(found.rows('得分').map((row) => [row.类别, row.名次, row.单位, row.合计])).toEqual([
      ['部门、企事业单位', 1, '区文体局', 19.5],
      ['部门、企事业单位', 2, '区园林局', 19.5],
      ['部门、企事业单位', 3, '区实验学校', 19.5],
      ['部门、企事业单位', 4, '区水务局', 18],
      ['部门、企事业单位', null, '区档案馆', null],
      ['镇、街道', 1, '东溪镇', 19.5],
      ['镇、街道', 2, '石桥街道', 19],
      ['镇、街道', 3, HOSTILE, 18.5],
      ['镇、街道', 4, '西岭镇', 18],
    ]);
    expect(found.rows('得分').find((row) => row.单位 === '石桥街道')?.待定).toBe(1);
  });

  it('says of every deduction its group, points, ground and basis', () => {
    expect(found.rows('减分').find((row) => row.单位 === '区园林局')).toMatchObject({
      减分项: '信息公开指南未按要求更新',
      减分: 0.5,
      事由: '信息公开指南仍为2022年版本，页面最新日期为2022-03-15。',
      依据: '《中华人民共和国政府信息公开条例》第十二条',
    });
    expect(found.rows('减分')).toHaveLength(AUDIT.deductions.length);
  });

  it('lists every finding, advisories too, with its state, its first day and the time on the clock of the district', () => {
    const rows = found.rows('问题');
    expect(rows).toHaveLength(AUDIT.verdicts.filter(({ verdict }) => verdict === 'fail').length);
    expect(rows.find((row) => row.问题编号 === findingNumber(COPIED))).toMatchObject({
      ...{ 单位: '区水务局', 性质: '减分', 状态: '未整改', 检查项: '信息公开年报', 取证数: 2, 事项: '2022' },
      首次发现: new Date('2023-04-02T00:00:00Z'),
      // 18:05 in Shanghai; workbooks know no zones.
      取证时间: new Date('2023-08-07T18:05:00Z'),
    });
    expect(rows.map((row) => row.性质)).toEqual(expect.arrayContaining(['减分', '提醒', '须当日告知']));
  });

  it('has all evidence, each with its digest and a link to its page', () => {
    const rows = found.rows('取证').filter((row) => row.单位 === '区水务局');
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({
      网址: expect.stringMatching(/^http:/),
      'SHA-256': expect.stringMatching(/^\w{64}$/),
    });
  });

  it('links only to web pages, the whole address behind what is shown', () => {
    const links = found.names.flatMap((name) =>
      [...(found.sheet(name).cells ?? new Map()).values()].flatMap(({ hyperlink }) =>
        hyperlink ? [hyperlink.target] : [],
      ),
    );
    expect(links).toContain('http://www.qinghe.example/water/random/index_1.html');
    expect(links.every((link) => /^https?:\/\//.test(link))).toBe(true);
  });

  it('keeps what a page said as text, whatever it begins with', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '=HYPERLINK("http://evil.example")',
      '#REF!',
      'a\u0000\u001b[31m\u202Eb\r\nc',
    ];
    const verdicts = AUDIT.verdicts
      .slice(0, 1)
      .flatMap((verdict) => texts.map((text, at) => ({ ...verdict, id: `forest/x/${at}`, text })));
    const { rows, sheet } = await opened(buildReport({ ...sources, audit: { ...AUDIT, verdicts, deductions: [] } }));
    expect(rows('问题').map((row) => row.问题)).toEqual([...texts.slice(0, -1), 'a[31mb\nc']);
    expect([...(sheet('问题').cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  it('names what could not be read and that nobody lost points for it', () => {
    expect(found.sheet('未能读取').rows[0]?.[0]).toContain('均未计为缺失');
    expect(found.rows('未能读取').map((row) => [row.单位, row.原因])).toEqual([
      ['石桥街道', '网站拦截了访问'],
      ['石桥街道', '缺少所需台账'],
      ['区档案馆', '栏目网址待确认'],
    ]);
  });

  it('keeps the ledger in the columns of the form, with deadlines, feedback and what a new look found', () => {
    expect(found.sheet('整改台账').rows[1]).toEqual(
      '序号/单位/问题编号/检查项/依据条款/栏目路径/页面标题/网址/截图/发现日期/要求整改期限/扣分/单位反馈/整改完成日期/整改后网址/复查日期/复查结果/审核人/备注'.split(
        '/',
      ),
    );
    const rows = found.rows('整改台账');
    const of = (id: string) => rows.find((row) => row.问题编号 === findingNumber(id));
    const date = (text: string) => new Date(`${text}T00:00:00Z`);
    expect(of(COPIED)).toMatchObject({
      ...{ 单位: '区水务局', 扣分: 0.5, 复查结果: '未整改', 单位反馈: null, 整改完成日期: null },
      ...{ 发现日期: date('2023-04-02'), 要求整改期限: date('2023-05-11'), 复查日期: date('2023-08-08') },
    });
    expect(of(GONE.id)).toMatchObject({
      ...{ 单位: '东溪镇', 检查项: '信息公开指南：指南未更新', 扣分: 0, 复查结果: '已整改' },
      ...{ 单位反馈: date('2023-05-10'), 整改完成日期: date('2023-05-09') },
    });
    expect(of('forest/guide/stale/2023')).toMatchObject({
      复查日期: null,
      复查结果: null,
      发现日期: date('2023-08-08'),
    });
    expect(of('water/privacy/id-number/2023')?.备注).toBe('须当日告知，不自动减分');
  });

  it('filters, keeps headers in sight and prints across A4 with headers on every page', () => {
    for (const name of found.names) {
      const { autoFilter, freezePane, pageSetup, headerFooter, rows, columns } = found.sheet(name);
      expect(autoFilter?.range, name).toMatch(new RegExp(`^A2:[A-Z]${rows.length}$`));
      expect(freezePane?.rows, name).toBe(2);
      expect(pageSetup, name).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$1:$2' });
      expect(headerFooter?.oddFooter, name).toContain('&P');
      expect(
        columns?.every(({ width }) => (width ?? 0) >= 6),
        name,
      ).toBe(true);
    }
  });

  it('makes rows as high as their text', () => {
    const { rows, rowDefs } = found.sheet('减分');
    const height = (of: string) => rowDefs?.get(rows.findIndex(([, unit]) => unit === of))?.height ?? 0;
    expect(height(HOSTILE)).toBeGreaterThan(height('区园林局'));
  });

  it('shows the year where there is one, and a quarter that nobody audited as such', async () => {
    const card = {
      ...{ unit: 'east', year: 2023, daily: 19.25, items: [], yearEnd: 20, total: null, open: 0, uncounted: [] },
      quarters: [
        { period: '2023Q1', state: 'scored', total: 19, open: 0 },
        { period: '2023Q2', state: 'scored', total: 19.5, open: 0 },
        { period: '2023Q3', state: 'running', total: 20, open: 0 },
        { period: '2023Q4', state: 'missing' },
      ],
    } as const;
    const { rows } = await opened({ ...report, year: [card] });
    expect(rows('年度')).toMatchObject([
      {
        单位: '东溪镇',
        一季度: 19,
        二季度: 19.5,
        三季度: '20（未结束）',
        四季度: '未巡检',
        全年得分: '未定',
        年终考核: 20,
      },
    ]);
  });
});
