import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { openDatabase } from './database.ts';

/**
 * Milliseconds to wait for the lock. Of two processes that begin at the same instant each may find the other one half
 * way in; with a little patience one of them gets through.
 */
const PATIENCE = 300;
/** What a data folder can be held for: its crawl, and its console. */
const HOLDERS = {
  crawl: { name: 'xunjian.lock', what: '另一个 xunjian 进程正在使用该数据目录' },
  console: { name: 'console.lock', what: '另一个控制台正在使用该数据目录' },
} as const;
/** The change, never committed, fails on a file that may only be read: there SQLite would begin without any lock. */
const HOLD = 'pragma journal_mode = memory; begin exclusive; pragma user_version = 1';

/** Who holds the folder, for the words of an error only: the lock itself is the operating system's. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO instant, UTC. */
  readonly since: string;
}

/**
 * Holds the data folder for one writing process, or for one console. The lock is the operating system's, on a file that SQLite locks, so
 * that a process that dies lets go of it. Returns the release. Throws UserError (storage) where another one holds it.
 */
export function lockData(dataDir: string, held: keyof typeof HOLDERS = 'crawl'): () => void {
  const { name, what } = HOLDERS[held];
  const file = openDatabase(join(dataDir, name), { timeout: PATIENCE });
  const note = join(dataDir, `${name}.json`);
  try {
    file.exec(HOLD);
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw inUse(dataDir, what, holderOf(note), error);
  }
  try {
    const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    writeFileSync(note, JSON.stringify(holder));
  } catch (error) {
    file.close();
    throw error;
  }
  return () => {
    try {
      // While the lock is still ours: afterwards the note may be another process's.
      rmSync(note, { force: true });
    } catch {
      // A note left behind names a process that is gone, and is not believed.
    } finally {
      file.close();
    }
  };
}

function inUse(dataDir: string, other: string, holder: Holder | null, cause: unknown): UserError {
  if (!holder) {
    const remedy = '请等它结束，或用 --data 指定其他目录';
    return new UserError(EXIT.storage, [{ place: { file: dataDir }, what: other, remedy }], { cause });
  }
  const { pid, host, since } = holder;
  const where = host === hostname() ? '' : `，主机 ${host}`;
  const value = `进程号 ${pid}${where}，开始于 ${new Date(since).toLocaleString('zh-CN', { hour12: false })}`;
  const remedy = '请等它结束或结束该进程（已取得的内容会保留），或用 --data 指定其他目录';
  return new UserError(EXIT.storage, [{ place: { file: dataDir }, what: other, value, remedy }], { cause });
}

/** Null where the note is not there yet, or is left over from a process of this machine that is gone. */
function holderOf(note: string): Holder | null {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(note, 'utf8')) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return null;
    if (Number.isNaN(Date.parse(since)) || (host === hostname() && !isAlive(pid))) return null;
    return { pid, host, since };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
