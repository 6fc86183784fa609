import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureResult, View } from '../model/capture.ts';
import type { CaptureDraft } from './capture-row.ts';
import { openStore } from './open-store.ts';
import type { Listing } from './pages.ts';
import type { Step, Store } from './store.ts';

let dataDir: string;
let store: Store;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openStore(dataDir, { mode: 'write' });
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const OK: CaptureResult = { tag: 'responded', status: 200, judgement: 'ok' };
const URL_A = 'http://a.example/list/';

const capture = (
  runId: string,
  url: string,
  result: CaptureResult = OK,
  view: View = 'http',
  page = 1,
): CaptureDraft => ({
  ...{ runId, url, finalUrl: url, view, page, capturedAt: '2023-08-08T00:00:00.000Z', result },
  ...{
    contentType: 'text/html',
    sha256: 'ab',
    record: `evidence/a.warc.gz#${page}`,
    payloadRecord: `evidence/a.warc.gz#${page}`,
  },
});

const begin = async (id: string, startedAt: string, plan = 'plan') => {
  const resumed = await store.runs.resume(plan, ['u1']);
  if (resumed) return resumed.id;
  const run = { id, plan, reading: 'r', units: ['u1'], mode: 'full', night: 0, startedAt } as const;
  return (await store.runs.begin(run)).id;
};

const COST = { requests: 1, bytes: 10, cpuMs: 2, browserCpuMs: 0, ms: 3 };
const STEP: Step = { task: null, outcome: 'done', captures: [], children: [], looks: [], listings: [], events: [] };
const commit = (runId: string, steps: Partial<Step>[], lengths = new Map<string, number>()) =>
  store.commit({ runId, steps: steps.map((step) => ({ ...STEP, ...step })), lengths, cost: COST });
const keep = (runId: string, captures: CaptureDraft[]) => commit(runId, [{ captures }]);
const NOW = Date.parse('2023-08-08T00:00:00Z');
const LANE = { host: 'a.example', lane: 'http' } as const;

const task = (url: string, kind: 'column' | 'document' | 'render' = 'document') => ({
  kind,
  url,
  unit: 'u1',
  column: URL_A,
});

describe('tasks', () => {
  it('are taken once each, one host at a time, untried ones first', async () => {
    await begin('r1', '2023-08-08T00:00:00Z');
    const urls = ['http://a.example/1', 'http://a.example/2', 'http://a.example/3', 'http://b.example/1'];
    await store.tasks.add(
      'r1',
      [...urls, urls[0] ?? ''].map((url) => task(url)),
    );
    const [first] = await store.tasks.lease('r1', LANE, 1, NOW);
    await commit('r1', [{ task: first?.id ?? 0, outcome: { again: NOW } }]);
    const rest = await store.tasks.lease('r1', LANE, 10, NOW);
    expect(rest.map(({ url, tries }) => [url, tries])).toEqual([
      ['http://a.example/2', 0],
      ['http://a.example/3', 0],
      ['http://a.example/1', 1],
    ]);
    expect(await store.tasks.lease('r1', LANE, 10, NOW)).toEqual([]);
    expect(await store.tasks.hosts('r1')).toEqual(['b.example']);
  });

  it('in hand when a run was stopped are given back when the same plan goes on', async () => {
    await begin('r1', '2023-08-08T00:00:00Z');
    await store.tasks.add('r1', [task('http://a.example/1')]);
    await store.tasks.lease('r1', LANE, 1, NOW);
    expect(await begin('r2', '2023-08-09T00:00:00Z')).toBe('r1');
    expect(await store.tasks.lease('r1', LANE, 1, NOW)).toHaveLength(1);
    expect(await begin('r3', '2023-08-10T00:00:00Z', 'other plan')).toBe('r3');
    await store.finish({ runId: 'r3', finishedAt: '2023-08-10T01:00:00Z', cost: COST, arrivals: null });
    expect(await begin('r4', '2023-08-11T00:00:00Z', 'other plan')).toBe('r4');
  });

  it('are committed with captures, children and file lengths together or not at all', async () => {
    await begin('r1', '2023-08-08T00:00:00Z');
    await store.tasks.add('r1', [task(URL_A, 'column')]);
    const [column] = await store.tasks.lease('r1', LANE, 1, NOW);
    const step = {
      task: column?.id ?? 0,
      ...{ captures: [capture('r1', URL_A)], children: [task('http://a.example/1'), task('http://a.example/2')] },
    };
    const twice = [step, { ...step, task: null }];
    await expect(commit('r1', twice, new Map([['evidence/a.warc.gz', 10]]))).rejects.toThrow();
    expect(await store.tasks.progress('r1')).toEqual({ done: 0, left: 1 });
    expect(await store.committed()).toEqual(new Map());

    expect(await commit('r1', [step], new Map([['evidence/a.warc.gz', 10]]))).toEqual([2]);
    expect(await store.tasks.progress('r1')).toEqual({ done: 1, left: 2 });
    expect(await store.committed()).toEqual(new Map([['evidence/a.warc.gz', 10]]));
  });
});

