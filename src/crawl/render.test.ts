import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Capture } from '../model/capture.ts';
import { openDatabase } from '../store/database.ts';
import { findBrowser } from './browser.ts';
import { articlePage, at, type Handler, listPage, planFor, startSite, workshop } from './site.fixture.ts';

type Workshop = Awaited<ReturnType<typeof workshop>>;
type TestSite = Awaited<ReturnType<typeof startSite>>;

const LIST = '/gongkai/list/';
const LIMITS = { load: 10_000, fill: 1500, quiet: 60 };
const doc = (i: number) => `/gongkai/list/doc_${i}.html`;

/** A list of seven, three to a page, that a script fills and a button that is no link turns. */
const SCRIPTED = `<html><head><title>甲局-栏目</title></head><body><ul class="list" id="list"></ul>
<div class="page"><span>共7条</span> <button id="previous" disabled>上一页</button> <button id="next">下一页</button></div><script>
let page = 1;
const show = async () => {
  const answer = await fetch('/gongkai/api/list?page=' + page);
  const { rows, pages } = await answer.json();
  document.getElementById('list').innerHTML = rows
    .map(({ url, title, date }) => '<li><a href="' + url + '">' + title + '</a><span>' + date + '</span></li>').join('');
  document.getElementById('next').disabled = page >= pages;
};
document.getElementById('next').onclick = () => { page++; show(); };
fetch('http://elsewhere.example/count').catch(() => {});
show();
</script></body></html>`;

const listApi: Handler = (request, response) => {
  const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'));
  const rows = Array.from({ length: 7 }, (_, i) => ({
    url: doc(i),
    title: `关于事项${i}的通知`,
    date: `2023-05-0${i + 1}`,
  }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ rows: rows.slice((page - 1) * 3, page * 3), pages: 3 }));
};
const api = Object.fromEntries([1, 2, 3].map((page) => [`/gongkai/api/list?page=${page}`, listApi]));
const documents = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [doc(i), articlePage(`关于事项${i}的通知`)]));

let shop: Workshop;
let site: TestSite | null = null;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(async () => {
  await site?.stop();
  await shop.close();
});

const browser = await findBrowser();

