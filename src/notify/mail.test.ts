import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { MailServer } from '../model/console-settings.ts';
import type { MessageDraft } from '../model/message.ts';
import { DeliveryError } from './delivery-error.ts';
import { sendMail } from './mail.ts';
import { decodedHeader, mailServerAt, smtpServer } from './smtp.fixture.ts';

const NOW = new Date('2023-08-08T01:00:00Z');
const PASSWORD = 'open sesame';
const LOGIN = { user: 'xunjian', password: PASSWORD };
/** Milliseconds for servers that answer, and for those that never do. */
const LONG = 20_000;
const SHORT = 300;

const MESSAGE: MessageDraft = {
  ...{ about: 'due/2023Q2/lzqsfj/2023-08-08', channel: 'mail', recipient: 'sfj@example.gov.cn' },
  subject: '【巡检】区司法局：2023年第二季度通报问题整改期限将到，请抓紧整改并反馈',
  body: '区司法局：\n1. 信息公开指南未更新至2023年\n.\n请于8月11日前完成整改。',
};

const pem = (name: string): string =>
  readFileSync(new URL(`../../test/faults/certs/${name}.pem`, import.meta.url), 'utf8');

async function failureOf(server: MailServer, patience = LONG, message = MESSAGE): Promise<DeliveryError> {
  const error = await sendMail(server, message, NOW, patience).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`no DeliveryError: ${error}`);
  return error;
}

describe('an e-mail', () => {
  it('comes in as plain text of UTF-8, with whom, when and what', async () => {
    const { settings, taken } = await smtpServer();
    await sendMail(settings, MESSAGE, NOW, LONG);
    expect(taken).toMatchObject([
      { from: 'xunjian@example.gov.cn', to: ['sfj@example.gov.cn'], body: MESSAGE.body.replaceAll('\n', '\r\n') },
    ]);
    const headers = taken[0]?.headers ?? new Map<string, string>();
    expect(decodedHeader(headers.get('subject') ?? '')).toBe(MESSAGE.subject);
    expect(decodedHeader(headers.get('from') ?? '')).toBe('巡检 <xunjian@example.gov.cn>');
    expect(Object.fromEntries(headers)).toMatchObject({
      to: 'sfj@example.gov.cn',
      date: 'Tue, 08 Aug 2023 01:00:00 +0000',
      'content-type': 'text/plain; charset=utf-8',
      'auto-submitted': 'auto-generated',
      'message-id': expect.stringMatching(/^<[0-9a-f]{32}@example\.gov\.cn>$/),
    });
  });

  it('has the same id when it is sent again, and another one when it is about something else', async () => {
    const { settings, taken } = await smtpServer();
    for (const about of ['a', 'a', 'b']) await sendMail(settings, { ...MESSAGE, about }, NOW, LONG);
    const [first, again, other] = taken.map(({ headers }) => headers.get('message-id'));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('takes no header and no second recipient from its parts', async () => {
    const { settings, taken } = await smtpServer();
    await sendMail(settings, { ...MESSAGE, subject: '提醒\r\nBcc: b@example.com\r\n\r\n正文' }, NOW, LONG);
    expect(taken).toMatchObject([{ to: ['sfj@example.gov.cn'], body: MESSAGE.body.replaceAll('\n', '\r\n') }]);
    expect(taken[0]?.headers.has('bcc')).toBe(false);
    await failureOf(settings, LONG, { ...MESSAGE, recipient: 'a@example.com, b@example.com' });
    expect(taken).toHaveLength(1);
  });

  it('is sent with the login where there is one', async () => {
    const logins: unknown[] = [];
    const { settings, taken } = await smtpServer({
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth({ username, password }, _, done) {
        logins.push({ user: username, password });
        done(null, { user: username });
      },
    });
    await sendMail({ ...settings, login: LOGIN }, MESSAGE, NOW, LONG);
    expect(logins).toEqual([LOGIN]);
    expect(taken).toHaveLength(1);
  });
});

describe('an e-mail that is refused', () => {
  it('for its recipient says so, with what the server said', async () => {
    const { settings, taken } = await smtpServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('5.1.1 no such user here'), { responseCode: 550 })),
    });
    const { message, ofServer } = await failureOf(settings);
    expect(message).toContain('收件人 sfj@example.gov.cn 未被接受（550 5.1.1 no such user here）');
    expect(ofServer).toBe(false);
    expect(taken).toEqual([]);
  });

  it('for the password says so, without the password', async () => {
    const { settings } = await smtpServer({
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth: ({ password }, _, done) => done(new Error(`bad password ${password}`)),
    });
    const { message, ofServer } = await failureOf({ ...settings, login: LOGIN });
    expect(message).toMatch(/不接受用户名或密码（535 .*bad password \*\*\*）.*passwordEnv/);
    expect(message).not.toContain(PASSWORD);
    expect(ofServer).toBe(true);
  });

  it('for its content says so', async () => {
    const { settings } = await smtpServer({
      onData(stream, _, done) {
        stream.resume().on('end', () => done(Object.assign(new Error('5.7.1 looks like spam'), { responseCode: 554 })));
      },
    });
    expect(await failureOf(settings)).toMatchObject({
      message: expect.stringContaining('没有接受邮件内容（554 5.7.1 looks like spam）'),
      ofServer: false,
    });
  });

  it('for its sender points to the settings', async () => {
    const { settings } = await smtpServer({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('5.7.1 denied'), { responseCode: 553 })),
    });
    expect(await failureOf(settings)).toMatchObject({ message: expect.stringContaining('mail.from'), ofServer: true });
  });
});

