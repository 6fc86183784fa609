import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureResult } from '../model/capture.ts';
import {
  articlePage,
  at,
  type Handler,
  HOST,
  listPage,
  planFor,
  QUICKLY,
  startSite,
  workshop,
} from './site.fixture.ts';

type Workshop = Awaited<ReturnType<typeof workshop>>;
type TestSite = Awaited<ReturnType<typeof startSite>>;

let shop: Workshop;
let site: TestSite | null = null;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(async () => {
  await site?.stop();
  await shop.close();
});

const LIST = '/gongkai/list/';
const doc = (i: number) => `/gongkai/list/doc_${i}.html`;
const docs = (n: number) => Array.from({ length: n }, (_, i) => doc(i));
const html: (body: string, status?: number) => Handler =
  (body, status = 200) =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);

describe('a crawl', () => {
  it('reads columns, all their list pages, documents, attachments and models, each once', async () => {
    const more = '<div class="page"><a href="/gongkai/list/index_2.html">下一页</a></div>';
    const attachment = '<p>附件：<a href="/gongkai/list/附件 1.pdf">附件1.pdf</a></p>';
    site = await startSite({
      [LIST]: listPage([doc(0), doc(1), 'http://elsewhere.example/x.html'], more),
      '/gongkai/list/index_2.html': listPage([doc(1), doc(2)]),
      [doc(0)]: articlePage('关于事项0的通知', attachment),
      [doc(1)]: articlePage('关于事项1的通知'),
      [doc(2)]: articlePage('关于事项2的通知'),
      '/gongkai/list/附件 1.pdf': (_request, response) =>
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4 attachment'),
      '/gongkai/model.html': articlePage('样式页面'),
    });
    const progress: number[] = [];
    const plan = planFor(site.port, { models: { 'enforcement-staff': at('/gongkai/model.html') } });
    const summary = await shop.run(plan, { onProgress: ({ done, left }) => progress.push(done + left) });

    expect(summary).toMatchObject({ captures: 7, unreadable: 0, rendered: 0, interrupted: false, resumed: false });
    const asked = site.asked.map(({ path }) => path);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toContain('/robots.txt');
    // For each kind of address, one that cannot exist.
    expect(asked.filter((path) => path.includes('/xunjian-'))).toHaveLength(2);
    expect(asked).toHaveLength(10);
    expect(site.asked.every(({ userAgent }) => userAgent === 'xunjian/9.9 (+audit@gk.example)')).toBe(true);
    const [file] = await shop.captures('/gongkai/list/附件 1.pdf');
    expect(Buffer.from((await shop.open(file)).body).toString()).toBe('%PDF-1.4 attachment');
    expect(progress.at(-1)).toBe(7);
  });

  it('starts a new run after a finished one, and the newest is what counts', async () => {
    site = await startSite({ [LIST]: listPage(docs(1)), [doc(0)]: articlePage('关于事项0的通知') });
    const plan = planFor(site.port, {});
    const first = await shop.run(plan);
    const second = await shop.run(plan);
    expect(second.runId).not.toBe(first.runId);
    expect(await shop.captures(LIST)).toMatchObject([{ runId: second.runId }]);
  });

  it('follows redirects within the site, keeps every hop, and goes no further', async () => {
    const to =
      (location: string): Handler =>
      (_request, response) =>
        response.writeHead(302, { location }).end();
    site = await startSite({
      [LIST]: listPage(docs(4)),
      [doc(0)]: to('/gongkai/moved.html'),
      '/gongkai/moved.html': articlePage('已搬家的通知'),
      [doc(1)]: to('http://127.0.0.1:1/secret'),
      [doc(2)]: to(doc(2)),
      [doc(3)]: to('/'),
      '/': listPage(docs(4)),
    });
    await shop.run(planFor(site.port, {}));
    const [moved] = await shop.captures(doc(0));
    expect(moved).toMatchObject({ finalUrl: at('/gongkai/moved.html'), result: { judgement: 'ok' } });
    expect((await shop.open(moved)).headers.get('warc-target-uri')).toBe(at('/gongkai/moved.html'));
    const results = await Promise.all([1, 2, 3].map(async (i) => (await shop.captures(doc(i)))[0]?.result));
    expect(results).toEqual([
      { tag: 'not-attempted', why: 'scope' },
      { tag: 'no-response', code: 'redirect-loop', phase: 'send' },
      { tag: 'responded', status: 200, judgement: 'soft-404' },
    ]);
  });

  it('obeys robots.txt and keeps the reason', async () => {
    site = await startSite({
      '/robots.txt': `User-agent: *\nDisallow: ${doc(1)}\n`,
      [LIST]: listPage(docs(2)),
      [doc(0)]: articlePage('关于事项0的通知'),
      [doc(1)]: articlePage('关于事项1的通知'),
    });
    await shop.run(planFor(site.port, {}));
    const [forbidden] = await shop.captures(doc(1));
    expect(forbidden?.result).toEqual({ tag: 'not-attempted', why: 'robots' });
    expect((await shop.open(forbidden)).type).toBe('metadata');
    expect(site.times(doc(1))).toBe(0);
  });

  it('reads nothing while robots.txt cannot be had', async () => {
    site = await startSite({ '/robots.txt': html('', 500), [LIST]: listPage(docs(1)) });
    const summary = await shop.run(planFor(site.port, {}));
    expect(summary).toMatchObject({ captures: 1, unreadable: 1 });
    expect(site.times(LIST)).toBe(0);
    expect(site.times('/robots.txt')).toBe(3);
  });

  it('keeps the delay between requests by the log of the server', async () => {
    site = await startSite({ [LIST]: listPage(docs(6)) });
    await shop.run(planFor(site.port, { perHost: { inFlight: 4, minDelayMs: 40, maxDelayMs: 100 } }));
    const gaps = site.asked.slice(1).map(({ at: now }, i) => now - (site?.asked[i]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(7);
    // A request may lie a few milliseconds in a socket; the clock itself is tested with a fake one.
    for (const gap of gaps) expect(gap).toBeGreaterThan(25);
  });

  it('reads no more list pages than the cap', async () => {
    const pages = Array.from({ length: 30 }, (_, i) => [
      `/gongkai/list/index_${i + 2}.html`,
      listPage([doc(0)], `<div class="page"><a href="/gongkai/list/index_${i + 3}.html">下一页</a></div>`),
    ]);
    site = await startSite({
      [LIST]: listPage([doc(0)], '<div class="page"><a href="/gongkai/list/index_2.html">下一页</a></div>'),
      ...Object.fromEntries(pages),
      [doc(0)]: articlePage('关于事项0的通知'),
    });
    await shop.run(planFor(site.port, {}));
    expect(site.asked.filter(({ path }) => /^\/gongkai\/list\/(?:index_|$)/.test(path))).toHaveLength(20);
  });
});

const SLOW = 'a page that begins and then says nothing more';
const FAULTS: readonly [name: string, handler: Handler, result: CaptureResult, tries: number][] = [
  ['404', html('<h1>404</h1>', 404), { tag: 'responded', status: 404, judgement: 'not-found' }, 3],
  ['403', html('<h1>Forbidden</h1>', 403), { tag: 'responded', status: 403, judgement: 'blocked' }, 1],
  ['429', html('slow down', 429), { tag: 'responded', status: 429, judgement: 'blocked' }, 3],
  ['500', html('', 500), { tag: 'responded', status: 500, judgement: 'server-error' }, 3],
  ['503', html('', 503), { tag: 'responded', status: 503, judgement: 'maintenance' }, 3],
  ['a challenge with 200', html('<p>正在进行安全验证</p>'), { tag: 'responded', status: 200, judgement: 'blocked' }, 1],
  ['blank', html('<html><body></body></html>'), { tag: 'responded', status: 200, judgement: 'unrendered' }, 1],
  ['never answers', () => {}, { tag: 'no-response', code: 'timeout', phase: 'send' }, 3],
  ['reset', (request) => request.socket.destroy(), { tag: 'no-response', code: 'reset', phase: 'send' }, 3],
  [
    'not HTTP',
    (request) => request.socket.end('hello\r\n\r\n'),
    { tag: 'no-response', code: 'protocol', phase: 'send' },
    3,
  ],
  [
    'stops in the middle',
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).write(SLOW),
    { tag: 'no-response', code: 'timeout', phase: 'body' },
    3,
  ],
  [
    'drips for ever',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    },
    { tag: 'no-response', code: 'timeout', phase: 'body' },
    3,
  ],
  [
    'shorter than it says',
    (request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 5000 }).write('<p>half of it');
      setImmediate(() => request.socket.end());
    },
    { tag: 'responded', status: 200, judgement: 'truncated' },
    3,
  ],
  [
    'bad gzip',
    (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync(articlePage('x')).subarray(0, 60)),
    { tag: 'responded', status: 200, judgement: 'truncated' },
    3,
  ],
  ['too large', html('x'.repeat(100_001)), { tag: 'no-response', code: 'too-large', phase: 'body' }, 1],
  [
    'a compression bomb',
    (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(5_000_000))),
    { tag: 'no-response', code: 'too-large', phase: 'body' },
    1,
  ],
];

