import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { openStore } from './open-store.ts';

const TABLES_AND_ROWS = readFileSync(new URL('./version-0.2.0.fixture.sql', import.meta.url), 'utf8');
const COLUMN = 'http://a.example/list/';
const doc = (number: number): string => `${COLUMN}doc_${number}.html`;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-earlier-'));
  const database = openDatabase(join(dataDir, 'xunjian.db'), {});
  database.exec(TABLES_AND_ROWS);
  database.close();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** What SQLite says of the tables and indexes of a data folder. */
function tablesIn(folder: string): unknown[] {
  const database = openDatabase(join(folder, 'xunjian.db'), { readonly: true });
  const tables = database.prepare('select name, sql from sqlite_master order by name').all();
  database.close();
  return tables;
}

describe('a data folder of 0.2.0', () => {
  it('is refused to readers until a crawl has taken it over', async () => {
    await expect(openStore(dataDir, { mode: 'read' })).rejects.toThrow(/由其他版本的 xunjian 写成/);
    await (await openStore(dataDir, { mode: 'write' })).close();
    await (await openStore(dataDir, { mode: 'read' })).close();
  });

  it('gets the tables of a new one', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'store-fresh-'));
    for (const folder of [dataDir, fresh]) await (await openStore(folder, { mode: 'write' })).close();
    expect(tablesIn(dataDir)).toEqual(tablesIn(fresh));
    rmSync(fresh, { recursive: true });
  });

  it('keeps what it knows, and goes on with the night it was in', async () => {
    const store = await openStore(dataDir, { mode: 'write' });
    const run = await store.runs.resume('plan', ['u1']);
    expect(run).toMatchObject({ id: 'r2', mode: 'changed', night: 1, requests: 7 });
    const later = Date.parse('2023-08-09T14:30:00Z');
    expect(await store.tasks.lease('r2', { host: 'a.example', lane: 'http' }, 9, later)).toMatchObject([
      { url: doc(1), kind: 'document', tries: 1 },
    ]);
    const known = await store.pages.known([COLUMN, doc(1), doc(2), doc(3)]);
    expect(known.get(COLUMN)).toMatchObject({ readable: true, payload: { listPages: [`${COLUMN}2.html`] } });
    expect(known.get(doc(1))).toMatchObject({ title: '关于防汛值守的通知', payload: { sha256: 'ab', etag: '"1"' } });
    expect(known.get(doc(3))).toMatchObject({ state: 'moved', payload: null });
    expect(await store.captures.latest(doc(2), 'http')).toMatchObject([{ runId: 'r2', result: { status: 404 } }]);
    expect(await store.events.of(doc(2))).toMatchObject([{ kind: 'missing', at: '2023-08-09T14:00:03.000Z' }]);
    expect((await store.committed()).size).toBe(2);
    await store.close();
  });

  it('has counted its absences on the day of the last look', async () => {
    const store = await openStore(dataDir, { mode: 'write' });
    const known = await store.pages.known([doc(1), doc(2)]);
    expect(known.get(doc(1))).toMatchObject({ absences: 0, absentOn: '' });
    expect(known.get(doc(2))).toMatchObject({ state: 'missing', absences: 1, absentOn: '2023-08-09' });
    await store.close();
  });

  it('knows which documents its lists name', async () => {
    const store = await openStore(dataDir, { mode: 'write' });
    const listing = { listUrl: COLUMN, view: 'http', unit: 'u1', column: COLUMN, whole: true } as const;
    const entries = [{ url: doc(1), title: '关于防汛值守的通知', published: '2023-07-01' }];
    const nothing = { task: null, outcome: 'done', captures: [], children: [], looks: [], events: [] } as const;
    const cost = { requests: 0, bytes: 0, cpuMs: 0, browserCpuMs: 0, ms: 0 };
    const compared = { runId: 'r2', columns: [COLUMN], at: '2023-08-09T15:00:00.000Z' };
    const [column] = await store.captures.latest(doc(1), 'http');
    if (!column) throw new Error('the fixture has a capture of the first document');
    const { id: _, ...look } = { ...column, runId: 'r2', url: COLUMN, finalUrl: COLUMN };
    expect(await store.unlist({ ...compared, runId: 'r1' })).toEqual([]);
    await store.commit({
      ...{ runId: 'r2', lengths: new Map(), cost },
      steps: [{ ...nothing, captures: [look], listings: [{ ...listing, entries }] }],
    });
    expect((await store.unlist(compared)).map(({ url }) => url)).toEqual([doc(2)]);
    await store.close();
  });
});
