import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import type { MessageDraft } from '../../model/message.ts';
import { openRecords } from '../open-records.ts';
import { CONSOLE_MIGRATIONS } from './migrations.ts';
import { OutboxRepository } from './outbox.ts';
import type { ConsoleTables } from './tables.ts';

const NOW = Date.UTC(2023, 7, 11, 1);
const MINUTE = 60_000;

const draft = (about: string, more: Partial<MessageDraft> = {}): MessageDraft => ({
  ...{ about, channel: 'mail', recipient: 'a@example.gov.cn', subject: '整改提醒', body: '请按期整改' },
  ...more,
});

async function opened(folder = temporaryFolder()): Promise<OutboxRepository> {
  const { db, close } = await openRecords<ConsoleTables>(folder, 'console.db', CONSOLE_MIGRATIONS);
  onTestFinished(close);
  return new OutboxRepository(db);
}

const abouts = (messages: readonly { readonly about: string }[]) => messages.map(({ about }) => about);

describe('the outbox', () => {
  it('takes a message about the same once, even when it was sent', async () => {
    const outbox = await opened();
    expect(await outbox.put([draft('x'), draft('y')], NOW)).toBe(2);
    const [x] = await outbox.due(NOW, 10);
    await outbox.sent(x?.id ?? 0, NOW);
    expect(await outbox.put([draft('x', { body: '另一内容' }), draft('z'), draft('z')], NOW)).toBe(1);
    expect(abouts(await outbox.due(NOW, 10))).toEqual(['y', 'z']);
    expect((await outbox.recent(10)).find(({ about }) => about === 'x')).toMatchObject({ body: '请按期整改' });
  });

  it('takes all of them or none', async () => {
    const outbox = await opened();
    const broken = { ...draft('b'), subject: null as unknown as string };
    await expect(outbox.put([draft('a'), broken], NOW)).rejects.toThrow();
    expect(await outbox.recent(10)).toEqual([]);
  });

  it('gives what is due, the longest due first, and no more than asked for', async () => {
    const outbox = await opened();
    await outbox.put([draft('late')], NOW + MINUTE);
    await outbox.put([draft('a'), draft('b')], NOW);
    expect(abouts(await outbox.due(NOW, 10))).toEqual(['a', 'b']);
    expect(abouts(await outbox.due(NOW + MINUTE, 10))).toEqual(['a', 'b', 'late']);
    expect(abouts(await outbox.due(NOW + MINUTE, 1))).toEqual(['a']);
  });

  it('keeps what became of a try, in another session too', async () => {
    const folder = temporaryFolder();
    const first = await opened(folder);
    await first.put([draft('x')], NOW);
    const [x] = await first.due(NOW, 1);
    await first.failed(x?.id ?? 0, '连接不上', NOW + MINUTE);
    const again = await opened(folder);
    expect(await again.due(NOW, 1)).toEqual([]);
    expect(await again.due(NOW + MINUTE, 1)).toMatchObject([
      { tries: 1, error: '连接不上', nextTryAt: NOW + MINUTE, sentAt: null },
    ]);
    await again.sent(x?.id ?? 0, NOW + MINUTE);
    expect(await again.recent(1)).toMatchObject([{ tries: 2, error: null, sentAt: NOW + MINUTE }]);
  });

  it('tries no more what was given up, until somebody takes it up again', async () => {
    const outbox = await opened();
    await outbox.put([draft('x'), draft('y')], NOW);
    const [x, y] = await outbox.due(NOW, 2);
    await outbox.failed(x?.id ?? 0, '收件人不存在', null);
    const ages = NOW + 1000 * 365 * 24 * 60 * MINUTE;
    expect(abouts(await outbox.due(ages, 10))).toEqual(['y']);
    expect(await outbox.counts()).toEqual({ waiting: 1, givenUp: 1 });
    expect((await outbox.recent(2))[1]).toMatchObject({ about: 'x', nextTryAt: null, error: '收件人不存在' });
    expect(await outbox.resume(y?.id ?? 0, NOW)).toBe(false);
    expect(await outbox.resume(x?.id ?? 0, NOW)).toBe(true);
    expect(await outbox.due(NOW, 10)).toMatchObject([{ about: 'x', tries: 0 }, { about: 'y' }]);
    expect(await outbox.counts()).toEqual({ waiting: 2, givenUp: 0 });
  });
});
