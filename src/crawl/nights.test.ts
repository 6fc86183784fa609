import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tonight } from './nights.ts';
import { articlePage, at, type Handler, planFor, startSite, workshop } from './site.fixture.ts';

type Row = readonly [path: string, title: string, date?: string];
const LIST = '/gongkai/list/';
const MORE = '/gongkai/list/index_2.html';
const doc = (name: string) => `/gongkai/list/doc_${name}.html`;
const ROWS: readonly Row[] = Array.from({ length: 12 }, (_, i) => [
  doc(`${i}`),
  `关于第${i}号事项的通知`,
  '2021-05-06',
]);

const list = (rows: readonly Row[], more = ''): string =>
  `<html><head><title>甲局-栏目</title></head><body><ul class="list">${rows
    .map(([path, title, date = '2021-05-06']) => `<li><a href="${path}">${title}</a><span>${date}</span></li>`)
    .join('')}</ul>${more}</body></html>`;
const NEXT = `<div class="page"><a href="${MORE}">下一页</a></div>`;

/** A page with validators, which answers 304 where nothing changed. */
const validated =
  (body: string): Handler =>
  (request, response) => {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(body);
  };

let shop: Awaited<ReturnType<typeof workshop>>;
let site: Awaited<ReturnType<typeof startSite>>;
let pages: Record<string, string | Handler>;
beforeEach(async () => {
  shop = await workshop();
  pages = { [LIST]: validated(list(ROWS.slice(0, 6), NEXT)), [MORE]: validated(list(ROWS.slice(6))) };
  for (const [path, title] of ROWS) pages[path] = validated(articlePage(title));
  site = await startSite(pages);
});
afterEach(async () => {
  await site.stop();
  await shop.close();
});

const DAY_MS = 86_400_000;
/** A clock on the wall that stands so many days after the first night, and goes on from there. */
const onDay = (day: number) => {
  const start = Date.UTC(2023, 7, 7, 14) + day * DAY_MS - performance.now();
  return { now: () => new Date(start + performance.now()) };
};

const plan = (manners: Parameters<typeof planFor>[1] = {}) => planFor(site.port, manners);
/** What was asked for since the last call, the questions of every night aside. */
const askedSince = (): string[] =>
  site.asked.splice(0).flatMap(({ path }) => (/robots\.txt|xunjian-/.test(path) ? [] : [path]));
/** Documents that this night asks for, whatever their turn. */
const documents = (asked: readonly string[]) => asked.filter((path) => path.includes('doc_')).sort();

