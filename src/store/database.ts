import Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Databases and statements of this process, closed ones too. */
const held: unknown[] = [];

/**
 * Opens a SQLite file. The object lives as long as the process: since 24.19 Node aborts where the garbage collector
 * takes an object of better-sqlite3 12 while no JavaScript is running (the package's next major, which is free of
 * this, does not run on Node 20). `pragma` of the package makes such an object too; `setting` does not leave one behind.
 */
export function openDatabase(file: string, options: Database.Options): Database.Database {
  const database = new Database(file, options);
  held.push(database);
  return database;
}

/** Sets a pragma (`foreign_keys = ON`). */
export function setting(database: Database.Database, pragma: string): void {
  const statement = database.prepare(`pragma ${pragma}`);
  held.push(statement);
  if (statement.reader) statement.all();
  else statement.run();
}

/** The database as kysely wants it; each text is prepared once, and the statement lives as long as the process. */
export function preparingOnce(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  held.push(statements);
  return {
    prepare: (text) => {
      const known = statements.get(text);
      if (known) return known;
      const statement = database.prepare<unknown[], unknown>(text);
      const kept = text === 'rollback' ? unlessUndone(database, statement) : statement;
      statements.set(text, kept);
      return kept;
    },
    close: () => {
      database.close();
    },
  };
}

/** On a full disk SQLite undoes the transaction itself; a rollback would then fail, and hide why. */
function unlessUndone(database: Database.Database, rollback: SqliteStatement): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    iterate: () => [][Symbol.iterator](),
    run: (parameters) => (database.inTransaction ? rollback.run(parameters) : { changes: 0, lastInsertRowid: 0 }),
  };
}
