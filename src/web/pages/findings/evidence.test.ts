import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { guideOf } from '../../../../test/support/small-district.ts';

/** What a page that was captured may do at most. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

describe('the evidence of a finding', () => {
  it('is shown under a policy of its own, by its place in the finding alone', async () => {
    const { as, console } = await consoleDistrict();
    const [own, foreign] = (await console.board.quarter()).findings.map(({ number }) => number);
    const jia = await as('jia');
    const page = await jia.get(`/findings/${own}/evidence/1/page`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(POLICY);
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
    expect(await page.text()).toContain('示例区甲局政府信息公开指南');
    const file = await jia.get(`/findings/${own}/evidence/1/file`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="download"; filename*=UTF-8''${own}-1.txt`,
    );
    expect(await file.text()).toBe(guideOf('jia', '2022-03-01'));
    // No picture was taken of this page.
    expect((await jia.get(`/findings/${own}/evidence/1/picture`)).status).toBe(404);

    for (const part of ['page', 'picture', 'file']) {
      expect((await jia.get(`/findings/${foreign}/evidence/1/${part}`)).status).toBe(404);
      for (const index of ['0', '99', '-1', '1.0', 'x', '..%2f..%2fconsole.db', '1%00', 'evidence%2fx.warc.gz%230'])
        expect((await jia.get(`/findings/${own}/evidence/${index}/${part}`)).status).toBe(404);
      expect((await jia.get(`/findings/%2e%2e/evidence/1/${part}`)).status).toBe(404);
    }
  });

  it('leaves every other page under the policy of the console', async () => {
    const { as, console } = await consoleDistrict();
    const [own] = (await console.board.quarter()).findings.map(({ number }) => number);
    const inspector = await as('inspector');
    for (const path of ['/findings', `/findings/${own}`, `/findings/${own}/evidence/1/file`, '/findings/x/page']) {
      const { headers } = await inspector.get(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
    // Written otherwise the address leads nowhere, or is under the same policy.
    const otherwise = await inspector.get(`/findings/${own}/evidence/1/%70age`);
    expect([404, POLICY]).toContain(otherwise.status === 404 ? 404 : otherwise.headers.get('content-security-policy'));
  });

  it('is not asked for by strangers', async () => {
    const { app, console } = await consoleDistrict();
    const [own] = (await console.board.quarter()).findings.map(({ number }) => number);
    const incoming = { socket: { remoteAddress: '127.0.0.1', remotePort: 50000, remoteFamily: 'IPv4' } };
    for (const part of ['page', 'picture', 'file']) {
      const answer = await app.request(`/findings/${own}/evidence/1/${part}`, {}, { incoming });
      expect(answer.status).toBe(303);
      expect(await answer.text()).toBe('');
    }
  });

  it('says so where it is damaged, and shows nothing else in its place', async () => {
    const { as, console } = await consoleDistrict();
    const [own] = (await console.board.quarter()).findings.map(({ number }) => number);
    const folder = join(console.data, 'evidence');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'x');
    const inspector = await as('inspector');
    const html = await inspector.page(`/findings/${own}/evidence/1/page`);
    expect(html).toContain('证据不能显示');
    expect(html).toContain('取证记录缺失或已损坏');
    expect(html).not.toContain(console.data);
    expect((await inspector.get(`/findings/${own}/evidence/1/file`)).status).toBe(404);
    expect(await inspector.page(`/findings/${own}`)).toContain('信息公开指南未更新至2023年');
  });

  it('runs nothing of a hostile page, keeps registers from units, and tells what could not be read', async () => {
    const { as, console, district } = await consoleDistrict({ isLive: true });
    const hostile = guideOf('jia', '2022-03-01').replace(
      '依据国务院令',
      '</title><script>parent.document.title="x"</script><img src=x onerror=alert(1)><a href="javascript:alert(2)">甲</a><base href="//evil.example/"><iframe src="/findings"></iframe>依据国务院令',
    );
    district?.serve({ '/jia/guide/': hostile, '/yi/tj/': 500 });
    district?.register('tasks', [
      '单位,任务,截止日期,完成日期,分值',
      '甲局,报送半年总结,2023-05-10,,0.5',
      '乙局,报送机密名单,2023-05-11,,0.5',
    ]);
    await district?.night('2023-06-06');
    const { findings } = await console.board.quarter();
    const numberOf = (unit: string, check: string) =>
      findings.find((one) => one.unit === unit && one.check === check && one.isThere)?.number;

    const [inspector, jia, yi, reader] = [await as('inspector'), await as('jia'), await as('yi'), await as('reader')];
    const html = await jia.page(`/findings/${numberOf('jia', 'guide')}/evidence/1/page`);
    expect(html).not.toMatch(/<script|<iframe|<base|onerror|href="javascript:/i);
    expect(html).toContain('依据国务院令');

    const task = `/findings/${numberOf('jia', 'tasks')}`;
    const seen = await inspector.page(task);
    expect(seen).toMatch(/<tr class="changed"><td>甲局<\/td><td>报送半年总结<\/td>/);
    expect(seen).toMatch(/<tr class=""><td>乙局<\/td><td>报送机密名单<\/td>/);
    for (const person of [jia, reader]) {
      const shown = await person.page(task);
      expect(shown).toContain('报送半年总结');
      expect(shown).not.toContain('报送机密名单');
    }
    const free = `${numberOf('jia', 'tasks')}:0`;
    const dearer = { finding: free, decision: 'repriced', points: '1', reason: '理由', back: task };
    const refused = await inspector.post('/findings/decide', dearer);
    expect([refused.status, (await refused.text()).includes('本来就不减分')]).toEqual([400, true]);
    for (const part of ['page', 'picture', 'file'])
      expect((await jia.get(`${task}/evidence/1/${part}`)).status).toBe(404);

    const unread = await inspector.page('/unread');
    expect(unread).toContain('以下内容均未计为缺失，也未据此减分。');
    expect(unread).toMatch(/网站服务器出错<\/td>[\s\S]*shili\.localhost\/yi\/tj\/[\s\S]*定期公开的信息逾期或缺失/);
    expect(await yi.page('/unread')).toContain('/yi/tj/');
    expect(await yi.page(`/unread?reason=${encodeURIComponent('网站服务器出错')}`)).toContain('/yi/tj/');
    expect(await yi.page('/unread?reason=x')).toContain('没有符合条件的内容');
    for (const path of ['/unread', '/unread?unit=yi']) expect(await jia.page(path)).not.toContain('/yi/');
  });
});
