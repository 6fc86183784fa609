import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { ended, handRunner, type InHand, once, RESULT } from './runner.fixture.ts';

const MINUTE = 60_000;
const crawling = { stage: 'crawl', done: 4, left: 6, perSecond: 1.5, reading: 'http://a/' } as const;
const judging = { stage: 'audit', done: 0, left: 1, perSecond: 0, reading: '甲局' } as const;

const about = ({ job }: InHand): string => `${job.kind} ${job.unit ?? ''}`.trim();
const trouble = (what: string, cause?: unknown) =>
  new UserError(EXIT.storage, [{ place: {}, what, remedy: '请稍后重试' }], { cause });

async function started(folder = temporaryFolder(), more: Parameters<typeof handRunner>[1] = {}) {
  const hand = await handRunner(folder, more);
  await hand.runner.start();
  return hand;
}

describe('the runner', () => {
  it('does what twenty units ask for at once, one at a time, in order, and each of it once', async () => {
    const { runner, ask, next, jobs } = await started();
    const units = Array.from({ length: 20 }, (_, i) => `unit-${i}`);
    const asked = await Promise.all(units.flatMap((unit) => [ask('self-check', unit), ask('self-check', unit)]));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(20);
    const ends = units.map((_, i) => ended(runner, asked[i * 2]?.id ?? ''));
    for (const unit of units) {
      const work = await next();
      expect(about(work)).toBe(`self-check ${unit}`);
      expect((await jobs.recent(99)).filter(({ state }) => state === 'running')).toHaveLength(1);
      work.done();
    }
    expect((await Promise.all(ends)).map(({ job }) => job.state)).toEqual(units.map(() => 'done'));
    expect(await jobs.next()).toBeNull();
  });

  it('tells whoever watches: the place in the queue, how far it is, what to know, and what came of it', async () => {
    const { runner, ask, next } = await started();
    const first = await ask('self-check', 'jia');
    const work = await next();
    const second = await ask('self-check', 'yi');
    const told: string[] = [];
    runner.subscribe(second.id, ({ text }) => told.push(text));
    const over = ended(runner, second.id);
    await once(runner, second.id, ({ before }) => before === 1);
    work.done();
    const mine = await next();
    await once(runner, second.id, ({ job }) => job.state === 'running');
    mine.tools.notice('现在不在允许取证的时段（20:00至07:00），将等到20:00自动开始。');
    mine.tools.notice('现在不在允许取证的时段（20:00至07:00），将等到20:00自动开始。');
    mine.tools.show(crawling);
    mine.tools.show(judging);
    expect(await runner.progressOf(second.id)).toMatchObject({ stage: 'audit', reading: '甲局', before: null });
    mine.done();
    expect(await over).toMatchObject({ stage: null, job: { state: 'done', result: RESULT } });
    expect([...new Set(told)]).toEqual([
      '排队中，前面还有1项',
      ...['排队中，即将开始', '正在准备'].filter((text) => told.includes(text)),
      '现在不在允许取证的时段（20:00至07:00），将等到20:00自动开始。',
      '正在取证：已读4页，待读6页，每秒1.5页',
      '正在判定：甲局',
      '已完成：读取3页，发现问题1项、提醒0项，未能判定0项',
    ]);
    expect(await runner.progressOf(first.id)).toMatchObject({ text: expect.stringContaining('已完成') });
    expect(await runner.progressOf('nobody')).toBeNull();
  });

  it('is not disturbed by a watcher that breaks, and tells none that has left', async () => {
    const { runner, ask, next, logged } = await started();
    const { id } = await ask('self-check', 'jia');
    runner.subscribe(id, () => {
      throw new Error('the browser is gone');
    });
    let told = 0;
    const leave = runner.subscribe(id, () => (told += 1));
    const work = await next();
    leave();
    const before = told;
    const over = ended(runner, id);
    work.tools.show(crawling);
    work.done();
    expect(await over).toMatchObject({ job: { state: 'done' } });
    expect(told).toBe(before);
    expect(logged.map(({ msg }) => msg)).toContain('job.listener-failed');
  });
});

