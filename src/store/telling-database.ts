import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { recordsError } from '../model/storage-error.ts';

/** The database, whose troubles with disk, lock and file are told to people (UserError, exit code 5) as they arise. */
export function tellingDatabase(database: SqliteDatabase, file: string): SqliteDatabase {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw recordsError(error, file);
    }
  };
  const telling = (statement: SqliteStatement): SqliteStatement => ({
    reader: statement.reader,
    all: (parameters) => told(() => statement.all(parameters)),
    run: (parameters) => told(() => statement.run(parameters)),
    iterate: (parameters) => told(() => statement.iterate(parameters)),
  });
  return { prepare: (text) => told(() => telling(database.prepare(text))), close: () => database.close() };
}