describe('the night after', () => {
  beforeEach(async () => {
    await shop.run(plan());
    askedSince();
  });

  it('asks for the lists, conditionally, and for no document that they name as before', async () => {
    const summary = await shop.run(plan());
    expect(summary).toMatchObject({ mode: 'changed', night: 1, unreadable: 0 });
    const asked = askedSince();
    expect(asked).toEqual(expect.arrayContaining([LIST, MORE]));
    // At most those whose turn it is: one in sixty of old documents.
    expect(documents(asked).length).toBeLessThan(3);
    expect(summary.full?.requests).toBeGreaterThan(summary.cost.requests);
  });

  it('keeps a 304 as a revisit of what was read before', async () => {
    const [before] = await shop.captures(LIST);
    await shop.run(plan());
    const [after] = await shop.captures(LIST);
    expect(after?.runId).not.toBe(before?.runId);
    expect(after).toMatchObject({ payloadRecord: before?.record, sha256: before?.sha256 });
    expect(after?.result).toEqual({ tag: 'responded', status: 304, judgement: 'ok' });
    const record = await shop.record(after);
    expect(record.type).toBe('revisit');
    expect(record.headers.get('warc-refers-to-target-uri')).toBe(at(LIST));
    expect(record.headers.get('warc-refers-to-date')).toBe((await shop.record(before)).headers.get('warc-date'));
    expect(Buffer.from((await shop.open(after)).body).toString()).toContain('关于第0号事项的通知');
  });

  it('finds new documents, and those whose row says something else', async () => {
    pages[doc('new')] = validated(articlePage('关于新事项的通知'));
    pages[doc('3')] = validated(articlePage('关于第3号事项的补充通知'));
    const rows = ROWS.map(
      (row): Row => (row[0] === doc('3') ? [row[0], '关于第3号事项的补充通知', row[2] ?? ''] : row),
    );
    pages[LIST] = validated(list([[doc('new'), '关于新事项的通知', '2021-05-06'], ...rows.slice(0, 6)], NEXT));
    const { events } = await shop.run(plan());
    const asked = documents(askedSince());
    expect(asked).toEqual(expect.arrayContaining([doc('3'), doc('new')]));
    expect(asked.length).toBeLessThan(5);
    expect(events).toMatchObject({ added: 1, changed: 1, unlisted: 0, moved: 0 });
    expect(await shop.history(doc('3'))).toMatchObject([{ kind: 'changed', detail: '标题' }]);
  });

  it('tells deleted, moved and withdrawn documents apart', async () => {
    delete pages[doc('0')];
    delete pages[doc('1')];
    pages['/gongkai/list/doc_1_new.html'] = validated(articlePage('关于第1号事项的通知'));
    const rows: Row[] = [['/gongkai/list/doc_1_new.html', '关于第1号事项的通知'], ...ROWS.slice(3, 6)];
    pages[LIST] = validated(list(rows, NEXT));
    const { events } = await shop.run(plan());
    // 0 was deleted, 1 moved, 2 was only taken off the list.
    expect((await shop.history(doc('0'))).map(({ kind }) => kind)).toEqual(['unlisted', 'missing']);
    expect(await shop.history(doc('1'))).toMatchObject([
      { kind: 'unlisted' },
      { kind: 'missing' },
      { kind: 'moved', detail: at('/gongkai/list/doc_1_new.html') },
    ]);
    expect((await shop.history(doc('2'))).map(({ kind }) => kind)).toEqual(['unlisted']);
    expect(events).toMatchObject({ unlisted: 3, missing: 2, moved: 1, added: 1, gone: 0 });
  });

  it('calls a document gone after several nights, and notices its return', async () => {
    delete pages[doc('4')];
    pages[LIST] = validated(list([...ROWS.slice(0, 6), [doc('x'), '关于添页事项的通知']], NEXT));
    pages[doc('x')] = articlePage('关于添页事项的通知');
    // The list does not show that 4 is gone; its row is changed once, so that somebody looks.
    const touched = ROWS.slice(0, 6).map((row): Row => (row[0] === doc('4') ? [row[0], row[1], '2021-05-07'] : row));
    pages[LIST] = validated(list(touched, NEXT));
    for (let day = 1; day <= 3; day++) await shop.run(plan(), onDay(day));
    expect((await shop.history(doc('4'))).map(({ kind }) => kind)).toEqual(['missing', 'gone']);
    pages[doc('4')] = articlePage('关于第4号事项的通知');
    await shop.run(plan(), onDay(4));
    expect((await shop.history(doc('4'))).map(({ kind }) => kind)).toEqual(['missing', 'gone', 'returned']);
  });

  it('counts an absence once a day, however often a unit checks itself', async () => {
    delete pages[doc('4')];
    pages[LIST] = validated(list([...ROWS.slice(0, 4), [doc('4'), '关于第4号事项的通知', '2021-05-07']], NEXT));
    const kinds = async () => (await shop.history(doc('4'))).map(({ kind }) => kind);
    for (const day of [1, 1, 1, 1, 2, 2]) await shop.run(plan(), onDay(day));
    expect(await kinds()).toEqual(['missing']);
    await shop.run(plan(), onDay(3));
    expect(await kinds()).toEqual(['missing', 'gone']);
    await shop.run(plan(), onDay(3));
    await shop.run(plan(), onDay(4));
    expect(await kinds()).toEqual(['missing', 'gone']);
  });

  it('asks nothing of other sites that a list names, and remembers nothing of them', async () => {
    const foreign = 'http://other.example/gongkai/list/doc_1.html';
    pages[LIST] = validated(list([[foreign, '关于转发省里文件的通知'], ...ROWS.slice(0, 6)], NEXT));
    for (let night = 0; night < 3; night++) {
      const { captures, unreadable, events } = await shop.run(plan());
      expect(captures).toBeGreaterThan(1);
      expect({ unreadable, events }).toMatchObject({ unreadable: 0, events: { added: 0 } });
    }
    expect(await shop.captures(foreign)).toEqual([]);
    expect(await shop.history(foreign)).toEqual([]);
  });

  it('takes nothing off a list of which a page could not be read', async () => {
    pages[LIST] = validated(list(ROWS.slice(1, 6), NEXT));
    pages[MORE] = (_request, response) => response.writeHead(500).end();
    const { events } = await shop.run(plan());
    expect(events).toMatchObject({ unlisted: 0, missing: 0, moved: 0 });
    pages[MORE] = validated(list(ROWS.slice(6)));
    expect((await shop.run(plan())).events).toMatchObject({ unlisted: 1 });
  });

  it('asks again for what could not be read, until it can', async () => {
    const broken: Handler = (_request, response) => response.writeHead(500).end();
    pages[doc('new')] = broken;
    pages[LIST] = validated(list([[doc('new'), '关于新事项的通知'], ...ROWS.slice(0, 6)], NEXT));
    await shop.run(plan());
    askedSince();
    await shop.run(plan());
    expect(documents(askedSince())).toContain(doc('new'));
    pages[doc('new')] = validated(articlePage('关于新事项的通知'));
    await shop.run(plan());
    expect(await shop.captures(doc('new'))).toMatchObject([{ result: { judgement: 'ok' } }]);
  });

  it('finds every edit without a trace in its list by the full night at the latest', async () => {
    pages[doc('7')] = validated(articlePage('关于第7号事项的通知', '<p>新增一段。</p>'));
    const every = plan({ fullEvery: 3 });
    const modes: string[] = [];
    for (let night = 0; night < 3; night++) modes.push((await shop.run(every)).mode);
    expect(modes).toEqual(['changed', 'changed', 'full']);
    expect(await shop.history(doc('7'))).toMatchObject([{ kind: 'changed', detail: '正文' }]);
  });

  it('goes on where it was stopped, with the same share of documents to look at', async () => {
    const stop = new AbortController();
    pages[LIST] = (request, response) => {
      stop.abort();
      validated(list(ROWS.slice(0, 6), NEXT))(request, response);
    };
    expect(await shop.run(plan(), { signal: stop.signal })).toMatchObject({ interrupted: true, mode: 'changed' });
    await shop.reopen();
    expect(await shop.run(plan())).toMatchObject({ interrupted: false, resumed: true, mode: 'changed', night: 1 });
  });

  it('reads every page anew where that is asked for, whatever the server says of changes', async () => {
    const { mode } = await shop.run(plan(), { full: true });
    expect(mode).toBe('full');
    expect(documents(askedSince())).toEqual(ROWS.map(([path]) => path).sort());
    expect(site.conditional).toBe(0);
  });
});