describe('what goes wrong', () => {
  it('with a folder that another process holds puts the job back, tells so, and is tried again a minute later', async () => {
    const { runner, ask, next, hands } = await started();
    const { id } = await ask('self-check', 'jia');
    const waits = hands.nextWait();
    const isHeld = once(runner, id, ({ text }) => text.includes('另一个巡检进程正在使用'));
    const held = trouble('另一个 xunjian 进程正在使用该数据目录', Object.assign(new Error(), { code: 'SQLITE_BUSY' }));
    (await next()).throws(held);
    expect(await isHeld).toMatchObject({ job: { state: 'waiting' }, text: expect.stringContaining('一分钟后重试') });
    expect(await waits).toBe(MINUTE);
    hands.pass(MINUTE);
    (await next()).done();
    expect(await ended(runner, id)).toMatchObject({ job: { state: 'done' } });
  });

  it('with the input or the disk fails the job in words, and the next one goes on', async () => {
    const { runner, ask, next } = await started();
    const [first, second] = [await ask('self-check', 'jia'), await ask('self-check', 'yi')];
    (await next()).throws(trouble('磁盘空间不足', Object.assign(new Error(), { code: 'ENOSPC' })));
    expect(await ended(runner, first.id)).toMatchObject({
      ...{
        job: { state: 'failed', error: '磁盘空间不足。请稍后重试', result: null },
        text: '磁盘空间不足。请稍后重试',
      },
    });
    (await next()).done();
    expect(await ended(runner, second.id)).toMatchObject({ job: { state: 'done' } });
  });

  it('with a register is told a unit without what stands there, and the district with it', async () => {
    const { runner, ask, next } = await started();
    const place = { file: 'coverage.csv', line: 2 };
    const wrong = new UserError(EXIT.usage, [{ place, what: '得分填写有误', value: '乙局的秘密', remedy: '请改正' }]);
    const [own, all] = [await ask('self-check', 'jia'), await ask('audit')];
    (await next()).throws(wrong);
    expect(await ended(runner, own.id)).toMatchObject({ job: { error: 'coverage.csv:2 得分填写有误。请改正' } });
    (await next()).throws(wrong);
    expect(await ended(runner, all.id)).toMatchObject({ job: { error: wrong.message } });
  });

  it('with the program is told in a plain sentence, and logged with its stack', async () => {
    const { runner, ask, next, logged } = await started();
    const { id } = await ask('recheck', 'jia', 'jia/guide/stale/guide/2023');
    (await next()).throws(new TypeError('x is not a function'));
    const { text } = await ended(runner, id);
    expect(text).toMatch(/^程序出错，未能完成。/);
    expect(text).not.toMatch(/function/);
    const entry = logged.find(({ msg }) => msg === 'job.failed');
    expect(entry).toMatchObject({ job: id, err: { stack: expect.stringContaining('job-runner.test.ts') } });
  });

  it('in what follows a job leaves the job done', async () => {
    const done: string[] = [];
    const { runner, ask, next } = await started(temporaryFolder(), {
      onDone: ({ id, state }, { fails }) => {
        done.push(`${id} ${state} ${fails}`);
        throw new Error('the board is broken');
      },
    });
    const [first, second] = [await ask('self-check', 'jia'), await ask('self-check', 'yi')];
    (await next()).done();
    (await next()).done();
    await ended(runner, second.id);
    expect(await runner.progressOf(first.id)).toMatchObject({ job: { state: 'done' } });
    expect(done[0]).toBe(`${first.id} done 1`);
  });
});

describe('a job that is cancelled', () => {
  it('is taken out of the queue, or stopped where it is, and the next one goes on', async () => {
    const { runner, ask, next } = await started();
    const jobs = [
      await ask('self-check', 'jia'),
      await ask('self-check', 'yi'),
      await ask('self-check', 'bing'),
    ] as const;
    const work = await next();
    expect(await runner.cancel(jobs[1].id)).toBe(true);
    expect(await runner.progressOf(jobs[1].id)).toMatchObject({ job: { state: 'cancelled' }, text: '已取消' });
    expect(await runner.cancel(jobs[0].id)).toBe(true);
    expect(work.tools.signal.aborted).toBe(true);
    expect(await ended(runner, jobs[0].id)).toMatchObject({ job: { state: 'cancelled', result: null } });
    expect(about(await next())).toBe('self-check bing');
    expect(await runner.cancel(jobs[0].id)).toBe(false);
    expect(await runner.cancel('nobody')).toBe(false);
  });
});

