import type { Kysely, Selectable } from 'kysely';
import type { Account, Role } from '../../model/account.ts';
import type { ConsoleTables } from './tables.ts';

/** An account with what its password is checked against. */
export interface AccountWithPassword extends Account {
  readonly password: string;
}

/** What may be changed of an account. */
export type AccountChange = Partial<
  Pick<AccountWithPassword, 'name' | 'role' | 'unit' | 'email' | 'password' | 'mustChangePassword' | 'disabled'>
>;

/** Who may use the console. */
export class AccountRepository {
  readonly #db: Kysely<ConsoleTables>;

  constructor(db: Kysely<ConsoleTables>) {
    this.#db = db;
  }

  /** Adds an account; false where the login is taken. */
  async add(account: AccountWithPassword): Promise<boolean> {
    const { id, login, name, role, unit, email, password, mustChangePassword, disabled, createdAt } = account;
    const { numInsertedOrUpdatedRows = 0n } = await this.#db
      .insertInto('accounts')
      .values({
        ...{ id, login, name, role, unit: unit ?? '', email: email ?? '', password },
        ...{ must_change: Number(mustChangePassword), disabled: Number(disabled) },
        ...{ created_at: createdAt, last_login_at: null },
      })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  }

  async all(): Promise<readonly Account[]> {
    const rows = await this.#db.selectFrom('accounts').selectAll().orderBy('role').orderBy('login').execute();
    return rows.map((row) => withoutPassword(fromRow(row)));
  }

  async count(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('accounts')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async get(id: string): Promise<AccountWithPassword | null> {
    const row = await this.#db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async byLogin(login: string): Promise<AccountWithPassword | null> {
    const row = await this.#db.selectFrom('accounts').selectAll().where('login', '=', login).executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async change(id: string, change: AccountChange): Promise<void> {
    const row = rowOf(change);
    if (Object.keys(row).length === 0) return;
    await this.#db.updateTable('accounts').set(row).where('id', '=', id).execute();
  }

  async loggedIn(id: string, now: number): Promise<void> {
    await this.#db.updateTable('accounts').set({ last_login_at: now }).where('id', '=', id).execute();
  }
}

/** The columns of what is given. */
function rowOf({ name, role, unit, email, password, mustChangePassword, disabled }: AccountChange) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(unit === undefined ? {} : { unit: unit ?? '' }),
    ...(email === undefined ? {} : { email: email ?? '' }),
    ...(password === undefined ? {} : { password }),
    ...(mustChangePassword === undefined ? {} : { must_change: Number(mustChangePassword) }),
    ...(disabled === undefined ? {} : { disabled: Number(disabled) }),
  };
}

function fromRow(row: Selectable<ConsoleTables['accounts']>): AccountWithPassword {
  const { id, login, name, role, unit, email, password, must_change, disabled, created_at, last_login_at } = row;
  return {
    ...{ id, login, name, password, role: role as Role, unit: unit || null, email: email || null },
    ...{ mustChangePassword: must_change !== 0, disabled: disabled !== 0 },
    ...{ createdAt: created_at, lastLoginAt: last_login_at },
  };
}

const withoutPassword = ({ password: _, ...account }: AccountWithPassword): Account => account;
