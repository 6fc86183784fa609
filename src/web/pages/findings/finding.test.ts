import { describe, expect, it } from 'vitest';
import { consoleDistrict, type Person } from '../../../../test/support/console.ts';

type District = Awaited<ReturnType<typeof consoleDistrict>>;

/** Numbers of the findings in the order of the list: 甲局, two of 乙局, 丙镇. */
async function numbers({ console }: District): Promise<readonly string[]> {
  return (await console.board.quarter()).findings.map(({ number }) => number);
}

/** Text of the page without its markup. */
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page of a finding', () => {
  it('says what is wrong, how to put it right, on what ground, what it costs, and where it was seen', async () => {
    const district = await consoleDistrict();
    const [jia = ''] = await numbers(district);
    const html = await (await district.as('inspector')).page(`/findings/${jia}`);
    const text = plain(html);
    expect(text).toContain('信息公开指南未更新至2023年');
    expect(text).toContain('整改建议 请修订“信息公开指南”栏目');
    expect(text).toContain('依据 中华人民共和国政府信息公开条例（国务院令第711号）第十二条');
    expect(text).toContain('减0.5分，考核办法“信息公开指南未更新”一项，每单位每季度只减一次');
    expect(text).toContain('首次发现 2023年6月5日');
    expect(text).toContain('取证时间 2023-06-05 22:00');
    expect(html).toContain(`<iframe sandbox="" src="/findings/${jia}/evidence/1/page#quote"`);
    expect(html).toContain('rel="noreferrer noopener" target="_blank"');
    expect(html).toMatch(/<code title="([0-9a-f]{64})">[0-9a-f]{16}…<\/code><\/summary><code>\1<\/code>/);
  });

  it('is found in either spelling of its number, and nowhere else', async () => {
    const district = await consoleDistrict();
    const [jia = ''] = await numbers(district);
    const inspector = await district.as('inspector');
    expect((await inspector.get(`/findings/${jia.toLowerCase()}`)).status).toBe(200);
    for (const wrong of ['00000000', 'x', '..%2f..', `${jia}0`, '%00'])
      expect((await inspector.get(`/findings/${wrong}`)).status).toBe(404);
  });

  it("is a unit's own only", async () => {
    const district = await consoleDistrict();
    const [own = '', foreign = ''] = await numbers(district);
    const jia = await district.as('jia');
    expect((await jia.get(`/findings/${own}`)).status).toBe(200);
    const refused = await jia.get(`/findings/${foreign}`);
    const unknown = await jia.get('/findings/00000000');
    expect([refused.status, unknown.status]).toEqual([404, 404]);
    expect(await refused.text()).toBe(await unknown.text());
  });

  it('leads through the list that it is looked at in, also past what was just decided', async () => {
    const district = await consoleDistrict();
    const [first = '', second = '', third = '', fourth = ''] = await numbers(district);
    const inspector = await district.as('inspector');
    const steps = async (path: string) => {
      const html = await inspector.page(path);
      const to = (rel: string) => new RegExp(`rel="${rel}" data-key="."[^>]*href="([^"]+)"`).exec(html)?.[1];
      return [/第\d+个，共\d+个/.exec(html)?.[0], to('prev'), to('next')];
    };
    expect(await steps(`/findings/${first}`)).toEqual(['第1个，共4个', undefined, `/findings/${second}`]);
    expect(await steps(`/findings/${second}?topic=guide`)).toEqual([
      ...['第2个，共3个', `/findings/${first}?topic=guide`, `/findings/${fourth}?topic=guide`],
    ]);
    await inspector.post('/findings/decide', { finding: `${second}:0`, decision: 'accepted', back: '/findings' });
    expect(await steps(`/findings/${second}?standing=pending`)).toEqual([
      ...['第2个，共4个', `/findings/${first}?standing=pending`, `/findings/${third}?standing=pending`],
    ]);
    expect(await steps(`/findings/${fourth}?standing=pending`)).toEqual([
      ...['第3个，共3个', `/findings/${third}?standing=pending`, undefined],
    ]);
  });

  it('shows another piece of evidence when it is asked for one', async () => {
    const district = await consoleDistrict();
    const [jia = ''] = await numbers(district);
    const inspector = await district.as('inspector');
    const html = await inspector.page(`/findings/${jia}?evidence=2&topic=guide`);
    expect(html).toContain(`src="/findings/${jia}/evidence/2/page`);
    expect(html).toContain(`href="/findings/${jia}?topic=guide&amp;evidence=1"`);
    for (const wrong of ['99', '-1', 'x', '1.5'])
      expect(await inspector.page(`/findings/${jia}?evidence=${wrong}`)).toContain(`/evidence/1/page`);
  });
});

