import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Kysely, type Migration, Migrator } from 'kysely';
import { recordsError } from '../model/storage-error.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { openDatabase, preparingOnce, setting } from './database.ts';
import { WholeMigrationsDialect } from './dialect.ts';
import { tellingDatabase } from './telling-database.ts';

/** How long a writer waits for another's commit, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
/** Two that make the file at the same instant are refused without waiting: tried again, so many milliseconds apart. */
const PAUSE = 50;
const MOST_TRIES = 20;

/**
 * Opens a file of what people and audits say (`DIR/NAME`), and makes it where it is not there. It stands apart from the
 * index of the evidence, whose one writer is the crawl, so that it can be written while a crawl runs. Throws UserError
 * (exit code 5) where it cannot be written or a newer version of the program made it.
 */
export async function openRecords<Tables>(
  dataDir: string,
  name: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<Tables>> {
  for (let tries = 1; ; tries += 1)
    try {
      return await openOnce<Tables>(dataDir, join(dataDir, name), migrations);
    } catch (error) {
      if (tries === MOST_TRIES || !isBusy(error)) throw error;
      await setTimeout(PAUSE);
    }
}

async function openOnce<Tables>(
  dataDir: string,
  file: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<Tables>> {
  let db: Kysely<Tables> | null = null;
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true });
    const sqlite = openDatabase(file, { timeout: BUSY_TIMEOUT });
    const database = tellingDatabase(preparingOnce(sqlite), file);
    db = new Kysely<Tables>({ dialect: new WholeMigrationsDialect({ database }) });
    setting(sqlite, 'journal_mode = WAL');
    setting(sqlite, 'synchronous = FULL');
    setting(sqlite, 'foreign_keys = ON');
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
    const { error } = await migrator.migrateToLatest();
    if (error instanceof Error && /corrupted migrations/.test(error.message)) throw newerVersion(file);
    if (error) throw error;
    return db;
  } catch (error) {
    await db?.destroy();
    throw recordsError(error, file);
  }
}

const newerVersion = (file: string): UserError =>
  new UserError(EXIT.storage, [
    { place: { file }, what: '该文件由较新版本的 xunjian 写成', remedy: '请升级程序后重试' },
  ]);

const isBusy = (error: unknown): boolean => {
  const { code } = ((error as Error).cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
};
