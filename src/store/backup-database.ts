import { openDatabase, preparingOnce } from './database.ts';

/** How long is waited for a writer that recovers or packs its file, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * Writes a copy of a SQLite file as it stands at one instant, while others go on writing to it; `to` must not exist.
 * The package's own `backup()` starts again with every write of another process, and leaves an object behind that
 * cannot be held (database.ts); `vacuum into` is one reading transaction. Throws the errors of SQLite.
 */
export function copyDatabase(file: string, to: string): void {
  const database = openDatabase(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT });
  try {
    database.exec(`vacuum into '${to.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
}

/** Bytes up to which each evidence file is committed, by a copy of `xunjian.db` of whatever version. */
export function committedIn(copy: string): ReadonlyMap<string, number> {
  const database = openDatabase(copy, { readonly: true, fileMustExist: true });
  try {
    const { prepare } = preparingOnce(database);
    // A file that a crawl has just made has no tables yet.
    if (prepare("select 1 from sqlite_schema where name = 'evidence_files'").all([]).length === 0) return new Map();
    const rows = prepare('select file, length from evidence_files').all([]);
    return new Map((rows as readonly { file: string; length: number }[]).map(({ file, length }) => [file, length]));
  } finally {
    database.close();
  }
}
