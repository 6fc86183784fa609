import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, serveOnLoopback } from '../../test/support/loopback.ts';
import { findBrowser } from '../crawl/browser.ts';
import { capturedPage, type SafePage } from './captured-page.ts';
import { HOSTILE, HOSTILE_BYTES } from './captured-page-hostile.fixture.ts';

let server: Loopback;
let browser: Browser;
let context: BrowserContext;
let documents: readonly string[] = [];
let outer = '';

beforeAll(async () => {
  server = await serveOnLoopback(({ url = '' }, outgoing) => {
    const html = url === '/' ? outer : documents[Number(/^\/document-(\d+)$/.exec(url)?.[1])];
    outgoing.writeHead(html === undefined ? 204 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('this test needs Chromium');
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  context = await browser.newContext({ bypassCSP: true });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
/** As a string: the types of this program know no DOM. */
const TOUCH = `for (const element of document.querySelectorAll('*')) {
  for (const name of ['mouseover', 'mousemove', 'mousedown', 'pointerover', 'focusin', 'animationstart', 'transitionend', 'toggle'])
    element.dispatchEvent(new Event(name, { bubbles: true }));
  if (element.focus) element.focus();
  if (element.click) element.click();
}`;
/** Time for what an attack puts off, in milliseconds of the browser. */
const LATER = 'new Promise((resolve) => setTimeout(resolve, 500))';

/**
 * Opens documents in frames without any policy, touches everything in them, and tells what they did: dialogs, requests,
 * windows, and frames that went elsewhere or have others in them.
 */
async function happenings(html: readonly string[], { sandbox = '', touch = true } = {}): Promise<string[]> {
  documents = html.map((one) => one.replace(POLICY, ''));
  outer = html.map((_, at) => `<iframe ${sandbox} src="/document-${at}"></iframe>`).join('');
  const page = await context.newPage();
  const happened: string[] = [];
  const isOurs = (url: string): boolean =>
    url === `${origin()}/` || /^data:image\/\w+;base64/.test(url) || /^\/document-\d+$/.test(url.replace(origin(), ''));
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss().catch(() => {});
  });
  page.on('request', (request) => {
    if (!isOurs(request.url())) happened.push(`request ${request.url()}`);
  });
  page.on('popup', (popup) => happened.push(`window ${popup.url()}`));
  page.on('pageerror', (error) => happened.push(`script ${error.message}`));
  await page.goto(`${origin()}/`, { waitUntil: 'load' });
  const frames = page.mainFrame().childFrames();
  expect(frames).toHaveLength(html.length);
  if (touch) for (const frame of frames) await frame.evaluate(TOUCH);
  await page.evaluate(LATER);
  for (const [at, frame] of frames.entries()) {
    if (frame.url() !== `${origin()}/document-${at}`) happened.push(`address ${frame.url()}`);
    happened.push(...frame.childFrames().map((inner) => `frame ${at} ${inner.url()}`));
  }
  await page.close();
  return happened;
}

const origin = (): string => `http://127.0.0.1:${server.port}`;
/** Each attack tells its number. */
const attacks = (): string[] =>
  Object.values(HOSTILE).map((page, at) =>
    page.replaceAll('RUN', `alert(${at})`).replaceAll('ASK', `${origin()}/asked-${at}`),
  );

describe('a captured page in a browser, without policy or sandbox', () => {
  it('is watched closely enough: as they were captured, many of these pages do something by themselves', async () => {
    const sandbox = 'sandbox="allow-scripts allow-modals allow-same-origin"';
    const happened = await happenings(attacks(), { sandbox, touch: false });
    const numbers = happened.flatMap((one) => /^(?:dialog |request .*\/asked-)(\d+)/.exec(one)?.[1] ?? []);
    expect(new Set(numbers).size).toBeGreaterThan(30);
  }, 120_000);

  it('runs nothing, asks for nothing and leads nowhere', async () => {
    const pages = attacks().map((page) => pageOf(Buffer.from(page), 'text/html; charset=utf-8', 'press'));
    const others = Object.values(HOSTILE_BYTES).map(([bytes, type]) => pageOf(bytes, type));
    expect(pages.filter(({ marked }) => marked).length).toBeGreaterThan(5);
    expect(await happenings([...pages, ...others].map(({ html }) => html))).toEqual([]);
  }, 120_000);

  it('shows the quoted place, whatever the styles of the page are, and is jumped to by its name', async () => {
    const page = `<style>*,mark,.xunjian-quote,#quote{font-size:0!important;display:none!important;color:#fff!important}
      .far{height:5000px}</style><p class=far>前文</p><p>各街道办事处：<b>请做好</b>值守工作。</p>`;
    documents = [pageOf(Buffer.from(page), 'text/html', '请做好值守').html];
    const tab = await context.newPage();
    await tab.goto(`${origin()}/document-0#quote`);
    const mark = tab.locator('#quote');
    expect(await mark.textContent()).toBe('请做好');
    const box = await mark.boundingBox();
    expect(box?.height).toBeGreaterThan(10);
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(tab.viewportSize()?.height ?? 0);
    await tab.close();
  });
});

function pageOf(bytes: Uint8Array, contentType: string, quote?: string): SafePage {
  const page = capturedPage(bytes, contentType, 'http://gk.example/', quote);
  if (!page) throw new Error('not shown');
  return page;
}
