import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, Tabs } from '../../src/crawl/browser.ts';
import {
  articlePage,
  type Handler,
  HOST,
  listPage,
  planFor,
  startSite,
  workshop,
} from '../../src/crawl/site.fixture.ts';
import { hostileServer } from './hostile-server.ts';
import { doc, LIST } from './hostile-site.ts';

const GOOD = '/gongkai/good/';
const LIMITS = { load: 2_000, fill: 1_500, quiet: 60 };
const documents = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [doc(i), articlePage(`关于事项${i}的通知`)]));
const scripted = (script: string, body = ''): string =>
  `<html><head><title>甲局-栏目</title></head><body><ul class="list" id="list"></ul>${body}<script>
const rows = (from, to) => Array.from({ length: to - from }, (_, i) => from + i).map((i) =>
  '<li><a href="/gongkai/list/doc_' + i + '.html">关于事项' + i + '的通知</a><span>2023-05-0' + (i + 1) + '</span></li>').join('');
const list = document.getElementById('list');
const asked = (from) => fetch('/gongkai/rows?from=' + from).then((answer) => answer.json());
${script}</script></body></html>`;
const rows: Handler = (_request, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"rows":[]}');
const data = Object.fromEntries([0, 3, 6, 9].map((from) => [`/gongkai/rows?from=${from}`, rows]));

let shop: Awaited<ReturnType<typeof workshop>>;
let site: Awaited<ReturnType<typeof startSite>>;
beforeEach(async () => {
  shop = await workshop();
});
afterEach(async () => {
  await site.stop();
  await shop.close();
});

const browser = await findBrowser();

async function render(page: string, more: Record<string, string | Handler> = {}, manners = {}) {
  site = await startSite({ [LIST]: page, [GOOD]: listPage([doc(0)]), ...documents, ...data, ...more });
  const plan = planFor(site.port, { columns: [LIST, GOOD], render: 'always', ...manners });
  const summary = await shop.run(plan, { browser, renderLimits: LIMITS });
  const [bad] = await shop.captures(LIST, 'rendered');
  const [good] = await shop.captures(GOOD, 'rendered');
  return { summary, bad, good };
}