describe('a runner that is stopped', () => {
  it('leaves what was in hand to the next one, which does it first, and everything once', async () => {
    const folder = temporaryFolder();
    const before = await started(folder);
    const { id } = await before.ask('self-check', 'jia');
    await before.ask('self-check', 'yi');
    await before.ask('recheck', 'bing', 'f');
    const stopped = await before.next();
    await before.runner.stop();
    expect(stopped.tools.signal.aborted).toBe(true);
    expect(await before.jobs.get(id)).toMatchObject({ state: 'waiting', endedAt: null });

    const after = await started(folder);
    const order: string[] = [];
    for (let i = 0; i < 3; i++) {
      const work = await after.next();
      order.push(about(work));
      work.done();
      await ended(after.runner, work.job.id);
    }
    expect(order).toEqual(['self-check jia', 'recheck bing', 'self-check yi']);
    expect((await after.jobs.recent(9)).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  it('waits no longer for a folder that is held', async () => {
    const { runner, ask, next, hands, jobs } = await started();
    const { id } = await ask('self-check', 'jia');
    const waits = hands.nextWait();
    (await next()).throws(trouble('目录正在使用', Object.assign(new Error(), { code: 'SQLITE_BUSY' })));
    await waits;
    await runner.stop();
    expect(await jobs.get(id)).toMatchObject({ state: 'waiting' });
  });
});

describe('a night', () => {
  it('makes way for a check, and goes on after it', async () => {
    const { runner, ask, next } = await started();
    const { id } = await ask('night');
    const night = await next();
    night.tools.show(crawling);
    await ask('self-check', 'jia');
    const check = await next();
    expect(night.tools.signal.aborted).toBe(true);
    expect(about(check)).toBe('self-check jia');
    expect(await runner.progressOf(id)).toMatchObject({
      ...{ job: { state: 'waiting' }, text: '夜间取证已暂停，稍后从断点继续；排队中，前面还有1项' },
    });
    check.done();
    const again = await next();
    expect(again.job.id).toBe(id);
    again.done();
    expect(await ended(runner, id)).toMatchObject({ job: { state: 'done' } });
  });

  it('is not stopped once it judges: what waits is soon done', async () => {
    const { runner, ask, next, isIdle } = await started();
    await ask('night');
    const night = await next();
    night.tools.show(crawling);
    night.tools.show(judging);
    const { id } = await ask('recheck', 'jia', 'f');
    await once(runner, id, ({ before }) => before === 1);
    expect(night.tools.signal.aborted).toBe(false);
    expect(isIdle()).toBe(true);
    night.done();
    expect(about(await next())).toBe('recheck jia');
  });

  it('that has made way works as long as it stood still before it does so again', async () => {
    const { ask, next, hands } = await started();
    await ask('night');
    (await next()).tools.show(crawling);
    await ask('self-check', 'jia');
    const check = await next();
    hands.pass(5 * MINUTE);
    check.done();
    const night = await next();
    const waits = hands.nextWait();
    hands.pass(MINUTE);
    await ask('recheck', 'yi', 'f');
    night.tools.show(crawling);
    expect(await waits).toBe(4 * MINUTE);
    expect(night.tools.signal.aborted).toBe(false);
    hands.pass(4 * MINUTE);
    expect(about(await next())).toBe('recheck yi');
    expect(night.tools.signal.aborted).toBe(true);
  });

  it('goes on before those who still wait when it has stood still for long', async () => {
    const { ask, next, hands } = await started();
    await ask('night');
    (await next()).tools.show(crawling);
    for (const unit of ['jia', 'yi', 'bing']) await ask('self-check', unit);
    const first = await next();
    hands.pass(12 * MINUTE);
    first.done();
    const second = await next();
    hands.pass(12 * MINUTE);
    second.done();
    const night = await next();
    expect(about(night)).toBe('night');
    night.done();
    expect(about(await next())).toBe('self-check bing');
  });

  it('that was cancelled while it stood still leaves the next one as ready to make way as any', async () => {
    const { runner, ask, next, hands } = await started();
    const { id } = await ask('night');
    (await next()).tools.show(crawling);
    await ask('self-check', 'jia');
    const check = await next();
    await runner.cancel(id);
    hands.pass(600 * MINUTE);
    check.done();
    await ask('night');
    const night = await next();
    night.tools.show(crawling);
    await ask('self-check', 'yi');
    expect(about(await next())).toBe('self-check yi');
  });
});
