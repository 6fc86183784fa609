import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Judgement, NetCode, NetPhase, SkipReason } from '../../src/model/capture.ts';
import { type Answer, hostileServer, raw, redirect, say } from './hostile-server.ts';
import { HOST, lookAt } from './look.ts';

const PATH = '/gongkai/site_a/channel_1/doc_1.html';
const URL_ = `http://${HOST}${PATH}`;
const ARTICLE = `<html><head><title>关于防汛工作的通知</title></head><body><h1>关于防汛工作的通知</h1>
<div>发布日期：2023-05-06</div><p>${'各村各单位要落实防汛责任，加强巡查值守。'.repeat(30)}</p></body></html>`;
const BYTES = Buffer.from(ARTICLE);
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n';

async function lookAtAnswer(answer: Answer | string) {
  const server = await hostileServer();
  server.answer(PATH, answer);
  return { server, ...(await lookAt(server.port, URL_)) };
}
const packed = (coding: string, bytes: Uint8Array): Answer => say(200, bytes, `Content-Encoding: ${coding}`);
const page = (body: string, head = ''): string => `<html><head>${head}</head><body>${body}</body></html>`;

describe('no answer', () => {
  const never: Answer = () => {};
  const hang =
    (bytes: string): Answer =>
    (socket) =>
      void socket.write(bytes);
  const drip: Answer = (socket) => {
    socket.write(`${HEAD}\r\n`);
    const timer = setInterval(() => socket.write('.'), 50);
    socket.on('close', () => clearInterval(timer));
  };
  it.each<[string, Answer, NetCode, NetPhase, partly: boolean]>([
    ['the connection is reset before the headers', (socket) => void socket.resetAndDestroy(), 'reset', 'send', false],
    ['the connection ends before the headers', (socket) => void socket.end(), 'reset', 'send', false],
    ['the headers break off', raw('HTTP/1.1 200 OK\r\nContent-Ty', 'reset'), 'reset', 'send', false],
    ['the headers never come', never, 'timeout', 'send', false],
    ['the headers never end', hang('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'), 'timeout', 'send', false],
    ['the body never comes', hang(`${HEAD}\r\n`), 'timeout', 'body', true],
    ['the body stops', hang(`${HEAD}Content-Length: 5000\r\n\r\n<html><body>`), 'timeout', 'body', true],
    ['the body drips for ever', drip, 'timeout', 'body', true],
    ['no HTTP at all', raw('SSH-2.0-OpenSSH_9.2\r\n'), 'protocol', 'send', false],
    ['a status line that is none', raw('HTTP/1.1 OK 200\r\n\r\n'), 'protocol', 'send', false],
    ['a header without end', raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(300_000)}`), 'protocol', 'send', false],
    ['many headers', raw(`HTTP/1.1 200 OK\r\n${'X-Y: z\r\n'.repeat(20_000)}\r\n`), 'protocol', 'send', false],
    ['two lengths', raw(`${HEAD}Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello`), 'protocol', 'body', false],
    ['more than the cap', say(200, 'x'.repeat(100_001)), 'too-large', 'body', true],
    ['more than the cap, length untold', raw(`${HEAD}\r\n${'x'.repeat(100_001)}`), 'too-large', 'body', true],
    ['a gzip bomb', packed('gzip', gzipSync(Buffer.alloc(2_000_000))), 'too-large', 'body', true],
    ['a brotli bomb', packed('br', brotliCompressSync(Buffer.alloc(2_000_000))), 'too-large', 'body', true],
    ['a deflate bomb', packed('deflate', deflateSync(Buffer.alloc(2_000_000))), 'too-large', 'body', true],
    [
      'a bomb within a bomb',
      packed('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(9_000_000)))),
      'too-large',
      'body',
      true,
    ],
    [
      'a redirect to itself that wants a cookie',
      say(302, '', `Location: ${PATH}`, 'Set-Cookie: a=1'),
      'redirect-loop',
      'send',
      true,
    ],
  ])('%s', async (_name, answer, code, phase, partly) => {
    const { capture, failure, records } = await lookAtAnswer(answer);
    expect(capture.result).toEqual({ tag: 'no-response', code, phase });
    expect(failure).toMatchObject({ code, phase });
    expect(failure?.message).not.toBe('');
    expect(records[capture.recordIndex]?.type).toBe('metadata');
    expect(records.some(({ type }) => type === 'response')).toBe(partly);
  });

  it('nobody listens, and a name that nobody has', async () => {
    const server = await hostileServer();
    await server.stop();
    const refused = await lookAt(server.port, URL_);
    expect(refused.capture.result).toEqual({ tag: 'no-response', code: 'refused', phase: 'connect' });
    const nameless = await lookAt(server.port, URL_, 'nobody.invalid:80');
    expect(nameless.capture.result).toEqual({ tag: 'no-response', code: 'dns', phase: 'dns' });
  });

  it('keeps what came of an answer that stopped', async () => {
    const { records } = await lookAtAnswer(hang(`${HEAD}Content-Length: 5000\r\n\r\n<html><body>half`));
    const part = records.find(({ type }) => type === 'response');
    expect(Buffer.from(part?.payload ?? []).toString()).toBe('<html><body>half');
    expect(part?.fields).toEqual([['WARC-Truncated', 'time']]);
  });

  it('follows no more redirects than the cap', async () => {
    const server = await hostileServer();
    server.answer(/./, (socket, { path }) => redirect(`${path}x`)(socket, {} as never));
    const { capture } = await lookAt(server.port, URL_);
    expect(capture.result).toEqual({ tag: 'no-response', code: 'redirect-loop', phase: 'send' });
    expect(server.log).toHaveLength(6);
  });
});

describe('half an answer', () => {
  const gzip = gzipSync(BYTES);
  const damaged = Buffer.from(gzip);
  damaged.fill(0, 40, 60);
  it.each<[string, Answer]>([
    ['shorter than it says', raw(`${HEAD}Content-Length: ${BYTES.length + 100}\r\n\r\n${ARTICLE}`)],
    ['reset in the body', raw(`${HEAD}Content-Length: 9000\r\n\r\n<html><body>`, 'reset')],
    ['chunks without an end', raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\n10\r\n<html><body>text\r\n`)],
    ['a chunk that is none', raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\nzz\r\n`)],
    [
      'longer than it says',
      raw(`${HEAD}Content-Length: 300\r\nConnection: close\r\n\r\n${'<html><body><ul><li>'}${ARTICLE}`),
    ],
    ['gzip cut short', packed('gzip', gzip.subarray(0, 60))],
    ['gzip without its sum', packed('gzip', gzip.subarray(0, -8))],
    ['gzip that is damaged', packed('gzip', damaged)],
    ['plain text said to be gzip', packed('gzip', BYTES)],
    ['gzip said to be brotli', packed('br', gzip)],
    ['an encoding that we do not know', packed('zstd', BYTES)],
    ['a part that nobody asked for', say(206, ARTICLE, 'Content-Range: bytes 0-99/9999')],
    ['closed by nothing', say(200, `<html><body><div><ul><li>${'甲'.repeat(50)}</li>`)],
  ])('%s', async (_name, answer) => {
    const { capture, records, body } = await lookAtAnswer(answer);
    expect(capture.result).toMatchObject({ tag: 'responded', judgement: 'truncated' });
    expect(body.length === 0 || records[capture.recordIndex]?.payload.length).toBeTruthy();
    expect(records[capture.recordIndex]?.payload.length).toBeGreaterThan(0);
  });
});

describe('a whole answer', () => {
  it.each<[string, Answer]>([
    ['gzip', packed('gzip', gzipSync(BYTES))],
    ['x-gzip', packed('x-gzip', gzipSync(BYTES))],
    ['deflate with its header', packed('deflate', deflateSync(BYTES))],
    ['deflate without', packed('deflate', deflateRawSync(BYTES))],
    ['brotli', packed('br', brotliCompressSync(BYTES))],
    ['gzip twice', packed('gzip, gzip', gzipSync(gzipSync(BYTES)))],
    ['HTTP/1.0 without a length', raw(`HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${ARTICLE}`)],
    ['chunks', raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\n${BYTES.length.toString(16)}\r\n${ARTICLE}\r\n0\r\n\r\n`)],
    [
      'after an early hint',
      raw(`HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n${HEAD}Content-Length: ${BYTES.length}\r\n\r\n${ARTICLE}`),
    ],
    ['with NUL bytes in it', say(200, ARTICLE.replace('防汛责任', '防汛\0责任'))],
  ])('%s', async (_name, answer) => {
    const { capture, body } = await lookAtAnswer(answer);
    expect(capture.result).toEqual({ tag: 'responded', status: 200, judgement: 'ok' });
    expect(Buffer.from(body).toString()).toContain('关于防汛工作的通知');
  });
});

