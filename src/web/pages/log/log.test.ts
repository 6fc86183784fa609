import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { decideFindings } from '../../../app/console/decide-findings.ts';
import { logEntry } from '../../../app/console/log.ts';

/** A district in which a finding was rejected and points were entered. */
async function busy() {
  const district = await consoleDistrict();
  const { console, actor, as } = district;
  const { number = '' } = (await console.board.quarter()).findings.find(({ unit }) => unit === 'jia') ?? {};
  const form = { period: '2023Q2', findings: [{ number, seen: 0 }], points: null, reason: '=系网站改版' } as const;
  await decideFindings(console, actor('inspector'), { ...form, kind: 'rejected' });
  await (await as('second')).post('/coverage', { 'score.yi': '3.5', 'seen.yi': '' });
  return { ...district, number };
}

const rowsOf = (page: string): number => (page.match(/<tr>/g) ?? []).length - 1;

describe('the log', () => {
  it('tells in plain words who did what, with a link to the finding', async () => {
    const { as, number } = await busy();
    const page = await (await as('inspector')).page('/log');
    expect(page).toContain('检查员甲（检查人员）');
    expect(page).toContain('不予认定（=系网站改版）');
    expect(page).toContain(`href="/findings/${number}?period=2023Q2"`);
    expect(page).toContain('未评定 → 3.5分');
    expect(page).toContain('建立账号');
    expect(page).toContain('甲局经办（jia）');
  });

  it('is filtered by what was done, to which unit and to what', async () => {
    const { as, number } = await busy();
    const inspector = await as('inspector');
    expect(rowsOf(await inspector.page('/log?action=decide'))).toBe(1);
    expect(rowsOf(await inspector.page('/log?unit=yi&action=enter-coverage'))).toBe(1);
    expect(await inspector.page('/log?unit=bing')).toContain('没有符合条件的记录');
    for (const subject of [number, number.toLowerCase()])
      expect(rowsOf(await inspector.page(`/log?subject=${subject}`))).toBe(1);
    const register = encodeURIComponent('重点栏目保障得分台账');
    expect(await inspector.page(`/log?subject=${register}`)).toContain('新增1行（乙局 2023Q2）');
    expect(rowsOf(await inspector.page('/log?subject=jia'))).toBe(1);
    expect(rowsOf(await inspector.page('/log?action=nonsense'))).toBeGreaterThan(5);
  });

  it('is read in pages, each entry once', async () => {
    const { console, actor, as } = await consoleDistrict();
    const many = Array.from({ length: 230 }, (_, at) =>
      logEntry(actor('inspector'), console.clock(), 'start-audit', { subject: `job-${at}` }),
    );
    await console.inspection.log.add(many);
    const inspector = await as('inspector');
    let path: string | null = '/log?action=start-audit';
    const seen: number[] = [];
    while (path !== null) {
      const page: string = await inspector.page(path);
      seen.push(...[...page.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, seq]) => Number(seq)));
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null;
    }
    expect(seen).toHaveLength(230);
    expect(new Set(seen).size).toBe(230);
    expect(seen).toEqual([...seen].sort((one, other) => other - one));
  });

  it('is exported whole as CSV, without a formula in it', async () => {
    const { console, actor, as } = await busy();
    const many = Array.from({ length: 1200 }, () => logEntry(actor('inspector'), console.clock(), 'start-audit', {}));
    await console.inspection.log.add(many);
    const answer = await (await as('inspector')).get('/log.csv');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    const lines = text.trimEnd().split('\r\n');
    const [newest] = await console.inspection.log.entries({ limit: 1 });
    expect(lines).toHaveLength((newest?.seq ?? 0) + 1);
    expect(lines[0]).toBe('序号,时间,操作人,操作,对象,单位,季度,内容,变更前,变更后');
    expect(text).toMatch(
      /2023-06-06 10:00,检查员甲（检查人员）,审核问题,问题[0-9A-F]{8},甲局,2023Q2,不予认定（=系网站改版）/,
    );
    const some = await (await (await as('inspector')).get('/log.csv?action=enter-coverage')).text();
    expect(some.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('is for inspectors and administrators', async () => {
    const { as } = await consoleDistrict();
    for (const person of ['reader', 'jia'] as const)
      for (const path of ['/log', '/log.csv', '/log?unit=yi'])
        expect((await (await as(person)).get(path)).status).toBe(403);
    expect((await (await as('administrator')).get('/log')).status).toBe(200);
  });

  it('shows what people typed as text', async () => {
    const { console, actor, as } = await consoleDistrict();
    const after = { login: '<img src=x onerror=alert(1)>', address: '"><script>alert(1)</script>' };
    await console.inspection.log.add([logEntry(actor('inspector'), console.clock(), 'log-in-failed', { after })]);
    const page = await (await as('inspector')).page('/log');
    expect(page).not.toMatch(/<img|<script>/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