describe('a site without validators', () => {
  it('is told by its bytes: the same ones are a revisit, and nothing new is read', async () => {
    for (const [path, title] of ROWS) pages[path] = articlePage(title);
    pages[LIST] = list(ROWS.slice(0, 6), NEXT);
    pages[MORE] = list(ROWS.slice(6));
    const first = plan();
    await shop.run(first);
    askedSince();
    await shop.run(first);
    const [again] = await shop.captures(LIST);
    expect((await shop.record(again)).headers.get('warc-profile')).toMatch(/identical-payload-digest$/);
    expect(again?.payloadRecord).not.toBe(again?.record);
    expect(documents(askedSince()).length).toBeLessThan(3);
  });
});

describe('an answer that does not say that a page is as it was', () => {
  /** Changes the row of a document, so that the night asks for it. */
  const touch = (name: string, date: string): void => {
    const rows = ROWS.slice(0, 6).map((row): Row => (row[0] === doc(name) ? [row[0], row[1], date] : row));
    pages[LIST] = validated(list(rows, NEXT));
  };

  it('has the same bytes, but at another address than before', async () => {
    let target = '/gongkai/list/a.html';
    pages['/gongkai/list/a.html'] = articlePage('关于第5号事项的通知');
    pages['/gongkai/list/b.html'] = articlePage('关于第5号事项的通知');
    pages[doc('5')] = (_request, response) => response.writeHead(302, { location: target }).end();
    await shop.run(plan());
    touch('5', '2021-05-07');
    await shop.run(plan());
    const [same] = await shop.captures(doc('5'));
    expect(same?.payloadRecord).not.toBe(same?.record);
    target = '/gongkai/list/b.html';
    touch('5', '2021-05-08');
    await shop.run(plan());
    const [moved] = await shop.captures(doc('5'));
    expect(moved).toMatchObject({ finalUrl: at(target), payloadRecord: moved?.record, sha256: same?.sha256 });
    expect((await shop.record(moved)).type).toBe('response');
    expect(await shop.history(doc('5'))).toMatchObject([{ kind: 'moved', detail: at(target) }]);
  });

  it.each([
    ['on a full night', true],
    ['after a look that could not be read', false],
  ])('is a 304 that nobody asked for, %s', async (_when, full) => {
    await shop.run(plan());
    touch('5', '2021-05-07');
    if (!full) {
      pages[doc('5')] = (_request, response) => response.writeHead(500).end();
      await shop.run(plan());
    }
    pages[doc('5')] = (_request, response) => response.writeHead(304).end();
    await shop.run(plan(), { full });
    const [after] = await shop.captures(doc('5'));
    expect(after).toMatchObject({ result: { tag: 'responded', status: 304 }, payloadRecord: after?.record });
    expect(after?.result).not.toMatchObject({ judgement: 'ok' });
    expect((await shop.record(after)).type).toBe('response');
    expect(await shop.history(doc('5'))).toEqual([]);
  });
});

describe('what tonight asks for', () => {
  const run = (mode: 'full' | 'changed', ...units: string[]) => ({ mode, units });

  it('is everything before anything was fetched, for units that were not, and every n-th night', () => {
    expect(tonight([], ['a'], 30, false)).toEqual({ mode: 'full', night: 0 });
    expect(tonight([run('full', 'a')], ['a', 'b'], 30, false)).toEqual({ mode: 'full', night: 0 });
    expect(tonight([run('changed', 'a'), run('full', 'a')], ['a'], 2, false)).toEqual({ mode: 'full', night: 0 });
    expect(tonight([run('full', 'a')], ['a'], 1, false)).toEqual({ mode: 'full', night: 0 });
  });

  it('counts nights since then, self-checks of other units aside', () => {
    const runs = [run('full', 'a'), run('changed', 'a', 'b'), run('full', 'a', 'b')];
    expect(tonight(runs, ['b'], 30, false)).toEqual({ mode: 'changed', night: 2 });
    expect(tonight(runs, ['a'], 30, false)).toEqual({ mode: 'changed', night: 1 });
    expect(tonight(runs, ['b'], 30, true)).toEqual({ mode: 'full', night: 0 });
  });
});
