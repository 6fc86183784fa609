import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A stretch of a page, with its share of a deflate stream, so that pages are put together and not compressed anew. */
export interface Piece {
  readonly plain: Buffer;
  readonly deflated: Buffer;
}

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty last block. */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);

/** Compressed once and used by many pages: ends on a byte boundary and refers to nothing before it. */
export function packed(text: string): Piece {
  const plain = Buffer.from(text);
  return { plain, deflated: deflateRawSync(plain, { level: 6, finishFlush: constants.Z_FULL_FLUSH }) };
}

/** What only one page has, kept as a stored block; less than 64 KiB. */
export function stored(text: string): Piece {
  const plain = Buffer.from(text);
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.length, 1);
  head.writeUInt16LE(plain.length ^ 0xffff, 3);
  return { plain, deflated: Buffer.concat([head, plain]) };
}

export const plainOf = (pieces: readonly Piece[]): Buffer => Buffer.concat(pieces.map(({ plain }) => plain));

/** The pieces as one gzip member (RFC 1952). */
export function gzipOf(pieces: readonly Piece[]): Buffer {
  const end = Buffer.alloc(8);
  end.writeUInt32LE(checksum(pieces), 0);
  end.writeUInt32LE(
    pieces.reduce((sum, { plain }) => sum + plain.length, 0),
    4,
  );
  return Buffer.concat([GZIP_HEADER, ...pieces.map(({ deflated }) => deflated), LAST_BLOCK, end]);
}

export const checksum = (pieces: readonly Piece[]): number => pieces.reduce((sum, { plain }) => crc32(plain, sum), 0);