describe('captures', () => {
  it('come back as they were kept, whatever the result', async () => {
    await begin('r1', '2023-08-08T00:00:00Z');
    const results: CaptureResult[] = [
      { tag: 'responded', status: 404, judgement: 'not-found' },
      { tag: 'no-response', code: 'reset', phase: 'body' },
      { tag: 'not-attempted', why: 'robots' },
    ];
    const drafts = results.map((result, i) => capture('r1', `http://a.example/${i}`, result));
    await keep('r1', drafts);
    for (const draft of drafts) expect(await store.captures.latest(draft.url, 'http')).toMatchObject([draft]);
    expect(await store.captures.counts('r1')).toEqual({ captures: 3, unreadable: 3 });
  });

  it('of the newest run that attempted the address hide older ones, all pages of it', async () => {
    for (const id of ['r1', 'r2', 'r3']) {
      await begin(id, `2023-08-0${id[1]}T00:00:00Z`, id);
    }
    await keep(
      'r1',
      [1, 2, 3].map((page) => capture('r1', URL_A, OK, 'rendered', page)),
    );
    await keep(
      'r2',
      [1, 2].map((page) => capture('r2', URL_A, OK, 'rendered', page)),
    );
    await keep('r3', [capture('r3', URL_A, { tag: 'not-attempted', why: 'cancelled' }, 'rendered')]);
    await keep('r1', [capture('r1', 'http://a.example/old')]);
    const found = await store.captures.latest(URL_A, 'rendered');
    expect(found.map(({ runId, page }) => [runId, page])).toEqual([
      ['r2', 1],
      ['r2', 2],
    ]);
    expect(await store.captures.latest('http://a.example/old', 'http')).toHaveLength(1);
    expect(await store.captures.latest('http://a.example/never', 'http')).toEqual([]);
  });
});

describe('lists', () => {
  const row = (number: number) => ({
    url: `${URL_A}doc_${number}.html`,
    title: `关于第${number}号事项的通知`,
    published: '',
  });
  const listing = (whole: boolean, ...numbers: number[]): Listing => ({
    ...{ listUrl: URL_A, view: 'http', unit: 'u1', column: URL_A, whole },
    entries: numbers.map(row),
  });
  /** A night on which the column shows such a list; which documents no list names after it. */
  const night = async (id: string, list: Listing): Promise<string[]> => {
    await begin(id, `2023-08-0${id[1]}T00:00:00Z`, id);
    await store.tasks.add(id, [task(URL_A, 'column')]);
    const [column] = await store.tasks.lease(id, LANE, 1, NOW);
    await commit(id, [{ task: column?.id ?? 0, captures: [capture(id, URL_A)], listings: [list] }]);
    const lost = await store.unlist({ runId: id, columns: [URL_A], at: '2023-08-08T00:00:00.000Z' });
    return lost.map(({ url }) => url);
  };

  it('that are whole replace what was known of them; parts are added to it', async () => {
    expect(await night('r1', listing(true, 1, 2))).toEqual([]);
    expect(await night('r2', listing(false, 2, 3))).toEqual([]);
    expect(await night('r3', listing(false))).toEqual([]);
    expect(await night('r4', listing(true, 3))).toEqual([row(1).url, row(2).url]);
  });
});

describe('the end of a run', () => {
  it('is whole or did not happen: its cost, its arrivals, its tasks', async () => {
    await begin('r1', '2023-08-08T00:00:00Z');
    await store.tasks.add('r1', [task(URL_A, 'column')]);
    const listing = { listUrl: URL_A, view: 'http', unit: 'u1', column: URL_A, whole: true } as const;
    const url = `${URL_A}doc_1.html`;
    await commit('r1', [
      { listings: [{ ...listing, entries: [{ url, title: '关于防汛值守的通知', published: '' }] }] },
    ]);
    const end = {
      ...{ runId: 'r1', finishedAt: '2023-08-08T01:00:00.000Z', cost: COST },
      arrivals: { runId: 'r1', columns: [URL_A], at: '2023-08-08T00:00:00.000Z' },
    };
    await expect(store.finish({ ...end, cost: { ...COST, ms: null as never } })).rejects.toThrow();
    expect(await store.runs.get('r1')).toMatchObject({ finishedAt: null, requests: 1 });
    expect(await store.events.of(url)).toEqual([]);
    expect(await store.tasks.progress('r1')).toEqual({ done: 0, left: 1 });

    await store.finish(end);
    expect(await store.runs.get('r1')).toMatchObject({ finishedAt: end.finishedAt, requests: 2 });
    expect(await store.events.of(url)).toMatchObject([{ kind: 'added' }]);
    expect(await store.tasks.progress('r1')).toEqual({ done: 0, left: 0 });
  });
});

