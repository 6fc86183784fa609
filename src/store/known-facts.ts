import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { SqliteDatabase } from 'kysely';
import type { Capture } from '../model/capture.ts';
import { openDatabase, preparingOnce, setting } from './database.ts';

const FILE = 'facts.db';
/** How long one process waits for another one's commit, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
/** Facts that are written together. */
const BATCH = 200;
const KEY_BYTES = 32;
/** As strings lie in memory: Chinese text in UTF-8 takes longer to decode than to unpack, and packs no smaller. */
const WRITING = 'utf16le';

/** What was read of captures before, so that it need not be read again. Only a help: without it everything is read. */
export interface KnownFacts {
  /** What the reader of that name made of the capture; undefined where that is not known. */
  get(reader: string, capture: Capture): unknown;
  /** Keeps it, as JSON, soon. */
  keep(reader: string, capture: Capture, value: unknown): void;
  /** Writes what is still to be written. Trouble in writing means only that it will be read again. */
  close(): void;
}

/**
 * Opens `DIR/facts.db`. `version` names the way of reading: facts of another way are dropped. A file that is damaged is
 * made anew, and one that cannot be made is done without; it may be deleted at any time.
 */
export function openKnownFacts(dataDir: string, version: string): KnownFacts {
  try {
    return new FactsFile(opened(join(dataDir, FILE), version));
  } catch {
    return NOTHING_KNOWN;
  }
}

/** Everything is read anew. */
export const NOTHING_KNOWN: KnownFacts = { get: () => undefined, keep: () => {}, close: () => {} };

function opened(file: string, version: string): SqliteDatabase {
  try {
    return prepared(file, version);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'SQLITE_CORRUPT' && code !== 'SQLITE_NOTADB' && code !== 'SQLITE_ERROR') throw error;
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return prepared(file, version);
  }
}

function prepared(file: string, version: string): SqliteDatabase {
  const sqlite = openDatabase(file, { timeout: BUSY_TIMEOUT });
  setting(sqlite, 'journal_mode = WAL');
  setting(sqlite, 'synchronous = NORMAL');
  const database = preparingOnce(sqlite);
  whole(database, () => {
    sqlite.exec('create table if not exists reading (version text not null)');
    const [row] = database.prepare('select version from reading').all([]) as { version: string }[];
    if (row?.version === version) return;
    sqlite.exec('drop table if exists facts; delete from reading');
    sqlite.exec('create table facts (key blob primary key, fact blob not null)');
    database.prepare('insert into reading values (?)').run([version]);
  });
  return database;
}

/** Does all of the work or nothing of it. */
function whole(database: SqliteDatabase, work: () => void): void {
  database.prepare('begin immediate').run([]);
  try {
    work();
    database.prepare('commit').run([]);
  } catch (error) {
    database.prepare('rollback').run([]);
    throw error;
  }
}

class FactsFile implements KnownFacts {
  private readonly database: SqliteDatabase;
  private pending = new Map<string, Buffer>();

  constructor(database: SqliteDatabase) {
    this.database = database;
  }

  get(reader: string, capture: Capture): unknown {
    const key = keyOf(reader, capture);
    try {
      const fact = this.pending.get(key.toString('latin1')) ?? this.stored(key);
      return fact && valueIn(fact, key);
    } catch {
      return undefined;
    }
  }

  keep(reader: string, capture: Capture, value: unknown): void {
    const key = keyOf(reader, capture);
    const fact = deflateSync(Buffer.from(JSON.stringify(value), WRITING), { level: 1 });
    this.pending.set(key.toString('latin1'), Buffer.concat([key, fact]));
    if (this.pending.size >= BATCH) this.write();
  }

  close(): void {
    this.write();
    this.database.close();
  }

  private stored(key: Buffer): Buffer | undefined {
    const [row] = this.database.prepare('select fact from facts where key = ?').all([key]) as { fact: Buffer }[];
    return row?.fact;
  }

  private write(): void {
    const batch = this.pending;
    this.pending = new Map();
    try {
      whole(this.database, () => {
        const insert = this.database.prepare('insert or replace into facts values (?, ?)');
        for (const [key, fact] of batch) insert.run([Buffer.from(key, 'latin1'), fact]);
      });
    } catch {
      // Another audit is writing, or the disk is full.
    }
  }
}

/** All that a reader can see of a capture, and where its payload lies. */
function keyOf(reader: string, { url, finalUrl, view, contentType, sha256, payloadRecord }: Capture): Buffer {
  const seen = JSON.stringify([reader, url, finalUrl, view, contentType, sha256, payloadRecord]);
  return createHash('sha256').update(seen).digest();
}

/** The value, where the fact is the key's and whole (zlib's checksum); undefined else. */
function valueIn(fact: Buffer, key: Buffer): unknown {
  if (!fact.subarray(0, KEY_BYTES).equals(key)) return undefined;
  return JSON.parse(inflateSync(fact.subarray(KEY_BYTES)).toString(WRITING));
}
