import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { promisify } from 'node:util';
import { inflateRaw, inflateRawSync } from 'node:zlib';
import { decodeBody } from './decode.ts';
import { gzipHeaderLength } from './member.ts';
import type { HeaderPairs, OpenedRecord } from './record.ts';

/** What is read at first; most records fit. */
const FIRST_READ = 32 * 1024;
export const CRLF2 = Buffer.from('\r\n\r\n');

const inflateRawInPool = promisify(inflateRaw);

/**
 * Reads the gzip member at an offset of an open file. Throws where it is cut. The file is read at once: a trip to the thread
 * pool takes longer than what is mostly in the system's memory.
 */
export async function readMember(file: number, offset: number): Promise<Buffer> {
  for (let size = FIRST_READ; ; size *= 4) {
    const buffer = Buffer.allocUnsafe(size);
    const bytesRead = readSync(file, buffer, 0, size, offset);
    const bytes = buffer.subarray(0, bytesRead);
    const header = gzipHeaderLength(bytes);
    if (header === null) throw new Error('no gzip member here');
    let data: Buffer;
    try {
      data =
        size > FIRST_READ * 4 ? await inflateRawInPool(bytes.subarray(header)) : inflateRawSync(bytes.subarray(header));
    } catch (error) {
      const cut = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
      if (cut && bytesRead === size) continue;
      throw error;
    }
    return data;
  }
}

/** Takes a record apart and checks its length and block digest. Throws where they do not agree. */
export async function parseRecord(bytes: Buffer, decodedCap: number): Promise<OpenedRecord> {
  const headEnd = bytes.indexOf(CRLF2);
  const headers = headEnd < 0 ? null : recordHead(bytes.subarray(0, headEnd));
  if (!headers) throw new Error('not a WARC record');
  const length = Number(headers.get('content-length'));
  const block = bytes.subarray(headEnd + 4, headEnd + 4 + length);
  if (block.length !== length) throw new Error('record is shorter than its Content-Length');
  const digest = headers.get('warc-block-digest');
  if (digest !== `sha256:${createHash('sha256').update(block).digest('hex')}`) throw new Error('block digest differs');
  const type = headers.get('warc-type') ?? '';
  const bodyStart = block.indexOf(CRLF2);
  if ((type !== 'response' && type !== 'revisit') || bodyStart < 0)
    return { type, headers, http: null, payload: block, body: block };
  const head = block.toString('latin1', 0, bodyStart);
  const http = { status: Number(head.split(' ', 2)[1]), headers: headerPairs(head) };
  const payload = block.subarray(bodyStart + 4);
  const decoded = await decodeBody(payload, headerValue(http.headers, 'content-encoding'), decodedCap);
  return { type, headers, http, payload, body: decoded.ok ? decoded.body : new Uint8Array() };
}

/** The named fields of a record's head, names in lower case; null where it is none. */
export function recordHead(bytes: Buffer): ReadonlyMap<string, string> | null {
  if (!/^WARC\/\d/.test(bytes.toString('latin1', 0, 6))) return null;
  return new Map(headerPairs(bytes.toString('utf8')).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The value of a header, several joined by commas; '' where there is none. */
export function headerValue(headers: HeaderPairs, name: string): string {
  return headers
    .filter(([other]) => other.toLowerCase() === name)
    .map(([, value]) => value)
    .join(', ');
}

export function headerPairs(head: string): [string, string][] {
  return head
    .split('\r\n')
    .slice(1)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : [];
    });
}
