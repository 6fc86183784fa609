import { Buffer } from 'node:buffer';
import { buffer as collect } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { UserError } from '../../model/user-error.ts';
import { megabytes, type UploadLimits } from './limits.ts';
import { refusedUpload } from './refuse-upload.ts';

/** A workbook has some dozen. */
const MOST_MEMBERS = 2000;

/** What lies in an archive, with as many bytes each as its directory says. */
export interface ArchiveMember {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * The same archive written anew without compression. A library that reads it cannot unpack more than was unpacked here
 * within the limits, nor find other members than were counted here: archives can be made that two programs read in two
 * ways. Throws UserError (exit code 2) for one that is broken, locked, names paths outside itself or is too large.
 */
export async function repacked(bytes: Uint8Array, name: string, limits: UploadLimits): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const member of await unpacked(bytes, name, limits)) {
    archive.addBuffer(member.bytes, member.name, { compress: false });
  }
  archive.end();
  return collect(archive.outputStream as NodeJS.ReadableStream);
}

/** All files in the archive, whole. Throws as `repacked` does. */
async function unpacked(bytes: Uint8Array, name: string, limits: UploadLimits): Promise<ArchiveMember[]> {
  const tooLarge = (): UserError =>
    refusedUpload(name, `解压后超过 ${megabytes(limits.unpackedBytes)} 或文件过多`, '请减少内容后另存，再上传');
  try {
    // The library refuses names that lead out of the archive, and members longer than they say they are.
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      validateEntrySizes: true,
    });
    if (zip.entryCount > MOST_MEMBERS) throw tooLarge();
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
    if (entries.some((entry) => entry.isEncrypted()))
      throw refusedUpload(name, '文件设有密码', '请去掉密码后另存，再上传');
    if (entries.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0) > limits.unpackedBytes)
      throw tooLarge();
    const members: ArchiveMember[] = [];
    for (const entry of entries) {
      members.push({ name: entry.fileName, bytes: await collect(await zip.openReadStreamPromise(entry)) });
    }
    return members;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refusedUpload(name, '文件已损坏，无法打开', '请用 Excel 或 WPS 打开后另存，再上传', undefined, error);
  }
}
