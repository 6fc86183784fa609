import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { WARCParser } from 'warcio';

/** A record as this reader sees it; it shares no code with the program. */
export interface SeenRecord {
  readonly offset: number;
  readonly type: string;
  readonly url: string;
  /** SHA-256 of the payload as sent; of the block where there is no HTTP message. */
  readonly sha256: string;
}

const GZIP_HEAD = 10;
const GZIP_TAIL = 8;
const EMPTY_LINE = Buffer.from('\r\n\r\n');

/**
 * Reads one gzip member after the other. Throws where one is not whole (header, CRC, length), where what follows is
 * no member, or where a digest does not pass.
 */
export function readMembers(bytes: Buffer, from: number): SeenRecord[] {
  const records: SeenRecord[] = [];
  for (let offset = from; offset < bytes.length; ) {
    const { record, length } = memberAt(bytes, offset);
    records.push(recordOf(record, offset));
    offset += length;
  }
  return records;
}

function memberAt(bytes: Buffer, offset: number): { record: Buffer; length: number } {
  if (bytes[offset] !== 0x1f || bytes[offset + 1] !== 0x8b) throw new Error(`no gzip member at ${offset}`);
  if (bytes[offset + 3] !== 0) throw new Error(`a gzip header with optional fields at ${offset}`);
  const { buffer, engine } = inflateRawSync(bytes.subarray(offset + GZIP_HEAD), { info: true }) as unknown as {
    readonly buffer: Buffer;
    readonly engine: { readonly bytesWritten: number };
  };
  const tail = offset + GZIP_HEAD + engine.bytesWritten;
  if (tail + GZIP_TAIL > bytes.length) throw new Error(`the gzip member at ${offset} is cut`);
  if (bytes.readUInt32LE(tail + 4) !== buffer.length)
    throw new Error(`the gzip member at ${offset} has another length`);
  if (bytes.readUInt32LE(tail) !== crc32(buffer)) throw new Error(`the gzip member at ${offset} has another CRC`);
  return { record: buffer, length: GZIP_HEAD + engine.bytesWritten + GZIP_TAIL };
}

function recordOf(record: Buffer, offset: number): SeenRecord {
  const headEnd = record.indexOf(EMPTY_LINE);
  const head = record.toString('utf8', 0, headEnd);
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const block = record.subarray(headEnd + 4, record.length - 4);
  if (!head.startsWith('WARC/1.1\r\n') || !record.subarray(-4).equals(EMPTY_LINE))
    throw new Error(`no WARC record at ${offset}`);
  if (Number(field('Content-Length')) !== block.length) throw new Error(`Content-Length differs at ${offset}`);
  const type = field('WARC-Type');
  const isHttp = /^application\/http/.test(field('Content-Type'));
  const payload = isHttp ? block.subarray(block.indexOf(EMPTY_LINE) + 4) : block;
  const digest = field('WARC-Block-Digest');
  if (digest !== `sha256:${hex(block)}`) throw new Error(`the block digest differs at ${offset}`);
  const payloadDigest = field('WARC-Payload-Digest');
  // A revisit names the payload of the record that it stands for.
  if (type !== 'revisit' && payloadDigest !== '' && payloadDigest !== `sha256:${hex(payload)}`)
    throw new Error(`the payload digest differs at ${offset}`);
  const sha256 = type === 'revisit' ? payloadDigest.replace('sha256:', '') : hex(payload);
  return { offset, type, url: field('WARC-Target-URI'), sha256 };
}

const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What warcio makes of the same bytes: type and address of every record, with the digest of what it reads as payload. */
export async function readWithWarcio(bytes: Buffer): Promise<Omit<SeenRecord, 'offset'>[]> {
  const seen: Omit<SeenRecord, 'offset'>[] = [];
  for await (const record of new WARCParser([bytes])) {
    const payload = await record.readFully(false);
    const type = record.warcType ?? '';
    const stated = record.warcHeader('WARC-Payload-Digest')?.replace('sha256:', '') ?? '';
    seen.push({ type, url: record.warcTargetURI ?? '', sha256: type === 'revisit' ? stated : hex(payload) });
  }
  return seen;
}
