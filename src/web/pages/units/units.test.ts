import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { decideFindings } from '../../../app/console/decide-findings.ts';

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('units', () => {
  it('are listed with what is found, what it costs and when they looked themselves', async () => {
    const { as, console, actor } = await consoleDistrict();
    const quarter = await console.board.quarter();
    const [number = ''] = quarter.findings.filter(({ unit }) => unit === 'yi').map((one) => one.number);
    const decision = { period: '2023Q2', findings: [{ number, seen: 0 }], points: null, reason: '误报' } as const;
    await decideFindings(console, actor('inspector'), { ...decision, kind: 'rejected' });
    const job = { id: randomUUID(), kind: 'self-check', unit: 'jia', finding: null, requestedBy: null } as const;
    await console.store.jobs.ask(job, console.clock().getTime());
    const text = textOf(await (await as('reader')).page('/units'));
    expect(text).toMatch(/甲局 部门 1 1 1 \d+ 19\.5 2023-06-06 10:00 排队中/);
    expect(text).toMatch(/乙局 部门 2 1 1 \d+ 19\.5 没有自查过/);
    expect(text).toMatch(/丙镇 镇 1 1 1 \d+ 19\.5 没有自查过/);
  });

  it('show their columns as the audit left them', async () => {
    const { as } = await consoleDistrict();
    const inspector = await as('inspector');
    const page = await inspector.page('/units/yi');
    const text = textOf(page);
    expect(text).toContain('示例区乙局');
    expect(text).toContain('2个，其中有问题2个、未能读取0个');
    expect(text).toMatch(/统计数据 每月 有问题 “统计数据”栏目2023年4月信息逾期未公开/);
    expect(page).toContain('action="/units/yi/self-check"');
    expect(page).toMatch(/href="\/findings\/[0-9A-F]{8}"/);
    expect(page).toMatch(/href="http:\/\/shili\.localhost[^"]*\/yi\/tj\/"[^>]*rel="noreferrer noopener"/);
    expect(await (await as('reader')).page('/units/yi')).not.toContain('self-check');
  });

  it('are their own business among units', async () => {
    const { as } = await consoleDistrict();
    const unit = await as('jia');
    expect((await unit.get('/units')).status).toBe(403);
    expect((await unit.get('/units/yi')).status).toBe(404);
    expect((await unit.get('/units/nobody')).status).toBe(404);
    expect(await unit.page('/units/jia')).not.toContain('乙局');
  });
});
