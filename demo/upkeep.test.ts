import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from './index.ts';
import { dataPath } from './pages/list.ts';
import { columnOf } from './testing.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0 });
});
afterAll(() => demo.stop());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks by hand: a test must be able to send any Host and Origin. */
function ask(path: string, headers: Record<string, string> = {}, form?: string, method = form ? 'POST' : 'GET') {
  return new Promise<Answer>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: demo.port, path, method, headers };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(form);
  });
}

/** Where the titles in a column are read: on its page, or in what its script asks for. */
function titlesOf(unit: string, name: string): string {
  const column = columnOf(unit, name);
  return column.kind === 'script' ? `${dataPath(column)}?page=1&size=5` : column.path;
}
const guides = titlesOf('齐都镇', '信息公开指南');
const figures = titlesOf('区统计局', '统计数据');

const press = (form: string, headers: Record<string, string> = {}): Promise<Answer> => {
  const host = `linzi.localhost:${demo.port}`;
  return ask('/demo/', { host, origin: `http://${host}`, ...headers }, form);
};
const GUIDE = 'unit=lzqqdzrmzf&group=guide&to=mended';
const isMended = async (): Promise<boolean> => (await ask(guides)).body.includes('2023年版');

describe('what a crawl that asks for changes is told', () => {
  it('gives the same page the same validators, and no bytes to who has them', async () => {
    const first = await ask(guides);
    const etag = String(first.headers.etag);
    const lastModified = String(first.headers['last-modified']);
    expect(lastModified).toBe('Tue, 08 Aug 2023 00:00:00 GMT');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await ask(guides, { 'if-none-match': `"other", W/${etag}` });
    expect(again).toMatchObject({ status: 304, body: '', headers: { etag } });
    expect(await ask(guides, { 'if-modified-since': lastModified })).toMatchObject({ status: 304 });
    expect(await ask(guides, { 'if-none-match': '"other"', 'if-modified-since': lastModified })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    [guides, '齐都镇', 'guide'],
    [figures, '区统计局', 'overdue-topic'],
  ])('tells that %s has changed, and when it is back to what it was', async (path, unit, group) => {
    const before = await ask(path);
    const [etag, date] = [String(before.headers.etag), String(before.headers['last-modified'])];
    demo.mend(unit, group);
    const mended = await ask(path, { 'if-none-match': etag, 'if-modified-since': date });
    expect(mended.status).toBe(200);
    expect(mended.headers.etag).not.toBe(etag);
    expect(mended.headers['last-modified']).not.toBe(date);
    expect((await ask(path, { 'if-modified-since': date })).status).toBe(200);
    demo.spoil(unit, group);
    expect(await ask(path, { 'if-none-match': etag })).toMatchObject({ status: 304 });
    expect((await ask(path)).body).toBe(before.body);
  });
});

describe('the page on which people mend the site', () => {
  it('is told by the demo, and kept from robots', async () => {
    expect(demo.upkeep).toBe(`${demo.origin}/demo/`);
    expect((await ask('/robots.txt')).body).toContain('Disallow: /demo/');
    const shown = await ask('/demo/');
    expect(shown).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(shown.body).toContain('<title>演示网站维护</title>');
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('is linked from no page of the district', async () => {
    for (const path of ['/', '/gongkai/', '/gongkai/site_lzqqdzrmzf/', guides])
      expect((await ask(path)).body).not.toContain('/demo/');
  });

  it('mends and takes back what a form of its own asks for', async () => {
    expect(await press(GUIDE)).toMatchObject({
      status: 303,
      headers: { location: expect.stringMatching(/^\/demo\//) },
    });
    expect(await isMended()).toBe(true);
    expect((await press(GUIDE)).status).toBe(303);
    expect((await press(GUIDE.replace('mended', 'original'))).status).toBe(303);
    expect(await isMended()).toBe(false);
  });

  it('takes the loopback address for its own name', async () => {
    const host = `127.0.0.1:${demo.port}`;
    expect((await press(GUIDE, { host, origin: `http://${host}` })).status).toBe(303);
    demo.spoil('齐都镇', 'guide');
  });

  it.each([
    ['a page of another port', { origin: 'http://linzi.localhost:1' }],
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page without an origin', { origin: 'null' }],
    ['a foreign name that points here', { host: 'evil.example', origin: 'http://evil.example' }],
    ['a host that is no host', { host: 'a b', origin: 'http://a b' }],
  ])('lets %s press nothing', async (_, headers) => {
    expect(await press(GUIDE, headers)).toMatchObject({ status: 403, body: expect.stringContaining('操作未执行') });
    expect(await isMended()).toBe(false);
  });

  it('lets who names no origin press nothing', async () => {
    expect((await ask('/demo/', {}, GUIDE)).status).toBe(403);
    expect(await isMended()).toBe(false);
  });

  it.each([
    ['', '提交的内容不完整'],
    ['unit=lzqqdzrmzf&group=guide&to=elsewhere', '提交的内容不完整'],
    [`${GUIDE}&more=${'x'.repeat(10_000)}`, '提交的内容不完整'],
    ['unit=%3Cb%3E&group=guide&to=mended', '&lt;b&gt;'],
    ['unit=lzqqdzrmzf&group=privacy&to=mended', '演示网站没有这一类问题'],
  ])('says what is wrong with %.60s', async (form, message) => {
    const answer = await press(form || ' ');
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(message);
    expect(await isMended()).toBe(false);
  });

  it('answers no other method, and the site itself none that changes anything', async () => {
    expect(await ask('/demo/', {}, undefined, 'DELETE')).toMatchObject({ status: 405 });
    expect(await ask('/gongkai/', {}, GUIDE)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});
