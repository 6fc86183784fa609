import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { EXIT, UserError } from '../model/user-error.ts';
import { type BackedUpFile, type BackupManifest, isSafeName, MANIFEST, parseManifest } from './backup-manifest.ts';

/** Bytes; that of a district with 100,000 files has 25 MB. */
const LARGEST_MANIFEST = 500_000_000;

/** A backup whose table of contents is whole and agrees with its manifest. */
export interface BackupArchive {
  readonly manifest: BackupManifest;
  /** The bytes of a file; the stream fails (UserError, 4) where they are not those that were backed up. */
  read(file: BackedUpFile, onBytes: (bytes: number) => void): Readable;
  close(): void;
}

/**
 * Opens a backup. Throws UserError: 2 where there is no such file, it is none of ours, or it holds names that lead
 * elsewhere; 4 where it is damaged or cut off.
 */
export async function openBackup(path: string): Promise<BackupArchive> {
  // Names are checked here: the library refuses some and mends others, and says so in English.
  const options = { decodeStrings: false, autoClose: false };
  const zip = await openPromise(path, options).catch(async (error: NodeJS.ErrnoException) => {
    throw await notOpened(path, error);
  });
  try {
    const entries = await entriesOf(zip, path);
    const manifest = await manifestOf(zip, entries.get(MANIFEST), path);
    const listed = new Map(manifest.files.map((file) => [file.path, file]));
    entries.delete(MANIFEST);
    if (listed.size !== manifest.files.length || listed.size !== entries.size) throw damaged(path, '文件清单');
    for (const [name, { uncompressedSize }] of entries)
      if (listed.get(name)?.bytes !== uncompressedSize) throw damaged(path, name);
    return {
      manifest,
      read: (file, onBytes) => Readable.from(contentOf(zip, entries.get(file.path) as Entry, { file, path, onBytes })),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8');
      if (entries.has(name)) throw damaged(path, name);
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof UserError ? error : damaged(path, '目录', error);
  }
  if (!entries.has(MANIFEST)) throw foreign(path);
  const odd = [...entries.keys()].find((name) => name !== MANIFEST && !isSafeName(name));
  if (odd === undefined) return entries;
  const remedy = '该文件不是本程序所写，请换用其他备份；没有恢复任何文件';
  throw new UserError(EXIT.usage, [{ place: { file: path }, what: '备份中有不安全的文件名', value: odd, remedy }]);
}

async function manifestOf(zip: ZipFile, entry: Entry | undefined, path: string): Promise<BackupManifest> {
  if (entry === undefined || entry.uncompressedSize > LARGEST_MANIFEST) throw foreign(path);
  const text = await whole(zip, entry).catch((error: unknown) => {
    throw damaged(path, MANIFEST, error);
  });
  const manifest = parseManifest(text);
  if (manifest === null) throw damaged(path, MANIFEST);
  return manifest;
}

const whole = async (zip: ZipFile, entry: Entry): Promise<string> =>
  (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');

async function* contentOf(
  zip: ZipFile,
  entry: Entry,
  expected: { readonly file: BackedUpFile; readonly path: string; readonly onBytes: (bytes: number) => void },
): AsyncGenerator<Uint8Array> {
  const { file, path, onBytes } = expected;
  const hash = createHash('sha256');
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      hash.update(chunk);
      onBytes(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UserError ? error : damaged(path, file.path, error);
  }
  if (hash.digest('hex') !== file.sha256) throw damaged(path, file.path);
}

const damaged = (file: string, value: string, cause?: unknown): UserError =>
  new UserError(
    EXIT.damaged,
    [{ place: { file }, what: '备份文件已损坏或不完整', value, remedy: '请换用其他备份；没有恢复任何文件' }],
    { cause },
  );

const foreign = (file: string): UserError =>
  new UserError(EXIT.usage, [
    { place: { file }, what: '不是 xunjian 的备份文件', remedy: '请选用由 xunjian backup 生成的 zip 文件' },
  ]);

/** How a ZIP file with anything in it begins, cut off or not. */
const START = Buffer.from('PK\x03\x04', 'latin1');

/** The library cannot tell a file that was cut off from one that never was a ZIP file. */
async function notOpened(path: string, error: NodeJS.ErrnoException): Promise<UserError> {
  if (error.code === 'ENOENT')
    return new UserError(EXIT.usage, [{ place: { file: path }, what: '备份文件不存在', remedy: '请检查路径' }]);
  if (typeof error.code === 'string')
    return new UserError(
      EXIT.usage,
      [{ place: { file: path }, what: '备份文件无法读取', value: error.message, remedy: '请检查路径和文件权限' }],
      { cause: error },
    );
  const start = await firstBytes(path, START.length);
  return start.equals(START) ? damaged(path, '文件末尾', error) : foreign(path);
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    return (await handle.read(Buffer.alloc(length), 0, length, 0)).buffer;
  } finally {
    await handle.close();
  }
}