describe('a mail server', () => {
  /** Speaks by the line; whatever is not answered waits. */
  async function speaking(greeting: string | null, answer: (line: string, socket: Socket) => void = () => {}) {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      if (greeting !== null) socket.write(`${greeting}\r\n`);
      socket.on('data', (data) => {
        for (const line of data.toString('latin1').split('\r\n')) if (line !== '') answer(line, socket);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    return mailServerAt((server.address() as AddressInfo).port);
  }
  const polite = (line: string, socket: Socket): void => {
    if (line.startsWith('EHLO')) socket.write('250 mail.example\r\n');
    else if (/^(?:MAIL|RCPT)/.test(line)) socket.write('250 ok\r\n');
    else if (line === 'DATA') socket.write('354 go on\r\n');
  };

  it.each<[string, () => Promise<MailServer>]>([
    ['never greets', () => speaking(null)],
    ['falls silent after the text', () => speaking('220 mail.example', polite)],
    [
      'drips',
      () =>
        speaking('220 mail.example', (_, socket) => {
          const timer = setInterval(() => socket.write('250-still here\r\n'), 50);
          socket.on('close', () => clearInterval(timer));
        }),
    ],
  ])('that %s is given up after a while', async (_, server) => {
    const { message, ofServer } = await failureOf(await server(), SHORT);
    expect(message).toContain('没有在规定时间内应答');
    expect(ofServer).toBe(true);
  });

  it('that closes mid-way is told as such', async () => {
    const server = await speaking('220 mail.example', (line, socket) => {
      if (line.startsWith('RCPT')) socket.end();
      else polite(line, socket);
    });
    expect(await failureOf(server)).toMatchObject({ message: expect.stringContaining('连接中断'), ofServer: true });
  });

  it('that is not there is told as such', async () => {
    const { settings } = await smtpServer();
    const closed = { ...settings, port: 1 };
    expect((await failureOf(closed)).message).toContain('连接不上（ECONNREFUSED）');
  });

  it('with a certificate that nobody vouches for gets nothing', async () => {
    const { settings, taken } = await smtpServer({
      secure: true,
      key: pem('self-signed.key'),
      cert: pem('self-signed'),
    });
    const { message } = await failureOf({ ...settings, secure: true, login: LOGIN });
    expect(message).toContain('证书不受信任');
    expect(taken).toEqual([]);
  });

  it('elsewhere that does not encrypt never gets a password', async () => {
    const logins: unknown[] = [];
    const { settings, taken } = await smtpServer({
      allowInsecureAuth: true,
      onAuth({ password }, _, done) {
        logins.push(password);
        done(null, { user: 'x' });
      },
    });
    // Loopback under a name that is not known to be it.
    const elsewhere = { ...settings, host: '0.0.0.0', login: LOGIN };
    expect(await failureOf(elsewhere)).toMatchObject({ message: expect.stringContaining('不能加密连接') });
    expect([...logins, ...taken]).toEqual([]);
  });
});
