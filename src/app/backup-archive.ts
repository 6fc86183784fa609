import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { EXIT, UserError } from '../model/user-error.ts';
import { type BackedUpFile, type BackupManifest, isSafeName, MANIFEST } from './backup-manifest.ts';
import type { Source } from './backup-sources.ts';

/** What is packed already, evidence above all. */
const PACKED = /\.(?:gz|zip|wacz|docx|xlsx|pptx|pdf|png|jpe?g|gif|webp)$/i;

export interface ArchiveRequest {
  readonly sources: AsyncIterable<Source>;
  readonly head: Omit<BackupManifest, 'files'>;
  /** Told of the bytes of a file as they go by; what it throws ends the stream. */
  readonly onBytes: (bytes: number, name: string) => void;
  /** Told of each file that is in the archive. */
  readonly onFile: (file: BackedUpFile) => void;
}

/**
 * A backup as a stream: a ZIP file (ZIP64 where it is needed) whose last entry is the manifest. Each source is asked
 * for when the one before it has been read. A file that has gone meanwhile is left out. The stream fails where a file
 * cannot be read, or has a name (UserError, 2) that other systems would not give back.
 */
export function archiveStream(request: ArchiveRequest): Readable {
  const out = new PassThrough();
  const zip = new ZipFile();
  zip.on('error', (error) => out.destroy(error as Error));
  zip.outputStream.on('error', (error) => out.destroy(error)).pipe(out);
  const gone = new AbortController();
  out.on('close', () => gone.abort());
  fill(zip, request, gone.signal).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function fill(
  zip: ZipFile,
  { sources, head, onBytes, onFile }: ArchiveRequest,
  signal: AbortSignal,
): Promise<void> {
  const files: BackedUpFile[] = [];
  for await (const source of sources) {
    if (!isSafeName(source.name)) throw oddName(source);
    const handle = await opened(source.path);
    if (handle === null) continue;
    try {
      const file = await added(zip, source, { handle, signal, onBytes: (bytes) => onBytes(bytes, source.name) });
      files.push(file);
      onFile(file);
    } finally {
      await handle.close();
    }
  }
  const manifest: BackupManifest = { ...head, files };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, { mtime: new Date(head.createdAt) });
  zip.end();
}

/** Null where there is no such file any more. */
async function opened(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Ends when the file's bytes have been read; they are those of one file, even where another takes its name. */
async function added(
  zip: ZipFile,
  { name, path, length }: Source,
  reading: { readonly handle: FileHandle; readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void },
): Promise<BackedUpFile> {
  const { handle, signal, onBytes } = reading;
  const { mtime, mode } = await handle.stat();
  const hash = createHash('sha256');
  let bytes = 0;
  async function* content(): AsyncGenerator<Uint8Array> {
    if (length === 0) return;
    const end = length === undefined ? Number.POSITIVE_INFINITY : length - 1;
    for await (const chunk of handle.createReadStream({ start: 0, end, autoClose: false })) {
      hash.update(chunk);
      bytes += chunk.length;
      onBytes(chunk.length);
      yield chunk;
    }
    if (length !== undefined && bytes !== length) throw shortened(path);
  }
  await new Promise<void>((resolve, reject) => {
    const stream = Readable.from(content(), { signal });
    stream.on('error', reject).on('end', resolve);
    zip.addReadStream(stream, name, { mtime, mode, compress: !PACKED.test(name), forceZip64Format: true });
  });
  return { path: name, bytes, sha256: hash.digest('hex'), modifiedAt: mtime.toISOString(), mode: mode & 0o777 };
}

const shortened = (file: string): UserError =>
  new UserError(EXIT.damaged, [
    { place: { file }, what: '取证文件在备份过程中变短', remedy: '请运行 xunjian evidence verify 核验后重新备份' },
  ]);

const oddName = ({ path }: Source): UserError =>
  new UserError(EXIT.usage, [
    {
      ...{ place: {}, what: '文件名不能备份', value: path },
      remedy: '请改名（不要有反斜杠、换行和不能识别的字符）后重新备份',
    },
  ]);
