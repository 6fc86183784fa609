import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface RunRow {
  readonly id: string;
  readonly finished_at: string | null;
}

export interface CaptureRow {
  readonly id: number;
  readonly run_id: string;
  readonly url: string;
  readonly final_url: string;
  readonly view: string;
  readonly page: number;
  readonly tag: string;
  readonly status: number | null;
  readonly detail: string;
  readonly content_type: string;
  readonly sha256: string;
  readonly record: string;
  /** The earlier record that holds the payload, for a look that brought nothing new; else ''. */
  readonly payload_record: string;
}

/** The index as plain SQL shows it. */
export interface IndexCopy {
  readonly runs: readonly RunRow[];
  readonly captures: readonly CaptureRow[];
  /** Committed length by `evidence/FILE`. */
  readonly lengths: ReadonlyMap<string, number>;
  /** Tasks of all runs that are not done. */
  readonly tasksLeft: number;
  /** What SQLite itself finds wrong. */
  readonly faults: readonly string[];
}

const EMPTY: IndexCopy = { runs: [], captures: [], lengths: new Map(), tasksLeft: 0, faults: [] };
const FILES = ['xunjian.db', 'xunjian.db-wal'];

/** Reads a copy made in `scratch`, since whoever closes a database last tidies its log away. Empty before the tables are made. */
export function readIndex(data: string, scratch: string): IndexCopy {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  for (const name of FILES) if (existsSync(join(data, name))) copyFileSync(join(data, name), join(scratch, name));
  if (!existsSync(join(scratch, 'xunjian.db'))) return EMPTY;
  const db = new Database(join(scratch, 'xunjian.db'));
  try {
    const all = <T>(sql: string): T[] => db.prepare<unknown[], T>(sql).all();
    const faults = all<{ integrity_check: string }>('pragma integrity_check').map((row) => row.integrity_check);
    const tables = new Set(all<{ name: string }>('select name from sqlite_master').map(({ name }) => name));
    const rows = <T>(table: string, sql: string): T[] => (tables.has(table) ? all<T>(sql) : []);
    const lengths = rows<{ file: string; length: number }>('evidence_files', 'select * from evidence_files');
    const left = rows<{ left: number }>('tasks', "select count(*) as left from tasks where state <> 'done'");
    return {
      runs: rows('runs', 'select id, finished_at from runs order by started_at, rowid'),
      captures: rows('captures', 'select * from captures order by id'),
      lengths: new Map(lengths.map(({ file, length }) => [file, length])),
      tasksLeft: left[0]?.left ?? 0,
      faults: faults.filter((fault) => fault !== 'ok'),
    };
  } finally {
    db.close();
  }
}
