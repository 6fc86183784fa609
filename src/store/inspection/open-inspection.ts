import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Kysely, Migrator } from 'kysely';
import { inspectionError } from '../../model/storage-error.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { openDatabase, preparingOnce, setting } from '../database.ts';
import { WholeMigrationsDialect } from '../dialect.ts';
import { BulletinRepository } from './bulletins.ts';
import { FindingRepository } from './findings.ts';
import { INSPECTION_MIGRATIONS } from './migrations.ts';
import { QuarterRepository } from './quarters.ts';
import type { InspectionTables } from './tables.ts';
import { tellingDatabase } from './telling-database.ts';

const FILE = 'inspection.db';
/** How long a writer waits for another's commit, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
/** Two that make the file at the same instant are refused without waiting: tried again, so many milliseconds apart. */
const PAUSE = 50;
const MOST_TRIES = 20;

/** What checks and people say: findings across nights, quarters, bulletins. */
export interface Inspection {
  readonly findings: FindingRepository;
  readonly quarters: QuarterRepository;
  readonly bulletins: BulletinRepository;
  close(): Promise<void>;
}

/**
 * Opens `DIR/inspection.db`, and makes it where it is not there. It stands apart from the index of the evidence, whose
 * one writer is the crawl, so that an audit or a bulletin can be written while a crawl runs. Throws UserError (exit
 * code 5) where it cannot be written or a newer version of the program made it.
 */
export async function openInspection(dataDir: string): Promise<Inspection> {
  const file = join(dataDir, FILE);
  for (let tries = 1; ; tries += 1)
    try {
      return await openOnce(dataDir, file);
    } catch (error) {
      if (tries === MOST_TRIES || !isBusy(error)) throw error;
      await setTimeout(PAUSE);
    }
}

async function openOnce(dataDir: string, file: string): Promise<Inspection> {
  let db: Kysely<InspectionTables> | null = null;
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true });
    const sqlite = openDatabase(file, { timeout: BUSY_TIMEOUT });
    const database = tellingDatabase(preparingOnce(sqlite), file);
    db = new Kysely<InspectionTables>({ dialect: new WholeMigrationsDialect({ database }) });
    setting(sqlite, 'journal_mode = WAL');
    setting(sqlite, 'synchronous = FULL');
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...INSPECTION_MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error instanceof Error && /corrupted migrations/.test(error.message)) throw newerVersion(file);
    if (error) throw error;
    return inspectionOver(db);
  } catch (error) {
    await db?.destroy();
    throw inspectionError(error, file);
  }
}

const inspectionOver = (db: Kysely<InspectionTables>): Inspection => ({
  findings: new FindingRepository(db),
  quarters: new QuarterRepository(db),
  bulletins: new BulletinRepository(db),
  close: () => db.destroy(),
});

const newerVersion = (file: string): UserError =>
  new UserError(EXIT.storage, [
    { place: { file }, what: '该文件由较新版本的 xunjian 写成', remedy: '请升级程序后重试' },
  ]);

const isBusy = (error: unknown): boolean => {
  const { code } = ((error as Error).cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
};