describe('runs', () => {
  const run = (id: string, startedAt: string, units: readonly string[], plan = 'plan') =>
    store.runs.begin({ ...{ id, plan, reading: 'r', units, mode: 'full', night: 0 }, startedAt });

  it('of all units go on after those of some, however many came in between', async () => {
    await run('night', '2023-08-08T14:00:00.000Z', ['u1', 'u2']);
    for (let at = 0; at < 60; at++) await run(`check ${at}`, `2023-08-09T00:00:00.${100 + at}Z`, ['u1'], 'other');
    expect(await store.runs.newest()).toMatchObject({ id: 'check 59' });
    expect(await store.runs.newest(['u2'])).toMatchObject({ id: 'night' });
    expect(await store.runs.newest(['u3'])).toBeNull();
    expect(await store.runs.resume('plan', ['u1', 'u2'])).toMatchObject({ id: 'night' });
    expect(await store.runs.resume('plan', ['u1'])).toBeNull();
    expect(await store.runs.resume('plan', ['u1', 'u2'], '2023-08-08T14:00:00.001Z')).toBeNull();
  });

  it('look at a column once more before the browser does, where another run looked at it meanwhile', async () => {
    const readers = async () => {
      const again = await store.tasks.lease('night', LANE, 9, NOW);
      return again.map(({ kind, url }) => `${kind} ${url}`);
    };
    const [mine, ours] = [URL_A, 'http://a.example/ours/'];
    await run('night', '2023-08-08T14:00:00Z', ['u1']);
    await store.tasks.add('night', [task(mine, 'column'), task(ours, 'column')]);
    for (const { id, url } of await store.tasks.lease('night', LANE, 9, NOW))
      await commit('night', [{ task: id, captures: [capture('night', url)], children: [task(url, 'render')] }]);
    await run('check', '2023-08-08T15:00:00Z', [], 'other');
    await keep('check', [capture('check', ours), capture('check', mine, OK, 'rendered')]);
    await store.runs.resume('plan', ['u1']);
    expect(await readers()).toEqual([`column ${ours}`]);
  });
});

describe('the data folder', () => {
  it('refuses a second writer but not a reader', async () => {
    await begin('r1', '2023-08-08T00:00:00Z');
    await expect(openStore(dataDir, { mode: 'write' })).rejects.toThrow(/另一个 xunjian 进程正在使用/);
    const reader = await openStore(dataDir, { mode: 'read' });
    expect((await reader.runs.newest())?.id).toBe('r1');
    await expect(reader.finish({ runId: 'r1', finishedAt: 'x', cost: COST, arrivals: null })).rejects.toThrow();
    await reader.close();
  });

  it('is free again when the process that held it was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-lock-'));
    const child = fork(fileURLToPath(new URL('./hold-lock.fixture.ts', import.meta.url)), [folder], {
      execArgv: ['--import', 'tsx'],
    });
    await once(child, 'message');
    await expect(openStore(folder, { mode: 'write' })).rejects.toMatchObject({ exitCode: 5 });
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    await (await openStore(folder, { mode: 'write' })).close();
    rmSync(folder, { recursive: true });
  });

  it('gives clear errors where there is nothing to read or nothing can be written', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'store-empty-'));
    await expect(openStore(empty, { mode: 'read' })).rejects.toMatchObject({ exitCode: 2 });
    writeFileSync(join(empty, 'file'), '');
    await expect(openStore(join(empty, 'file'), { mode: 'write' })).rejects.toMatchObject({ exitCode: 5 });
    writeFileSync(join(empty, 'xunjian.db'), 'no database');
    for (const mode of ['read', 'write'] as const)
      await expect(openStore(empty, { mode })).rejects.toMatchObject({
        exitCode: 5,
        message: expect.stringContaining('xunjian.db 已损坏'),
      });
    rmSync(empty, { recursive: true });
  });
});
