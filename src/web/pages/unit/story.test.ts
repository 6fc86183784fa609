import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import { guideOf } from '../../../../test/support/small-district.ts';
import type { Job } from '../../../model/job.ts';

/** A live district; fails where it is none. */
async function live() {
  const made = await consoleDistrict({ isLive: true });
  if (!made.district) throw new Error('the district is not live');
  return { ...made, district: made.district };
}

const only = (jobs: readonly Job[]): Job => {
  const [job] = jobs;
  if (!job || jobs.length > 1) throw new Error(`${jobs.length} jobs`);
  return job;
};

describe('a unit that puts things right', () => {
  it('checks itself, mends the page, sees it mended, reports, and the re-check says so', async () => {
    const { district, console, as, start, ended } = await live();
    await district.publish('2023-06-05', '2023-06-20');
    await start();
    const jia = await as('jia');
    expect(await jia.page('/')).toContain('2023年第二季度通报有1项尚未整改到位');

    expect((await jia.post('/self-check')).headers.get('location')).toBe('/self-check');
    await ended(only(await console.store.jobs.of('jia', 9)));
    const before = await jia.page('/self-check');
    expect(before).toContain('没有变化');
    expect(before).toContain('信息公开指南未更新至2023年');
    expect(before).toContain('减0.5分');
    expect(before).toContain('整改：');

    district.serve({ '/jia/guide/': guideOf('jia', '2023-06-05') });
    await jia.post('/self-check');
    const [again] = await console.store.jobs.of('jia', 1);
    await ended(again as Job);
    const after = await jia.page('/self-check');
    expect(after).toMatch(/已整改<\/span> <a href="[^"]+">信息公开指南未更新至2023年/);

    const form = await jia.page('/rectification');
    const [, number = ''] = /id="item-([^"]+)"/.exec(form) ?? [];
    const link = 'http://shili.localhost/jia/guide/';
    const answer = await jia.post(`/findings/${number}/feedback`, { text: '已更新指南。', link });
    expect(answer.headers.get('location')).toBe(`/rectification#item-${number}`);
    const [recheck] = await console.store.jobs.of('jia', 1);
    expect((await ended(recheck as Job)).job.result?.outcome).toBe('fixed');
    // What follows from a job is done before the next one is begun.
    await ended(await console.jobs.ask('audit', null, null, null));
    const seen = await jia.page('/rectification');
    expect(seen).toContain('核查结果：已整改');
    expect(seen).toContain('已全部整改。');
    expect(seen).toContain('已更新指南。');
    expect(seen).not.toContain('提交并核查');
    expect((await console.board.quarter()).sources.registers.feedback).toMatchObject([
      { unit: 'jia', due: '2023-06-20', received: '2023-06-06' },
    ]);
  });

  it('is not told that what could not be read is mended', async () => {
    const { district, console, as, start, ended } = await live();
    await start();
    district.serve({ '/jia/guide/': 503 });
    const jia = await as('jia');
    await jia.post('/self-check');
    await ended(only(await console.store.jobs.of('jia', 9)));
    const page = await jia.page('/self-check');
    expect(page).toMatch(/未能读取<\/span> <a href="[^"]+">信息公开指南未更新至2023年/);
    expect(page).toContain('未能判定，不减分');
    expect(page).not.toContain('已整改</span>');
  });

  it('gets the self-check that it asked for, though the program ended in its midst', async () => {
    const { district, console, as, start, close, reopen } = await live();
    await start();
    const reached = new Promise<void>((resolve) => {
      district.watch((path) => {
        if (path === '/yi/tj/') resolve();
      });
    });
    await (await as('yi')).post('/self-check');
    await reached;
    const { id } = only(await console.store.jobs.queue());
    await close();

    const anew = await reopen();
    expect(await anew.console.store.jobs.get(id)).toMatchObject({ state: 'waiting', endedAt: null });
    await anew.start();
    expect((await anew.ended({ id })).job).toMatchObject({ state: 'done', unit: 'yi' });
    expect(await anew.console.store.jobs.of('yi', 9)).toHaveLength(1);
    expect(await (await anew.as('yi')).page('/self-check')).toContain('自查结果');
  });
});
