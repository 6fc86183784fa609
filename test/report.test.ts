import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspection } from '../src/app/compose.ts';
import { keepLastAudit } from '../src/app/last-audit.ts';
import type { Audit } from '../src/model/audit.ts';
import { type CivilDate, civilDate } from '../src/model/civil-date.ts';
import { period } from '../src/model/period.ts';
import { writeEvidenceFolder } from './support/evidence-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const UNITS = [
  { id: 'qyjj', name: '区应急局' },
  { id: 'qwlj', name: '区文旅/体育局〔筹〕' },
];
const TARGETS = `version: 1
district: 青河区
timeZone: Asia/Shanghai
rulebook: linzi-2023
site: { home: http://www.qinghe.example/, cms: auto, hosts: [www.qinghe.example] }
crawl:
  contact: audit@qinghe.example
units:
${UNITS.map(
  ({ id, name }) => `  - id: ${id}
    name: ${name}
    fullName: ${name}
    kind: department
    home: /${id}/
    enforcement: false
    columns: [{ topic: guide, url: /${id}/guide/ }]
`,
).join('')}`;

const AUDIT: Audit = {
  schema: 'xunjian.audit/1',
  district: '青河区',
  asOf: civilDate(2023, 8, 8) as CivilDate,
  period: '2023Q2',
  units: UNITS.map((unit) => ({ ...unit, kind: 'department' })),
  run: { id: 'night-2', startedAt: '2023-08-08T14:00:00.000Z', captures: 3, unreadable: 0 },
  verdicts: [
    {
      ...{ id: 'qwlj/guide/stale/guide/2023', unit: 'qwlj', check: 'guide', topic: 'guide', subject: '2023' },
      ...{ column: 'http://www.qinghe.example/qwlj/guide/', verdict: 'fail', message: 'stale', advisory: false },
      ...{ state: 'defective', text: '信息公开指南未更新至2023年', fix: '请修订指南', basis: [], reason: null },
      evidence: [],
    },
  ],
  deductions: [{ unit: 'qwlj', group: 'guide', points: 0.5, verdicts: ['qwlj/guide/stale/guide/2023'] }],
  scores: UNITS.map(({ id }) => {
    const deducted = id === 'qwlj' ? 0.5 : 0;
    return { unit: id, base: 15, coverage: 5, coverageFrom: 'register', deducted, total: 20 - deducted, open: 0 };
  }),
};
const SAFE = '区文旅／体育局〔筹〕';
const WHOLE = [
  '2023年第二季度政务公开通报（征求意见稿）.docx',
  '2023年第二季度政务公开考核工作簿.xlsx',
  'report.html',
  'audit.json',
];
const sheets = (name: string) => ['xlsx', 'html'].map((form) => join('自查表', `${name}自查表_2023Q2.${form}`));

describe('xunjian report', () => {
  let folder: string;
  const data = () => join(folder, 'data');
  const report = (...more: string[]) =>
    xunjian(
      'report',
      '--targets',
      join(folder, 'targets.yaml'),
      '--data',
      data(),
      '--out',
      join(folder, 'out'),
      ...more,
    );
  const written = (stdout: string) =>
    stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(`已生成：${join(folder, 'out')}/`, ''));

  beforeEach(async () => {
    folder = temporaryFolder();
    writeFileSync(join(folder, 'targets.yaml'), TARGETS);
    await writeEvidenceFolder(data());
    keepLastAudit(data(), { audit: AUDIT, unread: [] }, { isWhole: true });
  });

  it('writes every form, names safe on any system, and says in order what was written', async () => {
    const { code, stdout, stderr } = await report();
    expect([code, stderr]).toEqual([0, '']);
    expect(written(stdout)).toEqual([...WHOLE, ...sheets('区应急局'), ...sheets(SAFE)]);
    for (const file of written(stdout))
      expect(readFileSync(join(folder, 'out', file)).length, file).toBeGreaterThan(500);
    const { sheets: tabs } = await readXlsx(readFileSync(join(folder, 'out', WHOLE[1] ?? '')));
    expect(tabs[0]?.rows[2]?.slice(0, 3)).toEqual(['部门、企事业单位', 1, '区应急局']);
  });

  it('writes the sheets of the units named only, and the rest of all units', async () => {
    const { stdout } = await report('--unit', 'qwlj');
    expect(written(stdout)).toEqual([...WHOLE, ...sheets(SAFE)]);
    expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain('区应急局');
  });

  it('puts a bulletin on record with its days, and calls it no draft', async () => {
    const { code, stdout } = await report('--publish', '--published-on', '2023-08-10', '--rectify-by', '2023-08-20');
    expect(code).toBe(0);
    const [docx = ''] = written(stdout);
    expect(docx).toBe('2023年第二季度政务公开通报.docx');
    const { value } = await mammoth.extractRawText({ path: join(folder, 'out', docx) });
    expect(value).toContain('2023年8月10日');
    expect(value).toContain('2023年8月20日前');
    const { bulletins, close } = await inspection(data());
    const last = await bulletins.lastBefore(period('quarter', 2023, 3));
    await close();
    expect(last.get('qwlj')).toMatchObject({ publishedOn: '2023-08-10', rectifyBy: '2023-08-20' });
    expect(last.get('qwlj')?.items.map(({ finding }) => finding)).toEqual(['qwlj/guide/stale/guide/2023']);
  });

  it.each([
    [['--publish'], '--rectify-by'],
    [['--rectify-by', '2023-08-20'], '--publish'],
    [['--publish', '--published-on', '2023-08-10', '--rectify-by', '2023-08-01'], '整改期限早于发布日期'],
    [['--publish', '--rectify-by', '2023-13-01'], '不是有效日期'],
    [['--unit', '没有的单位'], '没有的单位'],
    [['--registers', 'nowhere'], '台账目录不存在'],
    [['--period', '2023Q3'], '最近一次判定是2023Q2的'],
  ])('refuses %j, writes nothing and publishes nothing', async (more, word) => {
    const { code, stderr, stdout } = await report(...more);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(word);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    const { bulletins, close } = await inspection(data());
    expect((await bulletins.lastBefore(period('quarter', 2023, 3))).size).toBe(0);
    await close();
  });

  it('leaves no half-written file behind', async () => {
    await report();
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([...WHOLE, '自查表'].sort());
  });
});
