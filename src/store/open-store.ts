import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, Kysely as KyselyDatabase, Migrator, sql } from 'kysely';
import { storageError } from '../model/storage-error.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { CaptureRepository } from './captures.ts';
import { Committer } from './commit.ts';
import { openDatabase, preparingOnce, setting } from './database.ts';
import { WholeMigrationsDialect } from './dialect.ts';
import { EvidenceCases } from './evidence-cases.ts';
import { EvidenceLedger } from './evidence-ledger.ts';
import { lockData } from './lock.ts';
import { MIGRATIONS } from './migrations.ts';
import { PageEventRepository } from './page-events.ts';
import { PageRepository } from './pages.ts';
import { noteArrivals, unlist } from './reconcile.ts';
import { endRun, RunRepository, spend } from './runs.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { TaskRepository } from './tasks.ts';

const FILE = 'xunjian.db';
/** How long a reader waits for a writer's commit, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * Opens `DIR/xunjian.db`. `write` makes folder and tables, and holds the folder against a second writer; `read` works
 * while a crawl writes. Throws UserError: storage where it cannot be written or is in use, usage where there is nothing
 * to read.
 */
export async function openStore(dataDir: string, { mode }: { readonly mode: 'read' | 'write' }): Promise<Store> {
  let release = (): void => {};
  let db: Kysely<Tables> | null = null;
  try {
    if (mode === 'write') {
      mkdirSync(dataDir, { recursive: true });
      release = lockData(dataDir);
    } else if (!existsSync(join(dataDir, FILE))) throw nothingToRead(dataDir);
    const sqlite = openDatabase(join(dataDir, FILE), { readonly: mode === 'read', timeout: BUSY_TIMEOUT });
    if (mode === 'write') {
      // A file that may only be read opens all the same; better to learn it here than at the first write.
      accessSync(join(dataDir, FILE), constants.W_OK);
      setting(sqlite, 'journal_mode = WAL');
    }
    setting(sqlite, 'synchronous = NORMAL');
    setting(sqlite, 'foreign_keys = ON');
    db = new KyselyDatabase<Tables>({ dialect: new WholeMigrationsDialect({ database: preparingOnce(sqlite) }) });
    if (mode === 'write') await migrate(db, dataDir);
    else await requireCurrent(db, dataDir);
    return storeOver(db, dataDir, release);
  } catch (error) {
    await db?.destroy();
    release();
    throw isModuleMissing(error) ? moduleMissing(error) : storageError(error, dataDir);
  }
}

function storeOver(db: Kysely<Tables>, dataDir: string, release: () => void): Store {
  const tasks = new TaskRepository(db);
  const committer = new Committer(db, tasks);
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw storageError(error, dataDir);
    });
  return {
    runs: new RunRepository(db),
    tasks,
    captures: new CaptureRepository(db),
    pages: new PageRepository(db),
    events: new PageEventRepository(db),
    ledger: new EvidenceLedger(db),
    cases: new EvidenceCases(db),
    committed: async () => {
      const rows = await db.selectFrom('evidence_files').selectAll().execute();
      return new Map(rows.map(({ file, length }) => [file, length]));
    },
    commit: (commit) => guard(db.transaction().execute((tx) => committer.write(tx, commit))),
    unlist: (reconciled) => guard(unlist(db, reconciled)),
    finish: ({ runId, finishedAt, cost, arrivals }) =>
      guard(
        db.transaction().execute(async (tx) => {
          if (arrivals) await noteArrivals(tx, arrivals);
          await spend(tx, runId, cost);
          await endRun(tx, runId, finishedAt);
        }),
      ),
    close: async () => {
      await db.destroy();
      release();
    },
  };
}

async function migrate(db: Kysely<Tables>, dataDir: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error && /corrupted migrations/.test(error.message)) throw otherVersion(dataDir);
  if (error) throw error;
}

async function requireCurrent(db: Kysely<Tables>, dataDir: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`
    .execute(db)
    .catch(() => ({ rows: [] }));
  if (rows.length === 0) throw nothingToRead(dataDir);
  if (rows.map(({ name }) => name).join() !== Object.keys(MIGRATIONS).join()) throw otherVersion(dataDir);
}

/** Nothing was crawled into the folder yet. */
export const nothingToRead = (dataDir: string): UserError =>
  new UserError(EXIT.usage, [
    { place: { file: dataDir }, what: '取证数据目录中还没有取证记录', remedy: '请先运行 xunjian crawl' },
  ]);

/** True where better-sqlite3 was built for another Node version, or not at all (its finder then lists its `tries`). */
const isModuleMissing = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === 'ERR_DLOPEN_FAILED') || 'tries' in error);

const moduleMissing = (cause: unknown): UserError =>
  new UserError(
    EXIT.storage,
    [{ place: {}, what: '数据库模块未安装，或与当前 Node 版本不符', remedy: '请在程序目录运行 npm run setup 后重试' }],
    { cause },
  );

const otherVersion = (dataDir: string): UserError =>
  new UserError(EXIT.storage, [
    {
      place: { file: dataDir },
      what: '数据目录由其他版本的 xunjian 写成',
      remedy: '数据较旧时请先用本版本运行一次 xunjian crawl；数据较新时请升级程序',
    },
  ]);
