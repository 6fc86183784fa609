import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articlePage, at, type Handler, planFor, startSite, workshop } from './site.fixture.ts';

const A = '/gongkai/a/';
const A_MORE = '/gongkai/a/index_2.html';
const A_LAST = '/gongkai/a/index_3.html';
const B = '/gongkai/b/';
const doc = (name: string) => `/gongkai/doc_${name}.html`;
const title = (name: string) => `关于第${name}号事项的通知`;

const list = (names: readonly string[], next = ''): string =>
  `<html><head><title>甲局-栏目</title></head><body><ul class="list">${names
    .map((name) => `<li><a href="${doc(name)}">${title(name)}</a><span>2021-05-06</span></li>`)
    .join('')}</ul>${next && `<div class="page"><a href="${next}">下一页</a></div>`}</body></html>`;

let shop: Awaited<ReturnType<typeof workshop>>;
let site: Awaited<ReturnType<typeof startSite>>;
let pages: Record<string, string | Handler>;
beforeEach(async () => {
  shop = await workshop();
  pages = { [A]: list(['1', '2', '3'], A_MORE), [A_MORE]: list(['4', '5', '6']), [B]: list(['7', '8', '9']) };
  for (let name = 1; name <= 12; name++) pages[doc(`${name}`)] = articlePage(title(`${name}`));
  site = await startSite(pages);
});
afterEach(async () => {
  await site.stop();
  await shop.close();
});

const plan = () => planFor(site.port, { columns: [A, B], perHost: { inFlight: 1, minDelayMs: 0, maxDelayMs: 20 } });
const documents = () => site.asked.splice(0).flatMap(({ path }) => (path.includes('/doc_') ? [path] : []));

/** A full night that is stopped when this page is asked for. */
async function stoppedAt(path: string) {
  const page = pages[path] as string;
  const stop = new AbortController();
  pages[path] = (_request, response) => {
    stop.abort();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  };
  const night = await shop.run(plan(), { full: true, signal: stop.signal });
  expect(night.interrupted).toBe(true);
  pages[path] = page;
  documents();
  return night;
}

describe('a look at some columns', () => {
  it('asks for everything in these columns, and for nothing else', async () => {
    await shop.run(plan());
    documents();
    expect(await shop.run(plan(), { columns: [at(B)], full: true })).toMatchObject({
      mode: 'full',
      interrupted: false,
    });
    expect(documents().sort()).toEqual([doc('7'), doc('8'), doc('9')]);
  });

  it('is no night: the next one asks for as much as it would have', async () => {
    await shop.run(plan());
    await shop.run(plan(), { columns: [at(A)], full: true });
    await shop.run(plan(), { columns: [at(B)], full: true });
    expect(await shop.run(plan())).toMatchObject({ mode: 'changed', night: 1 });
  });

  it('before any night leaves the first one full', async () => {
    await shop.run(plan(), { columns: [at(B)], full: true });
    expect(await shop.run(plan())).toMatchObject({ mode: 'full', resumed: false, events: { unlisted: 0 } });
  });

  it('takes nothing off the lists of other columns', async () => {
    await shop.run(plan());
    pages[A] = list(['1']);
    pages[B] = list(['7']);
    const { events } = await shop.run(plan(), { columns: [at(B)], full: true });
    expect(events).toMatchObject({ unlisted: 2 });
    expect(await shop.history(doc('2'))).toEqual([]);
  });
});

describe('a night that was stopped', () => {
  it('goes on after a look at some columns and after a crawl of fewer units, and asks for the rest once', async () => {
    await shop.run(plan());
    const stopped = await stoppedAt(doc('4'));
    await shop.run(plan(), { columns: [at(B)], full: true });
    await shop.run({ ...plan(), units: [] }, { full: true });
    documents();
    const night = await shop.run(plan());
    expect(night).toMatchObject({ runId: stopped.runId, resumed: true, interrupted: false, mode: 'full' });
    expect(night.events).toMatchObject({ added: 0, unlisted: 0, missing: 0 });
    const asked = documents();
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toContain(doc('5'));
    expect(asked).not.toContain(doc('1'));
  });

  it('forgets no list page that was found meanwhile', async () => {
    await shop.run(plan());
    await stoppedAt(doc('7'));
    pages[A_MORE] = list(['4', '5', '6'], A_LAST);
    pages[A_LAST] = list(['10', '11', '12']);
    await shop.run(plan(), { columns: [at(A)], full: true });
    expect(await shop.run(plan())).toMatchObject({ resumed: true, interrupted: false, events: { unlisted: 0 } });
    expect((await shop.history(doc('11'))).map(({ kind }) => kind)).toEqual(['added']);
  });

  it('is left where it is by whoever wants nothing that was read before', async () => {
    const stopped = await stoppedAt(doc('4'));
    const later = new Date(Date.parse(stopped.startedAt) + 1);
    const anew = await shop.run(plan(), { full: true, begunSince: later });
    expect(anew).toMatchObject({ resumed: false, interrupted: false });
    expect(documents()).toContain(doc('1'));
  });

  it('goes on for whoever began it', async () => {
    const stopped = await stoppedAt(doc('4'));
    const anew = await shop.run(plan(), { full: true, begunSince: new Date(stopped.startedAt) });
    expect(anew).toMatchObject({ runId: stopped.runId, resumed: true, interrupted: false });
  });
});

describe('a crawl that was finished', () => {
  it('is not done again for whoever asked before it ended, and is for others', async () => {
    const asked = new Date();
    const night = await shop.run(plan(), { unlessFinishedSince: asked });
    expect(night).toMatchObject({ resumed: false, captures: 12 });
    site.asked.length = 0;
    expect(await shop.run(plan(), { unlessFinishedSince: asked })).toEqual({ ...night, resumed: true });
    expect(site.asked).toEqual([]);
    await shop.run(plan(), { columns: [at(B)], full: true });
    expect(await shop.run(plan(), { unlessFinishedSince: asked })).toMatchObject({ runId: night.runId });
    expect(await shop.run(plan(), { unlessFinishedSince: new Date(Date.now() + 1000) })).toMatchObject({ night: 1 });
  });
});
