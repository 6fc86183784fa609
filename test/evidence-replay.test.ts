import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../src/crawl/browser.ts';
import { writeEvidenceFolder } from './support/evidence-folder.ts';
import { PAGES } from './support/evidence-nights.ts';
import { type Loopback, serveOnLoopback } from './support/loopback.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { unzip } from './support/unzip.ts';
import { xunjian } from './support/xunjian.ts';

/** ReplayWeb.page as its makers publish it: a page, its script and its service worker. */
const viewer = dirname(createRequire(import.meta.url).resolve('replaywebpage/index.html'));
const folder = longLivedFolder();
const wacz = join(folder, 'case.wacz');
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', wacz: 'application/wacz' };

let browser: Browser;
let server: Loopback;
let pages: { url: string; ts: string; title: string }[];

beforeAll(async () => {
  const data = join(folder, 'data');
  await writeEvidenceFolder(data);
  expect((await xunjian('evidence', 'export', '--data', data, '--unit', 'qyjj', '--out', wacz, '--quiet')).code).toBe(
    0,
  );
  const lines = (await unzip(wacz)).get('pages/pages.jsonl')?.toString().trimEnd().split('\n').slice(1) ?? [];
  pages = lines.map((line) => JSON.parse(line));
  server = await serveOnLoopback(serve);
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('this test needs Chromium');
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Files of the viewer and the exported case, in ranges where asked for. */
function serve({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
  const path = new URL(url, 'http://a').pathname;
  const file = path === '/case.wacz' ? wacz : join(viewer, path === '/' ? 'index.html' : path);
  if (!file.startsWith(path === '/case.wacz' ? folder : viewer) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const size = statSync(file).size;
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  const start = from ? Number(from) : to ? size - Number(to) : 0;
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  response.writeHead(headers.range ? 206 : 200, {
    'content-type': TYPES[path === '/' ? 'html' : (path.split('.').at(-1) ?? '')] ?? 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...(headers.range && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  createReadStream(file, { start, end }).pipe(response);
}

/** What ReplayWeb.page shows of a listed page. */
async function replayed(title: string): Promise<{ title: string; text: string; html: string }> {
  const listed = pages.find((page) => page.title === title);
  if (!listed) throw new Error(`no page ${title} among ${pages.map((page) => page.title).join()}`);
  const page = await browser.newPage();
  const at = new URLSearchParams({ view: 'pages', url: listed.url, ts: listed.ts.replace(/\D/g, '').slice(0, 14) });
  const origin = `http://127.0.0.1:${server.port}`;
  const navigated = page.waitForEvent('framenavigated', { predicate: isReplay, timeout: 25_000 });
  await page.goto(`${origin}/?source=${encodeURIComponent(`${origin}/case.wacz`)}#${at}`);
  const frame = await navigated;
  await frame.waitForLoadState('load');
  const seen = { title: await frame.title(), text: await frame.innerText('body'), html: await frame.content() };
  await page.close();
  return seen;
}

/** The frame in which its service worker shows what was archived. */
const isReplay = (frame: Frame): boolean => /\/w\/[^/]+\/.*\d{14}mp_\//.test(frame.url());

describe('an exported case in ReplayWeb.page', () => {
  it('shows a document in Chinese', async () => {
    expect(await replayed('关于防汛值守的通知（2023-08-08复核未变）')).toMatchObject({
      title: '关于防汛值守的通知',
      text: expect.stringContaining('请做好汛期值守工作。'),
    });
  });

  it('shows a GB18030 page whose payload is that of the night before', async () => {
    const listed = pages.filter(({ url }) => url === PAGES.gbk).map(({ ts }) => ts);
    expect(listed).toEqual(['2023-08-08T14:00:02.250Z']);
    expect((await replayed('关于秋季招生的通知')).text).toContain('招生对象为年满六周岁的儿童。');
  });

  it('shows a list filled by script as the browser saw it, each page of it', async () => {
    expect((await replayed('部门文件（浏览器画面第1页）')).text).toContain('关于防汛值守的通知');
    expect((await replayed('部门文件（浏览器画面第2页）')).text).toContain('关于秋季招生的通知');
    expect((await replayed('部门文件（服务器应答）')).text).toContain('正在加载');
  });

  it('shows the picture', async () => {
    expect((await replayed('部门文件（截图）')).html).toContain('<img');
  });

  it('follows a redirect to the page it led to', async () => {
    expect((await replayed('关于防汛值守的通知')).text).toContain('各街道办事处');
  });
});

describe('the viewer', () => {
  it('is the release that was tried', () => {
    const manifest: { version: string } = JSON.parse(readFileSync(join(viewer, 'package.json'), 'utf8'));
    expect(manifest.version).toBe('2.5.3');
  });
});