describe('an answer that is no page', () => {
  const script = (code: string): string => page(`<script>${code}</script>`);
  it.each<[string, Answer | string, Judgement]>([
    ['204', raw('HTTP/1.1 204 No Content\r\n\r\n'), 'unrendered'],
    ['304 unasked', raw('HTTP/1.1 304 Not Modified\r\n\r\n'), 'server-error'],
    ['a redirect without a place', say(302, ''), 'server-error'],
    ['a redirect to no address', redirect('http://'), 'server-error'],
    ['nothing at all', '', 'unrendered'],
    ['white space', page(' \n\t&nbsp; '), 'unrendered'],
    ['a shell', page('<div id="app"></div><script src="/app.js"></script>'), 'unrendered'],
    ['403', say(403, page('Forbidden')), 'blocked'],
    ['412 with an empty script', say(412, script('$_ts=window["$_ts"];')), 'blocked'],
    ['202 with an empty script', say(202, script('var a=1;')), 'blocked'],
    ['521 with a script', say(521, script('document.cookie="__jsl_clearance=1";location.reload()')), 'blocked'],
    ['a cookie script with 200', script("var arg1='3000176000856006061501533003690027800375';"), 'blocked'],
    ['a foreign firewall', say(503, page('', '<title>Just a moment...</title>')), 'blocked'],
    ['a log-in form', page('<form>账号<input name="u">密码<input type="password"></form>'), 'login'],
    ['a maintenance page', page('<h1>网站升级维护中</h1>'), 'maintenance'],
    ['a maintenance page with 503', say(503, page('<h1>网站升级维护中</h1>')), 'maintenance'],
    ['an error page', page('<h1>系统繁忙，请稍后再试</h1>'), 'server-error'],
    ['a page that says that it is gone', page('<h1>您访问的页面不存在</h1>'), 'soft-404'],
    ['JSON that says so', say(200, '{"code":404,"msg":"none"}', 'Content-Type: application/json'), 'soft-404'],
    ['JSON of an error', say(200, '{"success":false}', 'Content-Type: application/json'), 'server-error'],
    ['one line in place of a file', say(200, 'File not found.', 'Content-Type: text/plain'), 'soft-404'],
    ['a refresh to the front page', page('', '<meta http-equiv="refresh" content="0; url=/gongkai/">'), 'soft-404'],
    ['a script to the front page', script('window.location.href = "/";'), 'soft-404'],
    ['a script to a page for this', script("location.replace('/404.html')"), 'soft-404'],
    ['a script to the log-in', script("top.location='/login.jsp'"), 'login'],
    ['a refresh to elsewhere', page('', '<meta http-equiv=refresh content="1;url=http://b.example/">'), 'unrendered'],
  ])('%s', async (_name, answer, judgement) => {
    const { capture, records } = await lookAtAnswer(answer);
    expect(capture.result).toMatchObject({ tag: 'responded', judgement });
    expect(records[capture.recordIndex]?.type).toBe('response');
  });

  it.each<[string, string, Judgement]>([
    ['the front page', '/gongkai/index.html', 'soft-404'],
    ['a page for this', '/error/404.html', 'soft-404'],
    ['the log-in', '/cas/login', 'login'],
  ])('a redirect to %s', async (_name, target, judgement) => {
    const server = await hostileServer();
    server.answer(PATH, redirect(target));
    server.answer(target, ARTICLE);
    const { capture } = await lookAt(server.port, URL_);
    expect(capture.result).toMatchObject({ judgement });
  });

  it.each<[string, string, SkipReason]>([
    ['another host', 'http://elsewhere.example/', 'scope'],
    ['a private address', 'http://192.168.1.1/', 'scope'],
    ['another scheme', 'ftp://gk.example/list', 'scope'],
    ['a file', 'file:///etc/passwd', 'scope'],
    ['a script', 'javascript:alert(1)', 'scope'],
  ])('a redirect to %s is not followed', async (_name, target, why) => {
    const { capture, failure, records } = await lookAtAnswer(redirect(target));
    expect(capture.result).toEqual({ tag: 'not-attempted', why });
    expect(failure).toMatchObject({ why });
    expect(records[0]?.type).toBe('response');
  });
});
