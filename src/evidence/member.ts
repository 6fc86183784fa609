import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { FileWindow } from './file-window.ts';

/** Compressed bytes unpacked in one go; most records fit. Larger ones go through in pieces, so that memory stays flat. */
const AT_ONCE = 256 * 1024;
const MOST_AT_ONCE = 4 * 1024 * 1024;
const PIECE = 256 * 1024;
/** CRC and length after the compressed data. */
const TRAILER = 8;

const FLAG = { crc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
const FIXED_HEADER = 10;
const METHOD_DEFLATE = 8;

/** Bytes of the gzip header that begins here, optional fields included (RFC 1952); null where none does, or not all of it. */
export function gzipHeaderLength(bytes: Uint8Array): number | null {
  const flags = bytes[3] ?? 0;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== METHOD_DEFLATE || flags & FLAG.reserved) return null;
  let at = FIXED_HEADER;
  if (flags & FLAG.extra) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const text of [FLAG.name, FLAG.comment]) {
    if (!(flags & text)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & FLAG.crc) at += 2;
  return at < bytes.length ? at : null;
}

export interface Member {
  /** Compressed bytes, header and trailer included. */
  readonly length: number;
  /** Whether CRC and length of the trailer agree with what came out. */
  readonly sound: boolean;
  /** Whether the bits that fill up the last byte of the data are zero, as every compressor leaves them. */
  readonly padded: boolean;
  /** The fixed header in hex; '' where optional fields follow it. Equal for all members that one process wrote. */
  readonly header: string;
}

/** Unpacks the gzip member at an offset and hands over what comes out piece by piece. Throws where it is none or is cut. */
export async function unpackMember(window: FileWindow, offset: number, take: (piece: Buffer) => void): Promise<Member> {
  const start = await window.read(offset, AT_ONCE);
  const header = gzipHeaderLength(start);
  if (header === null) throw new Error('no gzip member here');
  let crc = 0;
  let size = 0;
  const taken = (piece: Buffer): void => {
    crc = crc32(piece, crc);
    size += piece.length;
    take(piece);
  };
  const fixed = header === FIXED_HEADER ? start.toString('hex', 0, FIXED_HEADER) : '';
  const whole = unpackAtOnce(start.subarray(header));
  let packed: number;
  if (whole) {
    packed = whole.packed;
    taken(whole.data);
  } else packed = await unpackInPieces(window, offset + header, taken);
  const trailer = await window.read(offset + header + packed, TRAILER);
  if (trailer.length < TRAILER) throw new Error('gzip member is cut');
  const sound = trailer.readUInt32LE(0) === crc && trailer.readUInt32LE(4) === size % 2 ** 32;
  return { length: header + packed + TRAILER, sound, padded: whole?.padded ?? true, header: fixed };
}

/** Null where the data goes on behind these bytes, or is too much for one buffer. Throws where it is no deflate stream. */
function unpackAtOnce(bytes: Buffer): { data: Buffer; packed: number; padded: boolean } | null {
  try {
    const { data, packed } = inflateKnowing(bytes);
    return { data, packed, padded: isPadded(bytes.subarray(0, packed), data) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR' || code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

function inflateKnowing(bytes: Buffer): { data: Buffer; packed: number } {
  // With `info` the engine comes too, which the types do not know; it says how much it has read.
  const { buffer, engine } = inflateRawSync(bytes, { info: true, maxOutputLength: MOST_AT_ONCE }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  return { data: buffer, packed: engine.bytesWritten };
}

/**
 * False where a bit behind the end of the data is set. The last data bit ends the end-of-block code, and without it
 * other data comes out; so the highest bit that is set is padding only where no bit from it on matters.
 */
function isPadded(packed: Buffer, data: Buffer): boolean {
  const last = packed.at(-1) ?? 0;
  if (last === 0) return true;
  const copy = Buffer.from(packed);
  for (let bit = 31 - Math.clz32(last); bit < 8; bit++) {
    copy[copy.length - 1] = last ^ (1 << bit);
    if (!unpacksTo(copy, data)) return true;
  }
  return false;
}

function unpacksTo(packed: Buffer, data: Buffer): boolean {
  try {
    const found = inflateKnowing(packed);
    return found.packed === packed.length && found.data.equals(data);
  } catch {
    return false;
  }
}

async function unpackInPieces(window: FileWindow, offset: number, take: (piece: Buffer) => void): Promise<number> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  const feed = async (): Promise<void> => {
    for (let at = offset; !inflate.destroyed && !inflate.readableEnded; ) {
      const bytes = Buffer.from(await window.read(at, PIECE));
      if (bytes.length === 0) {
        inflate.end();
        return;
      }
      at += bytes.length;
      await new Promise<void>((resolve) => {
        inflate.once('close', resolve);
        inflate.write(bytes, () => {
          inflate.off('close', resolve);
          resolve();
        });
      });
    }
  };
  const fed = feed();
  try {
    for await (const piece of inflate) take(piece as Buffer);
    return inflate.bytesWritten;
  } finally {
    inflate.destroy();
    await fed;
  }
}

/** Whether a gzip member of a WARC record begins with these bytes, which may be cut anywhere. */
export function opensRecord(bytes: Buffer): boolean {
  const header = gzipHeaderLength(bytes);
  if (header === null) return false;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH };
    return inflateRawSync(bytes.subarray(header), options).subarray(0, 5).equals(Buffer.from('WARC/'));
  } catch {
    return false;
  }
}
