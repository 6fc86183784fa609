import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Decoded } from './record.ts';

interface InflateOptions {
  readonly maxOutputLength: number;
  readonly chunkSize: number;
}
type Inflate = (bytes: Uint8Array, options: InflateOptions) => Promise<Uint8Array>;

/** Large bodies are unpacked in the thread pool, small ones at once: for them the trip costs more than the work. */
const POOL_FROM = 1024 * 1024;
/** Most pages come out in one piece. */
const PIECE = 64 * 1024;
const sized =
  (sync: (bytes: Uint8Array, options: InflateOptions) => Uint8Array, pooled: Inflate): Inflate =>
  async (bytes, options) =>
    bytes.length > POOL_FROM ? pooled(bytes, options) : sync(bytes, options);

const gunzip = sized(zlib.gunzipSync, promisify(zlib.gunzip));
const inflate = sized(zlib.inflateSync, promisify(zlib.inflate));
const inflateRaw = sized(zlib.inflateRawSync, promisify(zlib.inflateRaw));
const unbrotli = sized(zlib.brotliDecompressSync, promisify(zlib.brotliDecompress));

/** `deflate` means zlib, yet old servers send the bare stream: a zlib header tells them apart. */
const hasZlibHeader = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;

const CODINGS: Readonly<Record<string, Inflate>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  br: unbrotli,
  deflate: (bytes, options) => (hasZlibHeader(bytes) ? inflate : inflateRaw)(bytes, options),
  identity: async (bytes) => bytes,
};

/** Undoes a Content-Encoding ('' for none, `gzip`, `deflate`, `br` or a list of them); at most `cap` bytes come out. */
export async function decodeBody(payload: Uint8Array, contentEncoding: string, cap: number): Promise<Decoded> {
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
  let body = payload;
  for (const coding of codings.reverse()) {
    const undo = CODINGS[coding];
    if (!undo) return { ok: false, why: 'corrupt' };
    if (body.length === 0) break;
    try {
      body = await undo(body, { maxOutputLength: cap, chunkSize: PIECE });
    } catch (error) {
      const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      return { ok: false, why: tooLarge ? 'too-large' : 'corrupt' };
    }
  }
  return body.length > cap ? { ok: false, why: 'too-large' } : { ok: true, body };
}
