import { SqliteAdapter, SqliteDialect } from 'kysely';

/**
 * SQLite undoes changes of tables with their transaction, which kysely does not take it to do: without this a process
 * killed in the middle of a migration leaves tables that the next start can neither use nor make.
 */
export class WholeMigrationsDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalDdl();
  }
}

class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): true {
    return true;
  }
}
