import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { workshop } from '../../src/crawl/site.fixture.ts';
import type { Capture } from '../../src/model/capture.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { whyUnread } from '../../src/model/why.ts';
import { districtPlan, NOWHERE, PAGES, verdictsOn } from './district.ts';
import { type Answer, hostileServer, raw, redirect, say } from './hostile-server.ts';

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n';
const page = (body: string): string => `<html><head><title>某区</title></head><body>${body}</body></html>`;
const half = (html: string): Buffer => Buffer.from(html).subarray(0, Math.floor(html.length / 2));

/** What may come in place of a page, made of the page itself. */
const FAULTS: Readonly<Record<string, (html: string) => Answer>> = {
  'a reset': () => (socket) => void socket.resetAndDestroy(),
  'a body that stops': (html) => (socket) =>
    void socket.write(Buffer.concat([Buffer.from(`${HEAD}Content-Length: 99999\r\n\r\n`), half(html)])),
  'half a body': (html) => raw(Buffer.concat([Buffer.from(`${HEAD}Content-Length: 99999\r\n\r\n`), half(html)])),
  'half a body that calls itself whole': (html) => say(200, half(html)),
  'damaged gzip': (html) => say(200, gzipSync(html).subarray(0, 80), 'Content-Encoding: gzip'),
  'no HTTP': () => raw('hello\r\n\r\n'),
  'too much': () => say(200, 'x'.repeat(250_000)),
  'a redirect to itself':
    () =>
    (socket, { path }) =>
      redirect(path)(socket, {} as never),
  'a redirect to the front page': () => redirect('/gongkai/'),
  'a redirect out of the site': () => redirect('http://elsewhere.example/'),
  'a script to the front page': () => say(200, page('<script>location.href="/gongkai/"</script>')),
  '403': () => say(403, page('<h1>403 Forbidden</h1>')),
  '404': () => say(404, page('<h1>404 Not Found</h1>')),
  '500': () => say(500, page('<h1>500</h1>')),
  '503': () => say(503, ''),
  'a challenge': () => say(200, page('<script>document.cookie="acw_sc__v2=1";location.reload()</script>')),
  'a challenge in words': () => say(200, page('<p>正在进行安全验证，请完成验证后继续访问</p>')),
  'a log-in': () => say(200, page('<form>密码<input type="password"></form>')),
  'a maintenance page': () => say(200, page('<h1>网站升级维护中，请稍后访问</h1>')),
  nothing: () => say(200, ''),
  'a blank page': () => say(200, page(' ')),
  'a shell': () => say(200, page('<div id="app"></div><script src="/app.js"></script>')),
  'what the site says of nothing': () => say(200, NOWHERE),
  'an error in JSON': () => say(200, '{"code":500,"msg":"error"}', 'Content-Type: application/json'),
};

async function inspect(spoilt: string | null, fault: (html: string) => Answer) {
  const shop = await workshop();
  try {
    const server = await hostileServer();
    server.answer(/\/xunjian-/, say(200, NOWHERE));
    server.answer('/gongkai/', say(200, page('<h1>政务公开</h1>')));
    for (const [path, html] of Object.entries(PAGES))
      server.answer(
        path,
        path === spoilt ? fault(html) : path.endsWith('.txt') ? say(200, html, 'Content-Type: text/plain') : html,
      );
    const plan = districtPlan(server.port);
    await shop.run(plan, { timeOuts: { connect: 1000, headers: 150, body: 150, total: 400 } });
    const verdicts = await verdictsOn(shop.dataDir, plan);
    const captures =
      spoilt === null ? [] : [...(await shop.captures(spoilt, 'rendered')), ...(await shop.captures(spoilt))];
    // What the browser says of a shell stands for it.
    const capture = captures.find(({ result }) => whyUnread(result) !== null) ?? captures[0];
    const record = capture ? await shop.open(capture) : null;
    await server.stop();
    return { verdicts, capture, record };
  } finally {
    await shop.close();
  }
}

/** One page of every kind; all of them take minutes. */
const VICTIMS = Object.keys(PAGES).filter((path) => !/doc_[12456]\.html$/.test(path) || path.includes('/policy/'));

const accusations = (verdicts: readonly Verdict[]): Set<string> =>
  new Set(verdicts.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id));

/** That a page or a file is gone is a finding of its own, where the answer says so for certain. */
const tellsGone = ({ check, message, evidence }: Verdict, capture: Capture | undefined): boolean =>
  GONE.has(`${check}/${message}`) &&
  capture?.result.tag === 'responded' &&
  ['not-found', 'soft-404'].includes(capture.result.judgement) &&
  evidence.some(({ url }) => url === capture.url);
const GONE = new Set(['links/dead', 'attachments/broken']);

describe('a district with one page spoilt', () => {
  let healthy: readonly Verdict[];
  it('is judged where nothing is spoilt', async () => {
    healthy = (await inspect(null, () => say(404, ''))).verdicts;
    const count = (kind: Verdict['verdict']) => healthy.filter(({ verdict }) => verdict === kind).length;
    expect(count('fail')).toBeGreaterThan(2);
    expect(count('pass')).toBeGreaterThan(4);
  });

  it.each(Object.entries(FAULTS))(
    'by %s: nobody is accused for it, and there is evidence of it',
    async (name, fault) => {
      const before = accusations(healthy);
      for (const path of VICTIMS) {
        const { verdicts, capture, record } = await inspect(path, fault);
        const added = verdicts.filter(({ verdict, id }) => verdict === 'fail' && !before.has(id));
        const accused = added.filter((one) => !tellsGone(one, capture));
        expect(accused.map(({ id, text }) => `${path}: ${id} ${text}`)).toEqual([]);
        // Half a text file that calls itself whole is a text file.
        if (name === 'half a body that calls itself whole' && path.endsWith('.txt')) continue;
        expect(capture && whyUnread(capture.result), path).not.toBeNull();
        expect(record?.type, path).toBe(capture?.result.tag === 'responded' ? 'response' : 'metadata');
      }
    },
    120_000,
  );
});