describe('a fault', () => {
  it.each(FAULTS)('%s', async (_name, handler, result, tries) => {
    site = await startSite({ [LIST]: listPage(docs(2)), [doc(0)]: handler, [doc(1)]: articlePage('关于事项1的通知') });
    const summary = await shop.run(planFor(site.port, {}));
    expect(summary).toMatchObject({ captures: 3, unreadable: 1, interrupted: false });
    const [capture] = await shop.captures(doc(0));
    expect(capture?.result).toEqual(result);
    expect(site.times(doc(0))).toBe(tries);
    const record = await shop.open(capture);
    expect(record.type).toBe(result.tag === 'responded' ? 'response' : 'metadata');
    if (result.tag === 'no-response')
      expect(JSON.parse(Buffer.from(record.body).toString())).toMatchObject({ code: result.code, phase: result.phase });
  });

  it('that passes is forgotten after another try', async () => {
    let asked = 0;
    const flaky: Handler = (request, response) =>
      asked++ === 0 ? request.socket.destroy() : html(articlePage('关于事项0的通知'))(request, response);
    site = await startSite({ [LIST]: listPage(docs(1)), [doc(0)]: flaky });
    expect(await shop.run(planFor(site.port, {}))).toMatchObject({ captures: 2, unreadable: 0 });
  });

  it('is looked at again also by a clock on the wall that runs behind', async () => {
    const start = Date.UTC(2023, 7, 7, 14);
    const before = performance.now();
    // Half as fast as time goes by: what was waited for is not due yet when it should be, many times over.
    const now = () => new Date(start + (performance.now() - before) / 2);
    site = await startSite({ [LIST]: listPage(docs(3)), [doc(0)]: articlePage('关于事项0的通知') });
    const summary = await shop.run(planFor(site.port, {}), {
      now,
      lookWaits: { ...QUICKLY.lookWaits, gone: [40, 20] },
    });
    expect(summary).toMatchObject({ captures: 4, unreadable: 2, interrupted: false });
    expect([0, 1, 2].map((i) => site?.times(doc(i)))).toEqual([1, 3, 3]);
  });

  it('refused connection, and a private address that the plan does not name', async () => {
    site = await startSite({});
    const plan = planFor(site.port, {});
    await site.stop();
    expect(await shop.run(plan)).toMatchObject({ captures: 1, unreadable: 1 });
    const unnamed = { ...plan, site: { ...plan.site, hosts: ['localhost'] }, crawl: { ...plan.crawl, resolve: {} } };
    const columns = plan.units.map((unit) => ({
      ...unit,
      columns: unit.columns.map((column) => ({ ...column, url: 'http://localhost:9/gongkai/' })),
    }));
    expect(await shop.run({ ...unnamed, units: columns })).toMatchObject({
      captures: 1,
      unreadable: 1,
      cost: { requests: 0 },
    });
  });
});

