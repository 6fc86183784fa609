import { Buffer } from 'node:buffer';
import { buffer as collect } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { decodeText } from '../charset.ts';

/** More members than this, or more bytes once unpacked, are no annex to a notice but a bomb or a whole archive. */
export const ARCHIVE_CAPS = { members: 200, bytes: 200 * 1024 * 1024 } as const;

/** An archive beyond what is unpacked, with the reason in Chinese. */
export class ArchiveTooLarge extends Error {
  override readonly name = 'ArchiveTooLarge';
}

export interface Member {
  readonly name: string;
  /** Locked by a password, or packed by a method that only other programs know. */
  readonly sealed: 'locked' | 'method' | null;
  /** The bytes, whose number has to be what the archive's directory says. */
  open(): Promise<Uint8Array>;
}

const UTF8_NAMES = 0x800;
const UNICODE_PATH = 0x7075;
const STORED = 0;
const DEFLATED = 8;
const END = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;

/**
 * The files in a zip archive, folders left out, before any is unpacked. Throws ArchiveTooLarge beyond the caps, and
 * whatever the library throws for a broken archive.
 */
export async function archiveMembers(bytes: Uint8Array): Promise<Member[]> {
  const zip = await fromBufferPromise(withoutTail(bytes), { decodeStrings: false, validateEntrySizes: true });
  if (zip.entryCount > ARCHIVE_CAPS.members * 10) throw new ArchiveTooLarge(`压缩包内文件过多，未展开读取`);
  const members: Member[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (total > ARCHIVE_CAPS.bytes) throw new ArchiveTooLarge('压缩包解压后过大，未展开读取');
    const name = nameOf(entry);
    if (!name.endsWith('/')) members.push(memberOf(zip, entry, name));
  }
  return members;
}

/** Download scripts often write a line break or more behind the archive, which its directory does not allow for. */
function withoutTail(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.lastIndexOf(END);
  if (at < 0 || at + END_LENGTH > buffer.length) return buffer;
  return buffer.subarray(0, at + END_LENGTH + buffer.readUInt16LE(at + END_LENGTH - 2));
}

function memberOf(zip: ZipFile, entry: Entry, name: string): Member {
  const known = entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED;
  return {
    name,
    sealed: entry.isEncrypted() ? 'locked' : known ? null : 'method',
    open: async () => collect(await zip.openReadStreamPromise(entry)),
  };
}

/** Chinese programs write names in GBK without saying so; newer ones say UTF-8 by a flag or in an extra field. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const unicode = extraFields.find(({ id }) => id === UNICODE_PATH)?.data.subarray(5);
  if (unicode && unicode.length > 0) return unicode.toString('utf8');
  const isUtf8 = (generalPurposeBitFlag & UTF8_NAMES) !== 0;
  return (isUtf8 ? fileNameRaw.toString('utf8') : decodeText(fileNameRaw)).replaceAll('\\', '/');
}
