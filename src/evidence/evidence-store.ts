import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { mkdir, readdir, rename, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { storageError } from '../model/storage-error.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { WarcAppender } from './appender.ts';
import { decodeBody } from './decode.ts';
import { headerValue, parseRecord, readMember } from './read-record.ts';
import type { EvidenceStore, OpenedRecord } from './record.ts';

export interface EvidenceOptions {
  /** The data folder; records lie in its `evidence` folder. */
  readonly dataDir: string;
  /** Length in bytes up to which each file is committed, as the store knows it. Needed only for writing. */
  readonly committed: ReadonlyMap<string, number>;
  /** `xunjian/VERSION`, for the warcinfo record. */
  readonly software: string;
  /** Also for the warcinfo record: whom to ask about the crawl. */
  readonly operator?: string | undefined;
  /** A file that has grown over this many bytes is followed by a new one. */
  readonly maxFileBytes: number;
  readonly now: () => Date;
}

const GIGABYTE = 1024 ** 3;
const FOLDER = 'evidence';
const SUFFIX = '.warc.gz';
const DEFAULT_DECODED_CAP = 200 * 1024 * 1024;

export interface EvidenceReader extends Pick<EvidenceStore, 'open' | 'close'> {
  /** Whether the record's file is there and reaches that far. */
  holds(record: string): boolean;
}

/** Opens the evidence for reading only; a crawl may be writing to it. Nothing is opened before a record is asked for. */
export function readEvidence(dataDir: string, decodedCap = DEFAULT_DECODED_CAP): EvidenceReader {
  const files = new Map<string, { readonly opened: number; readonly size: number }>();
  const fileOf = (name: string): { readonly opened: number; readonly size: number } => {
    const known = files.get(name);
    if (known) return known;
    const opened = openSync(join(dataDir, name), 'r');
    const file = { opened, size: fstatSync(opened).size };
    files.set(name, file);
    return file;
  };
  return {
    open: async (record) => {
      const [file = '', offset] = record.split('#');
      try {
        return await parseRecord(await readMember(fileOf(file).opened, Number(offset)), decodedCap);
      } catch (error) {
        throw damaged(record, error);
      }
    },
    holds: (record) => {
      const [file = '', offset] = record.split('#');
      try {
        return Number(offset) < fileOf(file).size;
      } catch {
        return false;
      }
    },
    close: async () => {
      for (const { opened } of files.values()) closeSync(opened);
      files.clear();
    },
  };
}

/**
 * Opens the evidence for writing. First each file is cut where the store last committed, since what follows may be
 * half a record; a file the store never knew is set aside under another name, not deleted.
 * Throws UserError (storage) where the folder cannot be written.
 */
export async function openEvidence(
  options: Pick<EvidenceOptions, 'dataDir' | 'committed' | 'software'> & Partial<EvidenceOptions>,
): Promise<EvidenceStore> {
  const { dataDir, committed, software, operator, maxFileBytes = GIGABYTE, now = () => new Date() } = options;
  const folder = join(dataDir, FOLDER);
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw storageError(error, folder);
    });
  await guard(mkdir(folder, { recursive: true }));
  await guard(cutUncommitted(folder, committed));
  const appender = new WarcAppender({
    ...{ folder, prefix: `${FOLDER}/`, suffix: SUFFIX, software, operator, maxFileBytes, now },
  });
  const reader = readEvidence(dataDir);
  return {
    append: (records) => guard(appender.append(records)),
    open: (record): Promise<OpenedRecord> => reader.open(record),
    decode: (headers, payload, cap) => decodeBody(payload, headerValue(headers, 'content-encoding'), cap),
    close: async () => {
      await appender.close();
      await reader.close();
    },
  };
}

async function cutUncommitted(folder: string, committed: ReadonlyMap<string, number>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(SUFFIX)) continue;
    const path = join(folder, name);
    const length = committed.get(`${FOLDER}/${name}`);
    if (length === undefined) await rename(path, asideOf(path));
    else if ((await stat(path)).size > length) await truncate(path, length);
  }
}

/** A name that no file has: after two short lives within a second, two files may have had the same name. */
function asideOf(path: string): string {
  for (let number = 1; ; number++) {
    const aside = `${path}.${number === 1 ? '' : `${number}.`}uncommitted`;
    if (!existsSync(aside)) return aside;
  }
}

function damaged(record: string, cause: unknown): UserError {
  return new UserError(
    EXIT.damaged,
    [
      {
        place: {},
        what: '取证记录缺失或已损坏',
        value: record,
        remedy: '请从备份恢复该文件，或重新运行 xunjian crawl',
      },
    ],
    { cause },
  );
}
