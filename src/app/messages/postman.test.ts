import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import type { MessageDraft } from '../../model/message.ts';
import { DeliveryError } from '../../notify/delivery-error.ts';
import type { Send } from '../../notify/send.ts';
import { sender } from '../../notify/send.ts';
import { mailServerAt, smtpServer } from '../../notify/smtp.fixture.ts';
import { CONSOLE_MIGRATIONS } from '../../store/console/migrations.ts';
import { OutboxRepository } from '../../store/console/outbox.ts';
import type { ConsoleTables } from '../../store/console/tables.ts';
import { openRecords } from '../../store/open-records.ts';
import { pause } from './pause.ts';
import { Postman, type PostmanOptions } from './postman.ts';

const START = Date.UTC(2023, 7, 8, 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const mail = (about: string, recipient = 'a@example.gov.cn'): MessageDraft => ({
  ...{ about, channel: 'mail', recipient, subject: '提醒', body: '请整改' },
});
const wecom = (about: string, recipient = '工作群'): MessageDraft => ({ ...mail(about, recipient), channel: 'wecom' });

const down = () => new DeliveryError('服务器没有应答', '稍后会自动重试', { ofServer: true });
const unknown = () => new DeliveryError('收件人未被接受', '请核对邮箱', { ofServer: false });

/** What waits for `opened` goes on after `open`. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

async function outboxIn(folder = temporaryFolder()): Promise<OutboxRepository> {
  const { db, close } = await openRecords<ConsoleTables>(folder, 'console.db', CONSOLE_MIGRATIONS);
  onTestFinished(close);
  return new OutboxRepository(db);
}

/**
 * Lets a postman work for so long by a clock that only its own waits move. What is sent is kept with the minutes since
 * the start.
 */
async function working(outbox: PostmanOptions['outbox'], send: Send, until: number, from = START) {
  let now = from;
  let inHand = 0;
  const sent: string[] = [];
  const together = new Set<number>();
  const lines: string[] = [];
  const done = gate();
  const postman = new Postman({
    ...{ outbox, clock: () => new Date(now) },
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    async send(message) {
      inHand += 1;
      together.add(inHand);
      sent.push(`${message.about} ${(now - START) / MINUTE}`);
      await send(message).finally(() => {
        inHand -= 1;
      });
    },
    async wait(milliseconds, signal) {
      now += milliseconds;
      if (now < from + until) return;
      done.open();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
  });
  postman.start();
  await done.opened;
  await postman.stop();
  return { sent, log: lines.join(''), together: Math.max(...together) };
}

describe('a postman', () => {
  it('sends each message once, and what comes later too', async () => {
    const outbox = await outboxIn();
    await outbox.put([mail('a'), mail('b')], START);
    await outbox.put([mail('later')], START + 10 * MINUTE);
    const { sent } = await working(outbox, async () => {}, DAY);
    expect(sent).toEqual(['a 0', 'b 0', 'later 10']);
    expect(await outbox.counts()).toEqual({ waiting: 0, givenUp: 0 });
  });

  it('tries again after 1, 5 and 30 minutes, 2 and 12 hours, and then gives up and says why', async () => {
    const outbox = await outboxIn();
    await outbox.put([mail('a')], START);
    const { sent, log } = await working(outbox, () => Promise.reject(unknown()), 2 * DAY);
    expect(sent).toEqual(['a 0', 'a 1', 'a 6', 'a 36', 'a 156', 'a 876']);
    expect(await outbox.recent(1)).toMatchObject([
      { sentAt: null, nextTryAt: null, tries: 6, error: '收件人未被接受。请核对邮箱' },
    ]);
    expect(log).toContain('messages.given-up');
  });

  it('sends others where one recipient is refused, and leaves them for later where the server is down', async () => {
    const outbox = await outboxIn();
    await outbox.put([mail('a', 'nobody@example.gov.cn'), mail('b')], START);
    const refusing: Send = async ({ recipient }) => {
      if (recipient.startsWith('nobody')) throw unknown();
    };
    expect((await working(outbox, refusing, 30_000)).sent).toEqual(['a 0', 'b 0']);

    const other = await outboxIn();
    await other.put([mail('a'), mail('b'), wecom('c')], START);
    let isDown = true;
    const { sent } = await working(
      other,
      async ({ channel }) => {
        if (channel === 'mail' && isDown) {
          isDown = false;
          throw down();
        }
      },
      2 * MINUTE,
    );
    // The robot has its own server; the second letter is not spent on one that is down.
    expect(sent).toEqual(['a 0', 'c 0', 'b 0.25', 'a 1']);
  });

  it('asks one server one thing at a time, and several at once', async () => {
    const outbox = await outboxIn();
    await outbox.put([mail('a'), mail('b'), mail('c')], START);
    const slow: Send = () => new Promise((resolve) => setImmediate(resolve));
    expect((await working(outbox, slow, MINUTE)).together).toBe(1);
    await outbox.put([mail('d'), wecom('e'), wecom('f', '另一群')], START);
    expect((await working(outbox, slow, MINUTE)).together).toBe(3);
  });

  it('asks a robot no more than 20 times in any minute, a restart and failures counted', async () => {
    const outbox = await outboxIn();
    await outbox.put(
      Array.from({ length: 70 }, (_, i) => wecom(`${i}`)),
      START,
    );
    let tries = 0;
    const flaky: Send = async () => {
      tries += 1;
      if (tries % 5 === 0) throw down();
    };
    const before = await working(outbox, flaky, 2 * MINUTE);
    const after = await working(outbox, flaky, DAY, START + 2 * MINUTE);
    const times = [...before.sent, ...after.sent].map((one) => Number(one.split(' ')[1]));
    expect(times.length).toBeGreaterThan(70);
    for (const at of times) expect(times.filter((time) => time >= at && time < at + 1).length).toBeLessThanOrEqual(20);
    expect(await outbox.counts()).toEqual({ waiting: 0, givenUp: 0 });
  });

  it('does not send twice what the outbox cannot be told of', async () => {
    const outbox = await outboxIn();
    await outbox.put([mail('a')], START);
    let full = true;
    const trouble = {
      due: outbox.due.bind(outbox),
      failed: outbox.failed.bind(outbox),
      async sent(id: number, now: number) {
        if (full) {
          full = false;
          throw new Error('disk full');
        }
        await outbox.sent(id, now);
      },
    };
    const { sent, log } = await working(trouble, async () => {}, MINUTE);
    expect(sent).toEqual(['a 0']);
    expect(log).toContain('disk full');
    expect(await outbox.recent(1)).toMatchObject([{ sentAt: START + 15_000 }]);
  });

  it('takes up after a restart what was not sent, at its time', async () => {
    const folder = temporaryFolder();
    const outbox = await outboxIn(folder);
    await outbox.put([mail('a'), mail('b', 'nobody@example.gov.cn')], START);
    await working(outbox, async ({ about }) => (about === 'b' ? Promise.reject(unknown()) : undefined), 30_000);
    const { sent } = await working(await outboxIn(folder), async () => {}, 5 * MINUTE, START + 30_000);
    expect(sent).toEqual(['b 1']);
  });

  it('tells people nothing of a fault of its own but that, and the log all', async () => {
    const outbox = await outboxIn();
    await outbox.put([mail('a')], START);
    const { log } = await working(outbox, () => Promise.reject(new TypeError('x is not a function')), 30_000);
    expect(await outbox.recent(1)).toMatchObject([{ error: expect.stringContaining('意外错误') }]);
    expect(log).toContain('x is not a function');
  });

  it('ends what is in hand before it stops', async () => {
    const outbox = await outboxIn();
    await outbox.put([mail('a'), mail('b')], START);
    const begun = gate();
    const go = gate();
    const postman = new Postman({
      ...{ outbox, clock: () => new Date(START), wait: pause, log: pino({ level: 'silent' }) },
      send: () => {
        begun.open();
        return go.opened;
      },
    });
    postman.start();
    await begun.opened;
    const stopped = postman.stop();
    go.open();
    await stopped;
    expect((await outbox.recent(2)).map(({ about, sentAt }) => [about, sentAt])).toEqual([
      ['b', null],
      ['a', START],
    ]);
  });

  it('brings real letters to a real server, the one that was refused once it is taken', async () => {
    let isFull = true;
    const { settings, taken } = await smtpServer({
      onRcptTo(_address, _session, done) {
        const refused = isFull;
        isFull = false;
        done(refused ? Object.assign(new Error('4.2.2 mailbox full'), { responseCode: 452 }) : null);
      },
    });
    const outbox = await outboxIn();
    await outbox.put([mail('a'), mail('b', 'b@example.gov.cn')], START);
    const send = sender({ mail: mailServerAt(settings.port), robots: [] }, () => new Date(START));
    await working(outbox, send, 2 * MINUTE);
    expect(taken.map(({ to }) => to)).toEqual([['b@example.gov.cn'], ['a@example.gov.cn']]);
    expect(await outbox.counts()).toEqual({ waiting: 0, givenUp: 0 });
  });
});
