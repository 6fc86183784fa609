import type { Kysely, Selectable } from 'kysely';
import type { ConsoleTables } from './tables.ts';

/** A way into the API; its secret is known to its owner alone. Instants are epoch milliseconds. */
export interface Token {
  readonly id: string;
  readonly account: string;
  readonly label: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

export class TokenRepository {
  readonly #db: Kysely<ConsoleTables>;

  constructor(db: Kysely<ConsoleTables>) {
    this.#db = db;
  }

  /** @param hash SHA-256 of the secret, hex */
  async add({ id, account, label, createdAt, expiresAt }: Omit<Token, 'usedAt'>, hash: string): Promise<void> {
    await this.#db
      .insertInto('tokens')
      .values({ id, account, label, hash, created_at: createdAt, expires_at: expiresAt, used_at: null })
      .execute();
  }

  async byHash(hash: string): Promise<Token | null> {
    const row = await this.#db.selectFrom('tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async used(id: string, now: number): Promise<void> {
    await this.#db.updateTable('tokens').set({ used_at: now }).where('id', '=', id).execute();
  }

  async of(account: string): Promise<readonly Token[]> {
    const rows = await this.#db
      .selectFrom('tokens')
      .selectAll()
      .where('account', '=', account)
      .orderBy('created_at')
      .execute();
    return rows.map(fromRow);
  }

  /** Takes an account's token back; false where it has none of that id. */
  async revoke(account: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('tokens')
      .where('account', '=', account)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }

  async revokeAll(account: string): Promise<void> {
    await this.#db.deleteFrom('tokens').where('account', '=', account).execute();
  }
}

const fromRow = (row: Selectable<ConsoleTables['tokens']>): Token => ({
  ...{ id: row.id, account: row.account, label: row.label },
  ...{ createdAt: row.created_at, expiresAt: row.expires_at, usedAt: row.used_at },
});
