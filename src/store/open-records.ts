import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
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

/** A file that is open in this process, and how many use it. */
interface Shared {
  readonly opening: Promise<Kysely<unknown>>;
  users: number;
}

/** By path. */
const open = new Map<string, Shared>();

/** A database of records, to be closed by each who opened it. */
export interface OpenRecords<Tables> {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens a file of what people and audits say (`DIR/NAME`), and makes it where it is not there. It stands apart from the
 * index of the evidence, whose one writer is the crawl, so that it can be written while a crawl runs. All who open it in
 * one process share one connection, whose transactions wait for each other: of two connections one would hold the other
 * up while it holds the process, so that neither could go on. Throws UserError (exit code 5) where it cannot be written
 * or a newer version of the program made it.
 */
export async function openRecords<Tables>(
  dataDir: string,
  name: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<OpenRecords<Tables>> {
  const file = resolve(dataDir, name);
  const shared = open.get(file) ?? { opening: patiently(dataDir, file, migrations), users: 0 };
  open.set(file, shared);
  shared.users += 1;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    shared.users -= 1;
    if (shared.users > 0) return;
    if (open.get(file) === shared) open.delete(file);
    await (await shared.opening).destroy();
  };
  try {
    return { db: (await shared.opening) as Kysely<Tables>, close };
  } catch (error) {
    shared.users -= 1;
    if (open.get(file) === shared) open.delete(file);
    throw error;
  }
}

async function patiently(
  dataDir: string,
  file: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<unknown>> {
  for (let tries = 1; ; tries += 1)
    try {
      return await openOnce(dataDir, file, migrations);
    } catch (error) {
      if (tries === MOST_TRIES || !isBusy(error)) throw error;
      await setTimeout(PAUSE);
    }
}

async function openOnce(
  dataDir: string,
  file: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<unknown>> {
  let db: Kysely<unknown> | null = null;
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true });
    const sqlite = openDatabase(file, { timeout: BUSY_TIMEOUT });
    const database = tellingDatabase(preparingOnce(sqlite), file);
    db = new Kysely<unknown>({ dialect: new WholeMigrationsDialect({ database }) });
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
