import type { Kysely } from 'kysely';
import type { ConsoleTables } from './tables.ts';

/** Somebody's stay in the console. Instants are epoch milliseconds. */
export interface Session {
  /** SHA-256 of the id in the cookie, hex. */
  readonly id: string;
  readonly account: string;
  readonly csrf: string;
  readonly createdAt: number;
  readonly seenAt: number;
}

export class SessionRepository {
  readonly #db: Kysely<ConsoleTables>;

  constructor(db: Kysely<ConsoleTables>) {
    this.#db = db;
  }

  async begin({ id, account, csrf, createdAt, seenAt }: Session): Promise<void> {
    await this.#db
      .insertInto('sessions')
      .values({ id, account, csrf, created_at: createdAt, seen_at: seenAt })
      .execute();
  }

  async get(id: string): Promise<Session | null> {
    const row = await this.#db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    return { id, account: row.account, csrf: row.csrf, createdAt: row.created_at, seenAt: row.seen_at };
  }

  async seen(id: string, now: number): Promise<void> {
    await this.#db.updateTable('sessions').set({ seen_at: now }).where('id', '=', id).execute();
  }

  async end(id: string): Promise<void> {
    await this.#db.deleteFrom('sessions').where('id', '=', id).execute();
  }

  /** Ends all of an account's, but the one that is kept. */
  async endAll(account: string, kept?: string): Promise<void> {
    let query = this.#db.deleteFrom('sessions').where('account', '=', account);
    if (kept !== undefined) query = query.where('id', '!=', kept);
    await query.execute();
  }

  /** Forgets those last seen, or begun, before these instants. */
  async forget({
    seenBefore,
    begunBefore,
  }: {
    readonly seenBefore: number;
    readonly begunBefore: number;
  }): Promise<void> {
    await this.#db
      .deleteFrom('sessions')
      .where((is) => is.or([is('seen_at', '<', seenBefore), is('created_at', '<', begunBefore)]))
      .execute();
  }
}
