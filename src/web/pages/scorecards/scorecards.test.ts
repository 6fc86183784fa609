import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleDistrict, type Person } from '../../../../test/support/console.ts';
import { auditFileText, parseAuditFile } from '../../../app/audit-file.ts';
import { decideFindings } from '../../../app/console/decide-findings.ts';
import type { DecisionKind } from '../../../model/decision.ts';
import { sumLine } from './sum-line.ts';

/** Decides on the guide of a unit, as an inspector does. */
async function decide(
  { console, actor }: Pick<Awaited<ReturnType<typeof consoleDistrict>>, 'console' | 'actor'>,
  unit: string,
  kind: DecisionKind,
  points: number | null = null,
): Promise<string> {
  const quarter = await console.board.quarter();
  const found = quarter.findings.find((one) => one.unit === unit && one.check === 'guide');
  const number = found?.number ?? '';
  const reason = kind === 'accepted' ? '' : '已核实';
  await decideFindings(console, actor('inspector'), {
    ...{ period: quarter.period.id, findings: [{ number, seen: 0 }], kind, points, reason },
  });
  return number;
}

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('scorecards', () => {
  it('rank the units with what is decided and what was proposed', async () => {
    const district = await consoleDistrict();
    const inspector = await district.as('inspector');
    const before = textOf(await inspector.page('/scorecards'));
    expect(before).toMatch(
      /部门、企事业单位得分.*1 甲局 15 5 0\.5 19\.5.*2 乙局 15 5 1 19 .*镇、街道得分.*1 丙镇 15 5 0\.5 19\.5/,
    );
    expect(before).not.toContain('审核前');
    await decide(district, 'yi', 'rejected');
    await decide(district, 'jia', 'repriced', 1.5);
    const after = textOf(await inspector.page('/scorecards'));
    expect(after).toMatch(
      /1 乙局 15 5 0\.5 19\.5 5 重点栏目得分为建议值；审核前19分 2 甲局 15 5 1\.5 18\.5 .*审核前19\.5分/,
    );
  });

  it('show a chart that says the same in words', async () => {
    const { as } = await consoleDistrict();
    expect(await (await as('reader')).page('/scorecards')).toContain('第1，甲局，合计19.5分，减0.5分');
  });

  it('say how each point came about', async () => {
    const { as } = await consoleDistrict();
    const page = await (await as('inspector')).page('/scorecards/yi');
    const text = textOf(page);
    expect(text).toContain('15 + 5 − 1 = 19');
    expect(text).toContain('没有设定重点栏目');
    expect(text).toContain('减0.5分 信息公开指南未更新');
    expect(text).toContain('临政办字〔2021〕8号第十四条（三）');
    expect(text).toContain('“统计数据”栏目2023年4月信息逾期未公开');
    expect(page).toMatch(/href="\/findings\/[0-9A-F]{8}"/);
    expect(text).not.toContain('审核后不计');
  });

  it('tell what no longer counts, who decided so and why', async () => {
    const district = await consoleDistrict();
    const number = await decide(district, 'jia', 'rejected');
    const page = await (await district.as('inspector')).page('/scorecards/jia');
    const text = textOf(page);
    expect(text).toContain('15 + 5 − 0 = 20');
    expect(text).toContain('审核前：15 + 5 − 0.5 = 19.5');
    expect(text).toMatch(/不予认定 不作为问题 已核实 检查员甲 2023-06-06 10:00/);
    expect(page).toContain(`/findings/${number}`);
    await decide(district, 'bing', 'repriced', 0.2);
    const other = textOf(await (await district.as('inspector')).page('/scorecards/bing'));
    expect(other).toContain('审核前减0.5分，按审核结果计0.2分');
    expect(other).toContain('调整分值 按0.2分计');
  });

  it('tell what is still open, and that a missing key column is no unread one', async () => {
    const { as } = await consoleDistrict();
    const text = textOf(await (await as('inspector')).page('/scorecards/yi'));
    expect(text).toContain('待定（至多5分）');
    expect(text).toContain('没有设定重点栏目，保障得分5分待检查人员评定');
  });

  it('name what could not be read, what it could still cost, and charge nothing for it', async () => {
    const { as, console } = await consoleDistrict();
    const file = join(console.data, 'audits', '2023Q2.json');
    const { audit, unread } = parseAuditFile(readFileSync(file, 'utf8'), file);
    const unsettled = {
      verdict: 'inconclusive',
      state: 'unreadable',
      reason: 'not-fetched',
      text: '未能取得页面',
    } as const;
    const verdicts = audit.verdicts.map((one) =>
      one.unit === 'jia' && one.verdict === 'fail' ? { ...one, ...unsettled } : one,
    );
    writeFileSync(file, auditFileText({ audit: { ...audit, verdicts }, unread }));
    const text = textOf(await (await as('inspector')).page('/scorecards/jia'));
    expect(text).toContain('15 + 5 − 0 = 20');
    expect(text).toContain('本季度没有减分');
    expect(text).toMatch(/待定（至多5\.5分）.*至多0\.5分 信息公开指南未更新 未能取得页面 信息公开指南/);
  });

  it('show how a unit did in earlier quarters, this one as it is decided now', async () => {
    const district = await consoleDistrict();
    const { console } = district;
    const { audit } = (await console.board.quarter()).sources;
    const scores = audit.scores.map((one) => ({ ...one, deducted: 3, total: 17 }));
    await console.inspection.quarters.keep({ ...audit, period: '2023Q1', scores });
    await decide(district, 'jia', 'rejected');
    const page = await (await district.as('jia')).page('/scorecards/jia');
    expect(textOf(page)).toMatch(/历季得分 .*2023年第一季度 3 17 2023年第二季度 0 20/);
    const [quarter] = await console.inspection.quarters.all();
    expect(quarter?.scores[0]?.total).toBe(17);
    await console.inspection.quarters.keep({ ...audit, period: '2023Q1' });
    expect((await console.inspection.quarters.all())[0]?.scores[0]?.total).toBe(19.5);
  });

  it.each([
    ['jia', '/scorecards/jia', 200],
    ['jia', '/scorecards/yi', 404],
    ['jia', '/scorecards/nobody', 404],
    ['jia', '/scorecards', 403],
    ['reader', '/scorecards/yi', 200],
    ['reader', '/scorecards/nobody', 404],
    ['inspector', '/scorecards/..%2fjia', 404],
  ] as const)('are shown to those who may see them: %s, %s', async (person: Person, path, status) => {
    const { as } = await consoleDistrict();
    expect((await (await as(person)).get(path)).status).toBe(status);
  });

  it('show a unit no way to those of others', async () => {
    const { as } = await consoleDistrict();
    const page = await (await as('jia')).page('/scorecards/jia');
    expect(page).not.toContain('href="/scorecards"');
    expect(page).not.toContain('href="/coverage"');
    expect(page).not.toContain('乙局');
  });
});

describe('the sum', () => {
  it('is written as people reckon', () => {
    const card = {
      unit: 'a',
      base: 15,
      coverage: 4.5,
      coverageFrom: 'register',
      deducted: 1.5,
      total: 18,
      open: 0,
    } as const;
    expect(sumLine(card)).toBe('15 + 4.5 − 1.5 = 18');
  });
  it('says where it was stopped at nought', () => {
    const card = { unit: 'a', base: 1, coverage: 0, coverageFrom: 'register', deducted: 3, total: 0, open: 0 } as const;
    expect(sumLine(card)).toBe('1 + 0 − 3 = 0（减完为止，不低于0分）');
  });
});
