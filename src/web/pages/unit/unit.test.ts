import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { decideFindings } from '../../../app/console/decide-findings.ts';
import { quarterAudit } from '../../../app/quarter-audits.ts';
import { keepSelfCheck } from '../../../app/self-check-audit.ts';

/** The district after its first night, with a self-check of 乙局 that sees what that night saw. */
async function checkedDistrict() {
  const made = await consoleDistrict();
  const { audit, unread } = quarterAudit(made.console.data, '2023Q2');
  const isOwn = ({ unit }: { readonly unit: string }): boolean => unit === 'yi';
  keepSelfCheck(made.console.data, 'yi', {
    audit: {
      ...audit,
      units: audit.units.filter(({ id }) => id === 'yi'),
      verdicts: audit.verdicts.filter(isOwn),
      deductions: audit.deductions.filter(isOwn),
      scores: audit.scores.filter(isOwn),
    },
    unread: unread.filter(isOwn),
  });
  return made;
}

describe('the first page of a unit', () => {
  it('says where it stands, what to put right first, and what falls due, of this unit alone', async () => {
    const { as } = await consoleDistrict();
    const page = await (await as('yi')).page('/');
    expect(page).toContain('立即自查');
    expect(page).toContain('当前得分（减1分）');
    expect(page).toContain('先整改减分问题（2）');
    expect(page).toContain('整改：请修订');
    expect(page).toContain('逾期和14天内到期');
    expect(page).toContain('还没有自查过');
    expect(page).not.toContain('甲局');
    expect(page).not.toContain('/jobs');
  });

  it('follows what inspectors decided', async () => {
    const { console, actor, as } = await consoleDistrict();
    const found = (await console.board.quarter()).findings.find(
      ({ unit, check }) => unit === 'yi' && check === 'guide',
    );
    const findings = [{ number: found?.number ?? '', seen: 0 }];
    const decision = { period: '2023Q2', findings, kind: 'rejected', points: null, reason: '网站改版' } as const;
    await decideFindings(console, actor('inspector'), decision);
    const page = await (await as('yi')).page('/');
    expect(page).toContain('当前得分（减0.5分）');
    expect(page).toContain('自动判定建议减1分，检查人员审核后减0.5分');
    expect(page).toContain('先整改减分问题（1）');
  });
});

describe('a self-check', () => {
  it('shows the same verdicts as an inspector sees, what each costs and how to put it right', async () => {
    const { as } = await checkedDistrict();
    const unit = await (await as('yi')).page('/self-check');
    expect(unit).toContain('没有变化');
    expect(unit).toContain('“统计数据”栏目2023年4月信息逾期未公开');
    expect(unit).toContain('减0.5分');
    expect(unit).toContain('查看证据');
    const inspector = await (await as('inspector')).page('/units/yi/self-check');
    expect(inspector).toContain('乙局自查');
    const tables = (page: string): string => page.slice(page.indexOf('id="answers"'), page.indexOf('</main>'));
    expect(tables(inspector)).toBe(tables(unit));
  });

  it('counts what inspectors decided on', async () => {
    const { console, actor, as } = await checkedDistrict();
    const found = (await console.board.quarter()).findings.find(
      ({ unit, check }) => unit === 'yi' && check === 'guide',
    );
    const findings = [{ number: found?.number ?? '', seen: 0 }];
    const decision = { period: '2023Q2', findings, kind: 'rejected', points: null, reason: '网站改版' } as const;
    await decideFindings(console, actor('inspector'), decision);
    const page = await (await as('yi')).page('/self-check');
    expect(page).toMatch(/<b>19.5<\/b><span>按本次自查的得分/);
    expect(page).toContain('没有变化');
  });

  it('can be taken along as a workbook and as a page', async () => {
    const { as } = await checkedDistrict();
    const yi = await as('yi');
    const workbook = await yi.get('/self-check/sheet.xlsx');
    expect(decodeURIComponent(workbook.headers.get('content-disposition') ?? '')).toContain('乙局自查表');
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(await (await yi.get('/self-check/sheet.html')).text()).toContain('乙局政务公开自查表');
    expect((await yi.get('/self-check/sheet.exe')).status).toBe(404);
    expect((await (await as('jia')).get('/self-check/sheet.xlsx')).status).toBe(404);
  });

  it('that is damaged on the disk is none, until the next', async () => {
    const { console, as } = await checkedDistrict();
    writeFileSync(join(console.data, 'self-checks', 'yi.json'), '{"unread":[');
    const yi = await as('yi');
    expect(await yi.page('/self-check')).toContain('还没有自查结果');
    expect(await yi.page('/agenda')).toContain('已逾期');
  });

  it('can be asked for by inspectors for any unit, twice at once is once, and not by readers', async () => {
    const { console, as } = await consoleDistrict();
    const inspector = await as('inspector');
    for (const _ of [1, 2])
      expect((await inspector.post('/units/yi/self-check')).headers.get('location')).toBe('/units/yi/self-check');
    expect((await console.store.jobs.queue()).map(({ kind, unit }) => [kind, unit])).toEqual([['self-check', 'yi']]);
    expect((await (await as('reader')).post('/units/yi/self-check')).status).toBe(403);
    expect((await inspector.post('/units/nobody/self-check')).status).toBe(404);
    expect((await inspector.get('/self-check')).status).toBe(404);
  });
});

describe('the calendar of a unit', () => {
  it('has what is overdue first, what a miss costs and since when it can be published', async () => {
    const { as } = await consoleDistrict();
    const page = await (await as('yi')).page('/agenda');
    expect(page.indexOf('已逾期')).toBeLessThan(page.indexOf('6月29日'));
    expect(page).toContain('在“统计数据”栏目公开2023年5月信息');
    expect(page).toContain('未完成减0.5分');
    expect(page).toContain('自2023-07-01起可公开');
    expect(page).toContain('“待办理”是指');
    expect(page).toContain('href="#due-2023-06-29"');
    expect(page).toContain('id="due-2023-06-29"');
    expect(page).not.toContain('甲局');
  });

  it('is a calendar file for programs of an office, for inspectors too', async () => {
    const { as } = await consoleDistrict();
    const own = await (await as('yi')).get('/agenda.ics');
    expect(own.headers.get('content-type')).toContain('text/calendar');
    const text = await own.text();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain('DTSTART;VALUE=DATE:20230629');
    expect(await (await (await as('inspector')).get('/units/yi/agenda.ics')).text()).toBe(text);
    expect(await (await as('reader')).page('/units/yi/agenda')).toContain('乙局到期提醒');
  });
});

describe('another unit', () => {
  it('is not there for a unit, whatever is asked for', async () => {
    const { console, as } = await checkedDistrict();
    const jia = await as('jia');
    for (const path of ['self-check', 'self-check/sheet.xlsx', 'self-check/sheet.html', 'agenda', 'agenda.ics'])
      expect([path, (await jia.get(`/units/yi/${path}`)).status]).toEqual([path, 404]);
    expect((await jia.post('/units/yi/self-check')).status).toBe(404);
    expect(await console.store.jobs.queue()).toEqual([]);
    expect((await jia.get('/units/jia/agenda')).status).toBe(200);
  });
});