describe.skipIf(browser === null)('a page in the browser (needs Chromium)', () => {
  it.each<[string, string]>([
    ['runs in circles while it loads', 'while (true) {}'],
    ['runs in circles when it has loaded', 'setTimeout(() => { while (true) {} }, 100)'],
  ])(
    'that %s is stopped, and the next one read',
    async (_name, script) => {
      const { summary, bad, good } = await render(scripted(script));
      expect(bad?.result).toMatchObject({ tag: 'no-response' });
      expect((await shop.open(bad)).type).toBe('metadata');
      expect(good?.result).toEqual({ tag: 'responded', status: 200, judgement: 'ok' });
      expect(summary.interrupted).toBe(false);
    },
    180_000,
  );

  it('that takes all the memory it can get is not believed, and the next one read', async () => {
    const { bad, good } = await render(
      scripted('const all = []; setInterval(() => { for (let i = 0; i < 1e6; i++) all.push({ i }); }, 0)'),
    );
    expect(bad?.result).not.toMatchObject({ judgement: 'ok' });
    expect(good?.result).toEqual({ tag: 'responded', status: 200, judgement: 'ok' });
  }, 180_000);

  it('goes on with nothing when it has been read', async () => {
    await render(scripted(`list.innerHTML = rows(0, 3); setInterval(() => fetch('/gongkai/poll'), 50)`), {
      [GOOD]: (_request, response) => setTimeout(() => response.end(listPage([doc(0)])), 1000) && undefined,
    });
    const polls = site.asked.filter(({ path }) => path === '/gongkai/poll').map(({ at }) => at);
    const after = site.asked.filter(({ path }) => path.endsWith('.html')).at(-1)?.at ?? 0;
    expect(polls.length).toBeGreaterThan(0);
    expect(polls.filter((at) => at > after)).toEqual([]);
  }, 60_000);

  it('that unpacks to more than is taken is stopped', async () => {
    const bomb: Handler = (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(50_000_000, ' ')));
    const { bad, good } = await render(scripted(`fetch('/gongkai/bomb').then((answer) => answer.text())`), {
      '/gongkai/bomb': bomb,
    });
    expect(bad?.result).toEqual({ tag: 'no-response', code: 'too-large', phase: 'body' });
    expect(good?.result).toMatchObject({ judgement: 'ok' });
  }, 60_000);

  it('that asks, prints, pops up, downloads and will not be left is read all the same', async () => {
    const { bad, good } = await render(
      scripted(`list.innerHTML = rows(0, 3);
        alert('1'); confirm('2'); prompt('3'); print(); window.open('/gongkai/popup');
        onbeforeunload = (event) => { event.preventDefault(); return '4'; };
        const link = document.createElement('a'); link.href = '/gongkai/file.zip'; link.download = 'a.zip';
        document.body.append(link); link.click();`),
    );
    expect(bad?.result).toMatchObject({ judgement: 'ok' });
    expect(good?.result).toMatchObject({ judgement: 'ok' });
    expect(site.times(doc(2))).toBe(1);
  }, 60_000);

  it('reaches nobody but the site, by whatever way it tries', async () => {
    const other = await hostileServer();
    const tries = `http://127.0.0.1:${other.port}`;
    const named = `http://elsewhere.example:${other.port}`;
    const markup = [tries, named]
      .flatMap((base) => [
        `<link rel="preconnect" href="${base}/1"><link rel="prefetch" href="${base}/2"><link rel="preload" as="script" href="${base}/3">`,
        `<link rel="dns-prefetch" href="${base}"><link rel="prerender" href="${base}/4"><link rel="stylesheet" href="${base}/5">`,
        `<script src="${base}/6"></script><img src="${base}/7"><iframe src="${base}/8"></iframe><object data="${base}/9"></object>`,
        `<video src="${base}/10" autoplay></video><form id="f" action="${base}/11" method="post" target="_blank"></form>`,
        `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${base}/12"]}]}</script>`,
      ])
      .join('');
    const script = `
      const bases = ${JSON.stringify([tries, named])};
      for (const base of bases) {
        const socket = base.replace('http', 'ws');
        for (const act of [
          () => fetch(base + '/a').catch(() => {}), () => navigator.sendBeacon(base + '/b', 'x'),
          () => new WebSocket(socket + '/c'), () => new EventSource(base + '/d'), () => window.open(base + '/e'),
          () => new Worker(URL.createObjectURL(new Blob(["fetch('" + base + "/f')"]))),
          () => new RTCPeerConnection({ iceServers: [{ urls: 'turn:127.0.0.1:${other.port}?transport=tcp', username: 'u', credential: 'c' }] })
            .createOffer({ offerToReceiveAudio: true }),
          () => navigator.serviceWorker.register('/gongkai/worker.js'), () => document.getElementById('f').submit(),
          () => fetch('/gongkai/away').catch(() => {}),
        ]) try { act(); } catch {}
      }
      list.innerHTML = rows(0, 3);
      setTimeout(() => { location.href = bases[0] + '/g'; }, 300);`;
    await render(scripted(script, markup), {
      '/gongkai/worker.js': (_request, response) =>
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(`fetch('${tries}/sw')`),
      '/gongkai/away': (_request, response) => response.writeHead(302, { location: `${tries}/h` }).end(),
    });
    expect(other.log).toEqual([]);
    expect(other.connections()).toBe(0);
    expect(site.times('/gongkai/away')).toBeGreaterThan(0);
  }, 60_000);

  const more = (shown: string): string =>
    scripted(
      `let n = 3; list.innerHTML = rows(0, 3); asked(0);
       const grow = () => asked(n).then(() => { n += 3; list.innerHTML = rows(0, Math.min(n, 9)); ${shown} });`,
      `<div id="more" style="height:40px" onclick="grow()">加载更多</div>`,
    ).replace('asked(0);', 'asked(0); ');

  it('whose list grows by a button is read to its end, step by step', async () => {
    const { bad } = await render(
      more(`if (n >= 9) document.getElementById('more').remove();`),
      {},
      {
        perHost: { inFlight: 2, minDelayMs: 40, maxDelayMs: 100 },
      },
    );
    expect(bad?.result).toMatchObject({ judgement: 'ok' });
    for (let i = 0; i < 9; i++) expect(site.times(doc(i))).toBe(1);
    expect(site.times('/gongkai/rows?from=6')).toBe(1);
  }, 60_000);

  it('whose list grows by scrolling is read to its end', async () => {
    const page = scripted(
      `let n = 3; list.innerHTML = rows(0, 3); asked(0);
       addEventListener('scroll', () => { if (n < 9) asked(n).then(() => { n = Math.min(n + 3, 9); list.innerHTML = rows(0, n); }); });`,
      '<div style="height:3000px"></div>',
    );
    const { bad } = await render(page);
    expect(bad?.result).toMatchObject({ judgement: 'ok' });
    for (let i = 0; i < 9; i++) expect(site.times(doc(i))).toBe(1);
  }, 60_000);

  it('whose list grows for ever is not believed to be whole', async () => {
    const page = scripted(
      `let n = 3; list.innerHTML = rows(0, 3); asked(0);
       const grow = () => { n += 1; list.innerHTML = rows(0, n); };`,
      '<button onclick="grow()">加载更多</button>',
    );
    const caps = { pageBytes: 100_000, fileBytes: 200_000, decompressedBytes: 1_000_000, redirects: 5, listPages: 4 };
    const { bad } = await render(page, {}, { caps });
    expect(bad?.result).toMatchObject({ judgement: 'unrendered' });
  }, 60_000);

  it('has its processor time counted', async () => {
    site = await startSite({ '/': listPage([doc(0)]) });
    const pinned = new Map([[HOST, { address: '127.0.0.1', port: site.port }]]);
    const options = {
      executable: browser ?? '',
      hosts: [HOST],
      pinned,
      userAgent: 'xunjian',
      timeZone: 'Asia/Shanghai',
    };
    const tabs = await Tabs.launch(options);
    await tabs.use((page) => page.goto(`http://${HOST}/`));
    const first = await tabs.cpuMs();
    await tabs.use((page) => page.evaluate('for (const end = Date.now() + 300; Date.now() < end; );'));
    const second = await tabs.cpuMs();
    await tabs.close();
    expect(first).toBeGreaterThan(0);
    expect(second - first).toBeGreaterThan(100);
    expect(await tabs.cpuMs()).toBeGreaterThanOrEqual(second);
  }, 60_000);
});
