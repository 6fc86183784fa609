import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { backupDatabases } from './compose.ts';
import { sizeOf } from './evidence-files.ts';

/** A file to back up. */
export interface Source {
  /** In the archive. */
  readonly name: string;
  readonly path: string;
  /** So many bytes from its start; all of them without it. */
  readonly length?: number;
}

export interface Snapshots {
  /** An empty folder for the copy of a database, on a disk with space for the largest. */
  readonly scratch: string;
  /** Told of an evidence file that is shorter than its index says. */
  readonly onDamage: (file: string) => void;
}

const INDEX = 'xunjian.db';
const DATABASE = /\.db$/;
/** What the next crawl or audit makes again, what another process is at, and what was never finished. */
const LEFT_OUT = /^(?:facts\.db.*|(?:xunjian|console)\.lock.*|.*-(?:wal|shm|journal)|.*\.tmp|~\$.*|\.~lock\..*)$/;

/**
 * The files of a data folder while others write to it, in the order in which they have to be read: what cites comes
 * before what is cited, and what is cited is only ever added to. So databases of what people and audits said come
 * first, then audits, bulletins and uploads; then the index, and of each evidence file exactly what this index knows;
 * and last the registers that verdicts cite. A folder in it that has an index of its own is a data folder like it.
 * Throws UserError (exit code 5) for a database that cannot be read.
 */
export async function* dataSources(folder: string, name: string, snapshots: Snapshots): AsyncGenerator<Source> {
  const entries = entriesOf(folder);
  const hasIndex = entries.includes(INDEX);
  const apart = hasIndex ? [INDEX, 'evidence', 'registers'] : [];
  const others = entries.filter((entry) => !apart.includes(entry));
  for (const entry of others.filter((one) => DATABASE.test(one)))
    yield* copyOf(join(folder, entry), `${name}/${entry}`, snapshots);
  for (const entry of others.filter((one) => !DATABASE.test(one))) {
    const path = join(folder, entry);
    if (isFolder(path)) yield* dataSources(path, `${name}/${entry}`, snapshots);
    else yield { name: `${name}/${entry}`, path };
  }
  if (!hasIndex) return;
  let committed: ReadonlyMap<string, number> = new Map();
  for await (const copy of copyOf(join(folder, INDEX), `${name}/${INDEX}`, snapshots)) {
    committed = backupDatabases.committedIn(copy.path);
    yield copy;
  }
  for (const [file, length] of committed) {
    const path = join(folder, file);
    const size = sizeOf(path);
    if (size === null || size < length) snapshots.onDamage(path);
    if (size !== null) yield { name: `${name}/${file}`, path, length: Math.min(size, length) };
  }
  if (entries.includes('registers')) yield* dataSources(join(folder, 'registers'), `${name}/registers`, snapshots);
}

/** One that has gone meanwhile is empty. */
const entriesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((entry) => !LEFT_OUT.test(entry))
        .sort()
    : [];

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The copy of a database, which is gone when the next source is asked for. */
function* copyOf(path: string, name: string, { scratch }: Snapshots): Generator<Source> {
  const copy = join(scratch, 'copy.db');
  try {
    backupDatabases.copyDatabase(path, copy);
    chmodSync(copy, statSync(path).mode);
    yield { name, path: copy };
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    rmSync(copy, { force: true });
  }
}

/** SQLite tells of a full disk and of a damaged file in its own way. */
function unreadable(file: string, error: unknown): unknown {
  const { code, message } = error as { readonly code?: unknown; readonly message: string };
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  const [what, remedy] = /^SQLITE_(?:CORRUPT|NOTADB)/.test(code)
    ? ['数据库已损坏，不能备份', '请从以前的备份恢复该文件后重新备份']
    : ['数据库不能复制，备份没有完成', '请检查文件权限，以及存放备份的磁盘是否有足够空间'];
  return new UserError(EXIT.storage, [{ place: { file }, what, value: message, remedy }], { cause: error });
}