describe('a decision on one finding', () => {
  it('is shown to everybody who may see it, with who, when and why, and stays in its history', async () => {
    const district = await consoleDistrict();
    const [jia = ''] = await numbers(district);
    const inspector = await district.as('inspector');
    const back = `/findings/${jia}?topic=guide`;
    const form = { finding: `${jia}:0`, decision: 'advised', reason: '首次发现', back };
    const answer = await inspector.post('/findings/decide', form);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, back]);
    for (const person of ['second', 'reader', 'jia'] as const) {
      const text = plain(await (await district.as(person)).page(`/findings/${jia}`));
      expect(text).toContain('改为提醒 ，检查员甲于 2023-06-06 10:00 审核。');
      expect(text).toContain('理由：首次发现');
      expect(text).toContain('减分 改为提醒，不减分');
      expect(text).toContain('2023-06-06 10:00 检查员甲 审核问题：改为提醒。理由：首次发现');
    }
  });

  it('is not overwritten by one who saw an older one', async () => {
    const district = await consoleDistrict();
    const [jia = ''] = await numbers(district);
    const [inspector, second] = [await district.as('inspector'), await district.as('second')];
    const back = `/findings/${jia}`;
    await inspector.post('/findings/decide', { finding: `${jia}:0`, decision: 'accepted', back });
    await second.post('/findings/decide', { finding: `${jia}:0`, decision: 'rejected', reason: '不属实', back });
    const html = await second.page(back);
    expect(html).toContain('已由检查员甲于 2023-06-06 10:00 审核为“已确认”，未改动');
    const [, seen = ''] = new RegExp(`name="finding" value="(${jia}:[1-9]\\d*)"`).exec(html) ?? [];
    await second.post('/findings/decide', { finding: seen, decision: 'rejected', reason: '不属实', back });
    expect(plain(await second.page(back))).toContain('不予认定 ，检查员乙于');
  });

  it('is asked for again without its reason, with the page around it', async () => {
    const district = await consoleDistrict();
    const [jia = ''] = await numbers(district);
    const inspector = await district.as('inspector');
    const answer = await inspector.post('/findings/decide', {
      ...{ finding: `${jia}:0`, decision: 'repriced', points: '0.2', reason: '', back: `/findings/${jia}` },
    });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('调整分值须写明理由');
    expect(html).toMatch(/value="repriced"[^>]*checked/);
    expect(html).toContain('value="0.2"');
    expect(html).toContain('信息公开指南未更新至2023年');
  });

  it('offers forms to inspectors alone', async () => {
    const district = await consoleDistrict();
    const [jia = ''] = await numbers(district);
    const page = async (person: Person) => (await district.as(person)).page(`/findings/${jia}`);
    expect(await page('inspector')).toContain('action="/findings/decide"');
    expect(await page('reader')).not.toContain('method="post" action="/findings');
    expect(await page('jia')).not.toContain('/findings/decide');
  });
});

