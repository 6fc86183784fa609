import { describe, expect, it } from 'vitest';
import { consoleDistrict, TODAY } from '../../../../test/support/console.ts';

/** `number:version` of every box of a list, with the unit's name. */
const boxes = (html: string): readonly (readonly [value: string, unit: string])[] =>
  [...html.matchAll(/name="finding" value="([^"]+)"[^>]*aria-label="选定 \S+ ([^"]+)"/g)].map(
    ([, value = '', unit = '']) => [value, unit],
  );
const numberOf = (value = ''): string => value.slice(0, 8);
const tabOf = (html: string, name: string): string | undefined => new RegExp(`${name} (\\d+)</a>`).exec(html)?.[1];

describe('the list of findings', () => {
  it('shows what is found, to those who look after the district of all units', async () => {
    const { as } = await consoleDistrict();
    for (const person of ['administrator', 'inspector', 'reader'] as const) {
      const html = await (await as(person)).page('/findings');
      for (const unit of ['甲局', '乙局', '丙镇']) expect(html).toContain(`<td class="unit">${unit}</td>`);
      expect(html).toContain('共4个问题');
      expect(html).toContain('信息公开指南未更新至2023年');
      expect(html).toContain('2023-06-05 首次发现');
    }
  });

  it('shows a unit its own alone, whatever it asks for', async () => {
    const { as } = await consoleDistrict();
    const jia = await as('jia');
    for (const query of ['', '?unit=yi', `?unit=yi&text=${encodeURIComponent('指南')}`, '?group=overdue-topic']) {
      const html = await jia.page(`/findings${query}`);
      expect(html).not.toContain('乙局');
      expect(html).not.toContain('丙镇');
      expect(html).not.toContain('统计数据');
      expect(html).not.toContain('<option value="overdue-topic"');
    }
    expect(await jia.page('/findings')).toContain('共1个问题');
  });

  it('lets only inspectors decide', async () => {
    const { as } = await consoleDistrict();
    expect(boxes(await (await as('inspector')).page('/findings'))).toHaveLength(4);
    for (const person of ['reader', 'jia'] as const) {
      const somebody = await as(person);
      const html = await somebody.page('/findings');
      expect(html).not.toContain('批量审核');
      const [value = ''] = boxes(await (await as('inspector')).page('/findings'))[0] ?? [];
      const answer = await somebody.post('/findings/decide', {
        finding: value,
        decision: 'accepted',
        back: '/findings',
      });
      expect(answer.status).toBe(403);
    }
    expect(tabOf(await (await as('inspector')).page('/findings'), '待审核')).toBe('4');
  });

  it.each([
    ['unit=yi', 2],
    ['group=guide', 3],
    ['group=none', 0],
    ['message=periodic', 1],
    ['message=guide/stale', 3],
    ['topic=statistics', 1],
    ['state=new', 4],
    ['state=fixed', 0],
    ['standing=pending', 4],
    ['standing=accepted', 0],
    ['weight=charged', 4],
    ['weight=advisory', 0],
    ['objected=1', 0],
    [`text=${encodeURIComponent('乙局 指南')}`, 1],
    [`text=${encodeURIComponent('统计数据')}`, 1],
    ['unit=yi&topic=guide', 1],
    ['order=newest', 4],
    // What makes no sense does not matter.
    ['state=gone&standing=x&topic=y&weight=z&page=-3', 4],
  ])('filters by %s', async (query, count) => {
    const { as } = await consoleDistrict();
    expect(boxes(await (await as('inspector')).page(`/findings?${query}`))).toHaveLength(count);
  });

  it('says what is filtered, and how to do without it', async () => {
    const { as } = await consoleDistrict();
    const inspector = await as('inspector');
    const html = await inspector.page('/findings?unit=yi&topic=guide&standing=pending');
    expect(html).toContain('已筛选：');
    expect(html).toMatch(/href="\/findings\?standing=pending&amp;topic=guide"[^>]*>单位：乙局 ×/);
    expect(html).toMatch(/href="\/findings\?unit=yi&amp;standing=pending"[^>]*>主题：信息公开指南 ×/);
    expect(html).toContain('<a href="/findings">清除全部</a>');
    expect(await inspector.page('/findings')).not.toContain('已筛选');
  });

  it('shows a text that was searched for as a text', async () => {
    const { as } = await consoleDistrict();
    const html = await (await as('inspector')).page(
      `/findings?text=${encodeURIComponent('"><script>alert(1)</script>')}`,
    );
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('没有符合条件的问题');
  });
});

