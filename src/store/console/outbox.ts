import type { Kysely, Selectable } from 'kysely';
import type { Channel, Message, MessageDraft } from '../../model/message.ts';
import type { ConsoleTables } from './tables.ts';

/** The time of the next try of what was given up: the last that a date can have. */
const NEVER = 8_640_000_000_000_000;

/** Messages on their way, and those that went. Instants are epoch milliseconds. */
export class OutboxRepository {
  readonly #db: Kysely<ConsoleTables>;

  constructor(db: Kysely<ConsoleTables>) {
    this.#db = db;
  }

  /** Puts messages in, all or none, and gives how many are new: what is there already, sent or not, stays as it is. */
  async put(drafts: readonly MessageDraft[], now: number): Promise<number> {
    return this.#db.transaction().execute(async (tx) => {
      let taken = 0;
      for (const { about, channel, recipient, subject, body } of drafts) {
        const draft = { about, channel, recipient, subject, body };
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('outbox')
          .values({ ...draft, created_at: now, tries: 0, next_try_at: now, sent_at: null, error: '' })
          .onConflict((conflict) => conflict.column('about').doNothing())
          .executeTakeFirst();
        taken += Number(numInsertedOrUpdatedRows ?? 0);
      }
      return taken;
    });
  }

  /** What is to be tried by now, the longest due first. */
  async due(now: number, limit: number): Promise<readonly Message[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('sent_at', 'is', null)
      .where('next_try_at', '<=', now)
      .orderBy('next_try_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(messageOf);
  }

  /** The server took it. */
  async sent(id: number, now: number): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set((of) => ({ sent_at: now, tries: of('tries', '+', 1), error: '' }))
      .where('id', '=', id)
      .execute();
  }

  /** A try failed, with the reason in Chinese; null for the next try: it is given up. */
  async failed(id: number, error: string, nextTryAt: number | null): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set((of) => ({ tries: of('tries', '+', 1), next_try_at: nextTryAt ?? NEVER, error }))
      .where('id', '=', id)
      .execute();
  }

  /** Takes up again what was given up, as if it were new; says whether there was such a message. */
  async resume(id: number, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('outbox')
      .set({ tries: 0, next_try_at: now })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .where('next_try_at', '=', NEVER)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** The newest messages, whatever became of them. */
  async recent(limit: number): Promise<readonly Message[]> {
    const rows = await this.#db.selectFrom('outbox').selectAll().orderBy('id', 'desc').limit(limit).execute();
    return rows.map(messageOf);
  }

  /** How many are still to be sent, and how many were given up. */
  async counts(): Promise<{ readonly waiting: number; readonly givenUp: number }> {
    const { all, given_up } = await this.#db
      .selectFrom('outbox')
      .select(({ fn }) => [
        fn.countAll<number>().as('all'),
        fn.countAll<number>().filterWhere('next_try_at', '=', NEVER).as('given_up'),
      ])
      .where('sent_at', 'is', null)
      .executeTakeFirstOrThrow();
    return { waiting: all - given_up, givenUp: given_up };
  }
}

function messageOf(row: Selectable<ConsoleTables['outbox']>): Message {
  const { id, about, channel, recipient, subject, body, created_at, tries, next_try_at, sent_at, error } = row;
  return {
    ...{ id, about, channel: channel as Channel, recipient, subject, body, createdAt: created_at, tries },
    nextTryAt: next_try_at === NEVER ? null : next_try_at,
    sentAt: sent_at,
    error: error || null,
  };
}