describe('objections', () => {
  const PNG = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );

  it('are put on record by the unit with a file, and answered once', async () => {
    const district = await consoleDistrict();
    const [own = '', foreign = ''] = await numbers(district);
    const [jia, inspector] = [await district.as('jia'), await district.as('inspector')];
    const back = `/findings/${own}`;
    const file = new File([PNG], '证明<b>.png', { type: 'image/png' });
    const sent = await jia.post(`/findings/${own}/objections`, {
      text: '指南已更新\n<script>alert(1)</script>',
      file,
      back,
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, back]);
    const html = await inspector.page(back);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</p>');
    expect(await inspector.page('/findings?objected=1')).toContain('共1个问题');
    const [, link = ''] = /href="(\/objections\/\d+\/file)"/.exec(html) ?? [];
    const answer = await inspector.get(link);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG);
    expect((await (await district.as('yi')).get(link)).status).toBe(404);

    const id = /\d+/.exec(link)?.[0];
    const form = { upheld: 'yes', text: '经核实成立', back };
    expect((await jia.post(`/objections/${id}/answer`, form)).status).toBe(403);
    expect((await inspector.post(`/objections/${id}/answer`, form)).status).toBe(303);
    const again = await (await district.as('second')).post(`/objections/${id}/answer`, { ...form, upheld: 'no' });
    expect(again.status).toBe(409);
    const seen = plain(await jia.page(back));
    expect(seen).toContain('异议成立 经核实成立');
    expect(seen).toContain('答复异议：异议成立。经核实成立');
    expect(await inspector.page('/findings?objected=1')).not.toContain('共1个问题');
    expect((await jia.post(`/findings/${foreign}/objections`, { text: '冒名', back })).status).toBe(404);
  });

  it('are one, with one file, where the button was pressed twice', async () => {
    const district = await consoleDistrict();
    const [own = ''] = await numbers(district);
    const jia = await district.as('jia');
    const press = () => {
      const file = new File([PNG], '证明.png', { type: 'image/png' });
      return jia.post(`/findings/${own}/objections`, { text: '指南已更新', file, back: `/findings/${own}` });
    };
    const statuses = (await Promise.all([press(), press()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 409]);
    expect(await district.console.inspection.objections.of('2023Q2')).toHaveLength(1);
  });

  it('are shown again with their text where they cannot be taken', async () => {
    const district = await consoleDistrict();
    const [own = ''] = await numbers(district);
    const [jia, inspector] = [await district.as('jia'), await district.as('inspector')];
    const back = `/findings/${own}`;
    const page = new File(['<script>alert(1)</script>'], '证明.html', { type: 'text/html' });
    const refused = await jia.post(`/findings/${own}/objections`, { text: '指南已更新', file: page, back });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/<textarea name="text"[^>]*>指南已更新<\/textarea>/);
    expect((await jia.post(`/findings/${own}/objections`, { text: ' ', back })).status).toBe(400);
    expect((await inspector.post(`/findings/${own}/objections`, { text: '代提', back })).status).toBe(403);
    await jia.post(`/findings/${own}/objections`, { text: '第一件', back });
    expect((await jia.post(`/findings/${own}/objections`, { text: '第二件', back })).status).toBe(409);
    const [objection] = await district.console.inspection.objections.of('2023Q2');
    const unanswered = await inspector.post(`/objections/${objection?.id}/answer`, { upheld: 'no', text: '', back });
    expect(unanswered.status).toBe(400);
    expect(await unanswered.text()).toMatch(/value="no"[^>]*checked/);
    for (const id of ['0', 'x', '99999']) expect((await inspector.get(`/objections/${id}/file`)).status).toBe(404);
  });
});

describe('another look at a finding', () => {
  it('is asked for by its unit and by inspectors, and put on record', async () => {
    const district = await consoleDistrict();
    const [own = '', foreign = ''] = await numbers(district);
    const back = `/findings/${own}`;
    const jia = await district.as('jia');
    const asked = await jia.post(`/findings/${own}/recheck`);
    const [job] = await district.console.store.jobs.recent(5);
    expect(job).toMatchObject({ kind: 'recheck', unit: 'jia', state: 'waiting' });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `/jobs/${job?.id}`]);
    expect(plain(await jia.page(back))).toContain('甲局经办 申请重新核查');
    expect((await jia.post(`/findings/${foreign}/recheck`)).status).toBe(404);
    expect((await (await district.as('reader')).post(`/findings/${own}/recheck`)).status).toBe(403);
    expect((await (await district.as('inspector')).post(`/findings/${foreign}/recheck`)).status).toBe(303);
  });
});
