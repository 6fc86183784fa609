import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveOnLoopback } from '../../test/support/loopback.ts';
import type { Robot } from '../model/console-settings.ts';
import type { MessageDraft } from '../model/message.ts';
import { DeliveryError } from './delivery-error.ts';
import { sender } from './send.ts';

const NOW = new Date('2023-08-08T01:00:00Z');
const KEY = 'bc1f-very-secret';
const SECRET = 'SECmore-secret';
/** Milliseconds for servers that answer, and for those that never do. */
const LONG = 20_000;
const SHORT = 200;

const message = (more: Partial<MessageDraft> = {}): MessageDraft => ({
  ...{ about: 'due/2023Q2/2023-08-08', channel: 'wecom', recipient: '工作群' },
  subject: '【巡检】整改提醒',
  body: '2 个单位尚未整改：\n区司法局：3 项\n详见 https://xunjian.example.gov.cn/rectification',
  ...more,
});

type Answer = (asked: Asked, response: ServerResponse) => void;
interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly contentType: string;
  readonly body: unknown;
}

const saying =
  (answer: unknown, status = 200): Answer =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof answer === 'string' ? answer : JSON.stringify(answer));

/** A robot's server until the test is over; `robots` lead to it. */
async function robotServer(answer: Answer = saying({ errcode: 0, errmsg: 'ok' })) {
  const asked: Asked[] = [];
  const { port, stop } = await serveOnLoopback(async (incoming: IncomingMessage, response) => {
    const one: Asked = {
      method: incoming.method ?? '',
      url: new URL(incoming.url ?? '', 'http://127.0.0.1'),
      contentType: incoming.headers['content-type'] ?? '',
      body: await json(incoming),
    };
    asked.push(one);
    answer(one, response);
  });
  onTestFinished(stop);
  const url = `http://127.0.0.1:${port}/send?key=${KEY}`;
  const robots: Robot[] = [
    { name: '工作群', kind: 'wecom', url, secret: null },
    { name: '检查组', kind: 'dingtalk', url, secret: SECRET },
    { name: '关键词群', kind: 'dingtalk', url, secret: null },
  ];
  return { asked, robots, send: sender({ mail: null, robots }, () => NOW, LONG) };
}

/** The text that WeCom would show. */
const contentOf = (asked: readonly Asked[]): string =>
  asked.map(({ body }) => (body as { markdown: { content: string } }).markdown.content).join();

async function failureOf(sending: Promise<void>): Promise<DeliveryError> {
  const error = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`no DeliveryError: ${error}`);
  return error;
}

describe('a robot of WeCom', () => {
  it('gets the message as markdown', async () => {
    const { send, asked } = await robotServer();
    await send(message());
    expect(asked).toMatchObject([{ method: 'POST', contentType: expect.stringMatching(/^application\/json\b/) }]);
    expect(asked[0]?.url.search).toBe(`?key=${KEY}`);
    const link = 'https://xunjian.example.gov.cn/rectification';
    const content = `**【巡检】整改提醒**\n2 个单位尚未整改：\n区司法局：3 项\n详见 [${link}](${link})`;
    expect(asked[0]?.body).toEqual({ msgtype: 'markdown', markdown: { content } });
  });

  it('gets at most 4096 bytes, in whole characters', async () => {
    const { send, asked } = await robotServer();
    await send(message({ body: '区司法局𠮷\n'.repeat(1000) }));
    const content = contentOf(asked);
    expect(Buffer.byteLength(content)).toBeGreaterThan(4080);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
    expect(content).not.toContain('\uFFFD');
  });

  it('is made to mention nobody and to mark up nothing by what a name says', async () => {
    const { send, asked } = await robotServer();
    await send(message({ body: '<@all> **甲局** [点此](javascript:x) `code`' }));
    const content = contentOf(asked);
    expect(content.split('\n')[1]).toBe('＜@all＞ ＊＊甲局＊＊ ［点此］(javascript:x) ｀code｀');
  });
});