describe('stopping', () => {
  it('leaves a run that goes on where it was, nothing lost and nothing twice', async () => {
    const stop = new AbortController();
    const pages = docs(40).map((path, i): [string, Handler] => [
      path,
      (request, response) => {
        if (i === 12) stop.abort();
        html(articlePage(`关于事项${i}的通知`))(request, response);
      },
    ]);
    site = await startSite({ [LIST]: listPage(docs(40)), ...Object.fromEntries(pages) });
    const plan = planFor(site.port, {});
    const first = await shop.run(plan, { signal: stop.signal });
    expect(first.interrupted).toBe(true);
    expect(first.captures).toBeGreaterThan(5);
    expect(first.captures).toBeLessThan(41);

    await shop.reopen();
    const second = await shop.run(plan);
    expect(second).toMatchObject({
      runId: first.runId,
      resumed: true,
      interrupted: false,
      captures: 41,
      unreadable: 0,
    });
    for (const path of docs(40)) {
      expect(site.times(path)).toBe(1);
      const captures = await shop.captures(path);
      expect(captures).toHaveLength(1);
      expect((await shop.open(captures[0])).http?.status).toBe(200);
    }
    expect(readdirSync(join(shop.dataDir, 'evidence')).every((name) => name.endsWith('.warc.gz'))).toBe(true);
  });

  it('a plan that has changed is begun anew', async () => {
    const stop = new AbortController();
    stop.abort();
    site = await startSite({ [LIST]: listPage([]), '/gongkai/other/': listPage([]) });
    const first = await shop.run(planFor(site.port, {}), { signal: stop.signal });
    const second = await shop.run(planFor(site.port, { columns: [LIST, '/gongkai/other/'] }));
    expect(first.interrupted).toBe(true);
    expect(second).toMatchObject({ resumed: false, interrupted: false });
    expect(second.runId).not.toBe(first.runId);
    expect(site.asked.every(({ path }) => !path.includes(HOST))).toBe(true);
  });
});