describe('decisions on many at once', () => {
  it('are made, told of, and leave the filter as it was', async () => {
    const { as, console } = await consoleDistrict();
    const inspector = await as('inspector');
    const chosen = boxes(await inspector.page('/findings?topic=guide')).map(([value]) => value);
    const answer = await inspector.post('/findings/decide', {
      ...{ finding: chosen, decision: 'rejected', reason: '指南已于六月更新' },
      back: '/findings?topic=guide&standing=pending',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/findings?topic=guide&standing=pending');
    const html = await inspector.page('/findings?topic=guide');
    expect(html).toContain('已审核3个问题（不予认定）。');
    expect([tabOf(html, '待审核'), tabOf(html, '不予认定')]).toEqual(['0', '3']);
    const made = await console.inspection.decisions.of('2023Q2');
    expect(made.map(({ kind, reason, byName, on }) => ({ kind, reason, byName, on }))).toEqual(
      Array.from({ length: 3 }, () => ({
        ...{ kind: 'rejected', reason: '指南已于六月更新', byName: '检查员甲', on: TODAY },
      })),
    );
    expect((await console.board.quarter()).unit('jia').card.deducted).toBe(0);
  });

  it('leave alone what somebody else decided meanwhile, and name it', async () => {
    const { as, console } = await consoleDistrict();
    const [inspector, second] = [await as('inspector'), await as('second')];
    const seen = boxes(await inspector.page('/findings')).map(([value]) => value);
    await second.post('/findings/decide', {
      ...{ finding: seen[0] ?? '', decision: 'repriced', points: '0.1', reason: '影响较小', back: '/findings' },
    });
    await inspector.post('/findings/decide', { finding: seen, decision: 'accepted', back: '/findings' });
    const html = await inspector.page('/findings');
    expect(html).toContain('已审核3个问题（已确认）。');
    expect(html).toContain(
      `${numberOf(seen[0])}（甲局）已由检查员乙于 2023-06-06 10:00 审核为“调整分值”，未改动，请核对后再审核。`,
    );
    expect((await console.board.quarter()).unit('jia').card.deducted).toBe(0.1);
    // One that was taken back meanwhile is one more thing to know.
    const [mine = ''] = boxes(html).at(1) ?? [];
    await second.post('/findings/decide', { finding: mine, decision: 'withdrawn', back: '/findings' });
    expect(await second.page('/findings')).toContain('已撤销1个问题的审核。');
    await inspector.post('/findings/decide', { finding: mine, decision: 'accepted', back: '/findings' });
    expect(await inspector.page('/findings')).toContain(`${numberOf(mine)}（乙局）的审核已由他人撤销，未改动`);
  });

  it.each([
    [{ decision: 'rejected', reason: ' ' }, '不予认定须写明理由'],
    [{ decision: 'repriced', reason: '理由', points: '' }, '调整后的分值不正确'],
    [{ decision: 'repriced', reason: '理由', points: '-1' }, '调整后的分值不正确'],
    [{ decision: 'repriced', reason: '理由', points: '0.25' }, '调整后的分值不正确'],
    [{ decision: '', reason: '' }, '没有选定审核意见'],
    [{ decision: 'hasOwnProperty', reason: '理由' }, '没有选定审核意见'],
    [{ decision: 'rejected', reason: '字'.repeat(1001) }, '理由过长'],
  ])('are asked for again where %o cannot be taken, with what was filled in', async (form, said) => {
    const { as, console } = await consoleDistrict();
    const inspector = await as('inspector');
    const [value = ''] = boxes(await inspector.page('/findings'))[1] ?? [];
    const answer = await inspector.post('/findings/decide', { ...form, finding: value, back: '/findings?unit=yi' });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(said);
    expect(html).toMatch(new RegExp(`value="${value}" checked`));
    expect(html).toContain('已筛选：');
    if (form.reason.trim()) expect(html).toContain(`value="${form.reason}"`);
    expect(await console.inspection.decisions.of('2023Q2')).toEqual([]);
  });

  it('refuse what is no finding, and go nowhere but to findings afterwards', async () => {
    const { as } = await consoleDistrict();
    const inspector = await as('inspector');
    const [value = ''] = boxes(await inspector.page('/findings'))[0] ?? [];
    const decide = (form: Record<string, string | readonly string[]>) =>
      inspector.post('/findings/decide', { decision: 'accepted', back: '/findings', ...form });
    expect((await decide({ finding: 'x' })).status).toBe(400);
    expect((await decide({ finding: '00000000:0' })).status).toBe(404);
    expect((await decide({})).status).toBe(400);
    for (const back of [
      '//evil.example/',
      'https://evil.example/findings',
      '/findings/../accounts',
      '/findings\r\nx: y',
    ])
      expect((await decide({ finding: value, back })).headers.get('location')).toBe('/findings');
  });

  it('can be made at tenths of points that binary fractions do not hit', async () => {
    const { as, console } = await consoleDistrict();
    const inspector = await as('inspector');
    const [value = ''] = boxes(await inspector.page('/findings'))[0] ?? [];
    const form = { decision: 'repriced', reason: '情节较重', points: '1.1', back: '/findings' };
    expect((await inspector.post('/findings/decide', { ...form, finding: value })).status).toBe(303);
    expect((await console.board.quarter()).unit('jia').card.deducted).toBe(1.1);
  });
});