describe('a robot of DingTalk', () => {
  it('gets the message signed where it has a secret', async () => {
    const { send, asked } = await robotServer();
    await send(message({ channel: 'dingtalk', recipient: '检查组' }));
    const query = asked[0]?.url.searchParams;
    const timestamp = String(NOW.getTime());
    const sign = createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`, 'utf8').digest('base64');
    expect(Object.fromEntries(query ?? [])).toEqual({ key: KEY, timestamp, sign });
    expect(asked[0]?.body).toMatchObject({
      msgtype: 'markdown',
      markdown: { title: '【巡检】整改提醒', text: expect.stringContaining('\n\n区司法局：3 项\n\n') },
    });
  });

  it('gets it without a signature where it goes by a keyword, which the message has', async () => {
    const { send, asked } = await robotServer();
    await send(message({ channel: 'dingtalk', recipient: '关键词群' }));
    expect(asked[0]?.url.search).toBe(`?key=${KEY}`);
    expect(JSON.stringify(asked[0]?.body)).toContain('巡检');
  });
});

describe('a robot that does not take a message', () => {
  const CASES: [string, Answer, RegExp][] = [
    [
      'an errcode',
      saying({ errcode: 93000, errmsg: `invalid webhook url ${KEY}` }),
      /93000：invalid webhook url \*\*\*/,
    ],
    ['an errcode that is not known', saying({ errcode: 7 }), /没有接受消息（7）/],
    ['a server error', saying({ errcode: 0 }, 500), /HTTP 500/],
    ['an answer that is none', saying('<html>'), /不是规定的格式/],
    ['JSON that says nothing', saying('null'), /不是规定的格式/],
    ['an endless answer', saying(`{"errcode":0,"errmsg":"${'x'.repeat(100_000)}"}`), /不是规定的格式/],
    ['a connection that ends', (_, response) => response.destroy(), /连接不上/],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"errcode":0');
        setImmediate(() => response.destroy());
      },
      /连接不上/,
    ],
  ];
  it.each(CASES)('says %s, and nothing secret', async (_, answer, words) => {
    const { send } = await robotServer(answer);
    for (const one of [message(), message({ channel: 'dingtalk', recipient: '检查组' })]) {
      const { message: said } = await failureOf(send(one));
      expect(said).toMatch(words);
      expect(said).not.toMatch(new RegExp(`${KEY}|${SECRET}`));
    }
  });

  it('says what the security settings want', async () => {
    const { send } = await robotServer(saying({ errcode: 310000, errmsg: 'sign not match' }));
    const { message: said } = await failureOf(send(message({ channel: 'dingtalk', recipient: '检查组' })));
    expect(said).toContain('关键词设为 巡检');
  });

  it('is not followed elsewhere', async () => {
    const elsewhere = await robotServer();
    const target = elsewhere.robots[0]?.url ?? '';
    const { send } = await robotServer((_, response) => response.writeHead(307, { location: target }).end());
    expect((await failureOf(send(message()))).message).toContain('转到了别处（HTTP 307）');
    expect(elsewhere.asked).toEqual([]);
  });

  it('is given up when it never answers', async () => {
    const { robots } = await robotServer(() => {});
    const send = sender({ mail: null, robots }, () => NOW, SHORT);
    expect((await failureOf(send(message()))).message).toContain('没有在 0.2 秒内应答');
  });

  it('is told to be missing where the settings do not name it', async () => {
    const { send } = await robotServer();
    for (const [more, words] of [
      [{ recipient: '另一群' }, '名为“另一群”的企业微信机器人'],
      [{ channel: 'dingtalk', recipient: '工作群' }, '名为“工作群”的钉钉机器人'],
      [{ channel: 'mail', recipient: 'a@example.com' }, '没有设置邮件服务器'],
    ] as const)
      expect((await failureOf(send(message(more)))).message).toContain(words);
  });
});