describe.skipIf(browser === null)('rendering (needs Chromium: XUNJIAN_CHROMIUM or /usr/bin/chromium)', () => {
  it('fills a scripted list, turns all its pages, and keeps DOM, picture and answers', async () => {
    site = await startSite({ [LIST]: SCRIPTED, ...api, ...documents });
    const summary = await shop.run(planFor(site.port, {}), { browser, renderLimits: LIMITS });
    expect(summary).toMatchObject({ rendered: 1, unreadable: 0, interrupted: false });
    const rendered = await shop.captures(LIST, 'rendered');
    expect(rendered.map(({ page, result }) => [page, result])).toEqual(
      [1, 2, 3].map((page) => [page, { tag: 'responded', status: 200, judgement: 'ok' }]),
    );
    const doms = await Promise.all(rendered.map(async (page) => Buffer.from((await shop.open(page)).body).toString()));
    for (let i = 0; i < 7; i++) expect(doms[Math.floor(i / 3)]).toContain(doc(i));
    for (const path of Object.keys(documents)) expect(site.times(path)).toBe(1);

    const [raw] = await shop.captures(LIST);
    const dom = await shop.open(rendered[0]);
    expect(dom.type).toBe('resource');
    expect(dom.headers.get('warc-refers-to')).toBe((await shop.open(raw)).headers.get('warc-record-id'));
    const [picture] = await shop.captures(LIST, 'screenshot');
    expect(Buffer.from((await shop.open(picture)).body).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const answers = await Promise.all(
      [1, 2, 3].map(
        async (page): Promise<Capture | undefined> =>
          (await shop.captures(`/gongkai/api/list?page=${page}`, 'subrequest'))[0],
      ),
    );
    const rows = JSON.parse(Buffer.from((await shop.open(answers[2])).body).toString());
    expect(rows.rows).toHaveLength(1);
  });

  it('keeps no second picture of what looks the same, but the first where there is none', async () => {
    site = await startSite({ [LIST]: SCRIPTED, ...api, ...documents });
    const plan = planFor(site.port, {});
    await shop.run(plan, { browser, renderLimits: LIMITS });
    const [first] = await shop.captures(LIST, 'screenshot');
    const { runId } = await shop.run(plan, { browser, renderLimits: LIMITS });
    expect((await shop.captures(LIST, 'rendered'))[0]?.runId).toBe(runId);
    expect(await shop.captures(LIST, 'screenshot')).toEqual([first]);
    expect(first?.runId).not.toBe(runId);

    // As after a night on which no picture could be taken.
    const index = openDatabase(join(shop.dataDir, 'xunjian.db'), {});
    index.exec("delete from captures where view = 'screenshot'");
    index.close();
    const { runId: third } = await shop.run(plan, { browser, renderLimits: LIMITS });
    expect(await shop.captures(LIST, 'screenshot')).toMatchObject([{ runId: third }]);
  });

  it('does not take documents off a list that it could not turn to its end', async () => {
    let pages = 3;
    const short: Handler = (request, response) => {
      const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'));
      if (page <= pages) listApi(request, response);
      else request.socket.destroy();
    };
    site = await startSite({
      [LIST]: SCRIPTED,
      ...Object.fromEntries(Object.keys(api).map((path) => [path, short])),
      ...documents,
    });
    const options = { browser, renderLimits: LIMITS };
    const plan = planFor(site.port, {});
    await shop.run(plan, options);
    pages = 1;
    expect((await shop.run(plan, options)).events).toMatchObject({ unlisted: 0, missing: 0 });
    pages = 3;
    expect((await shop.run(plan, options)).events).toMatchObject({ added: 0, unlisted: 0, missing: 0 });
  });

  it('leaves a list that is never filled unread, with the DOM that was seen', async () => {
    const page = '<html><body><div id="app">加载中…</div><script>fetch("/gongkai/api/broken")</script></body></html>';
    site = await startSite({ [LIST]: page });
    const summary = await shop.run(planFor(site.port, {}), { browser, renderLimits: LIMITS });
    const [rendered] = await shop.captures(LIST, 'rendered');
    expect(rendered?.result).toEqual({ tag: 'responded', status: 200, judgement: 'unrendered' });
    expect(Buffer.from((await shop.open(rendered)).body).toString()).toContain('加载中');
    expect(summary.unreadable).toBe(1);
  });

  it.each([
    ['its data failed', `fetch('/gongkai/api/broken')`, null],
    ['its data lies elsewhere', `fetch('http://api.elsewhere.example/rows').catch(() => {})`, null],
    ['its data is a failure in words', `fetch('/gongkai/api/refused')`, null],
    ['its data is still to come', `fetch('/gongkai/api/never')`, null],
    [
      'its data is a script still to come',
      `onload = () => setTimeout(() => document.body.append(Object.assign(document.createElement('script'), { src: '/gongkai/api/never' })))`,
      null,
    ],
    ['its script threw', 'undefined.rows', null],
    ['its script could not be had', '', '/gongkai/missing.js'],
  ])('does not believe «nothing here» where %s', async (_, script, source) => {
    const page = `<html><body><ul id="rows"></ul><p>暂无数据</p>
      <script${source ? ` src="${source}"` : ''}>${script}</script></body></html>`;
    site = await startSite({
      [LIST]: page,
      '/gongkai/api/broken': (_request, response) => response.writeHead(500).end(),
      '/gongkai/api/refused': (_request, response) => response.end('{"code":500,"rows":[]}'),
      '/gongkai/api/never': () => undefined,
    });
    await shop.run(planFor(site.port, { render: 'always' }), { browser, renderLimits: LIMITS });
    expect(site.times(LIST)).toBe(4);
    const [rendered] = await shop.captures(LIST, 'rendered');
    expect(rendered?.result).toEqual({ tag: 'responded', status: 200, judgement: 'unrendered' });
  });

  it('believes «nothing here» of a page whose script and data were whole', async () => {
    const page = `<html><body><p id="state">加载中</p><script>fetch('/gongkai/api/none').then((answer) => answer.json())
      .then(() => { document.getElementById('state').textContent = '暂无数据'; })</script></body></html>`;
    site = await startSite({
      [LIST]: page,
      '/gongkai/api/none': (_request, response) =>
        response.setHeader('content-type', 'application/json').end('{"rows":[]}'),
    });
    const summary = await shop.run(planFor(site.port, {}), { browser, renderLimits: LIMITS });
    expect(summary).toMatchObject({ rendered: 1, unreadable: 0 });
  });

  it('renders every column with always, and none with never', async () => {
    site = await startSite({ [LIST]: listPage([doc(0)]), ...documents });
    const always = await shop.run(planFor(site.port, { render: 'always' }), { browser, renderLimits: LIMITS });
    expect(always.rendered).toBe(1);
    await site.stop();
    site = await startSite({ [LIST]: SCRIPTED, ...api, ...documents });
    const never = await shop.run(planFor(site.port, { render: 'never' }), { browser, renderLimits: LIMITS });
    expect(never).toMatchObject({ rendered: 0, captures: 1 });
  });

  it('never reaches a host outside the site, not by redirect either', async () => {
    const other = await startSite({ '/': 'secret' });
    const leave = `<html><body><div id="app"></div><script>
      fetch('/gongkai/out').catch(() => {}); location.href = 'http://127.0.0.1:${other.port}/';</script></body></html>`;
    site = await startSite({
      [LIST]: leave,
      '/gongkai/out': (_request, response) =>
        response.writeHead(302, { location: `http://127.0.0.1:${other.port}/` }).end(),
    });
    await shop.run(planFor(site.port, {}), { browser, renderLimits: LIMITS });
    await other.stop();
    expect(site.times('/gongkai/out')).toBeGreaterThan(0);
    expect(other.asked).toEqual([]);
  });
});

it('says of a scripted column that there is no browser', async () => {
  site = await startSite({ [LIST]: SCRIPTED });
  const summary = await shop.run(planFor(site.port, {}), { browser: null });
  expect(summary).toMatchObject({ rendered: 0 });
  const [rendered] = await shop.captures(LIST, 'rendered');
  expect(rendered).toMatchObject({ url: at(LIST), result: { tag: 'not-attempted', why: 'no-browser' } });
});
