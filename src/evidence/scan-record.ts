import { createHash, type Hash } from 'node:crypto';
import { CRLF2, headerPairs, headerValue, recordHead } from './read-record.ts';
import type { HeaderPairs } from './record.ts';

/** What may be wrong with a record whose gzip member could be unpacked. */
export type RecordFault = 'crc' | 'padding' | 'head' | 'length' | 'block-digest' | 'payload-digest' | 'fields';

/** What a record says of itself, and what was found in it. */
export interface RecordFacts {
  /** WARC named fields, names in lower case. Empty where the head could not be read. */
  readonly headers: ReadonlyMap<string, string>;
  /** Of an HTTP message: its start line and headers; null for every other block. */
  readonly http: { readonly start: string; readonly headers: HeaderPairs } | null;
  /** Status of an HTTP answer; null for requests and other blocks. */
  readonly status: number | null;
  /** Lower-case hex SHA-256 of the payload found; '' where the block has none. */
  readonly payloadSha256: string;
  readonly faults: readonly RecordFault[];
}

const MOST_HEAD = 1024 * 1024;
const TYPES = new Set(['warcinfo', 'request', 'response', 'metadata', 'resource', 'revisit', 'conversion']);
const NONE: ReadonlyMap<string, string> = new Map();
const sha256 = (): Hash => createHash('sha256');

/** Takes a record in pieces and never holds more of it than its heads. */
export class RecordScan {
  private headers: ReadonlyMap<string, string> | null = null;
  private head = Buffer.alloc(0);
  private left = 0;
  private readonly block = sha256();
  private readonly payload = sha256();
  private message: Buffer | null = null;
  private http: RecordFacts['http'] = null;
  private behind = Buffer.alloc(0);

  push(piece: Buffer): void {
    let rest = piece;
    if (!this.headers) {
      if (this.head.length > MOST_HEAD) return;
      this.head = Buffer.concat([this.head, piece]);
      const end = this.head.indexOf(CRLF2);
      if (end < 0) return;
      this.headers = recordHead(this.head.subarray(0, end)) ?? NONE;
      rest = this.head.subarray(end + CRLF2.length);
      const length = this.headers.get('content-length') ?? '';
      this.left = /^\d+$/.test(length) ? Number(length) : 0;
      if (this.headers.get('content-type')?.startsWith('application/http')) this.message = Buffer.alloc(0);
    }
    const part = rest.subarray(0, this.left);
    this.left -= part.length;
    this.block.update(part);
    this.takeBlock(part);
    // More than this is too much in any case.
    this.behind = Buffer.concat([this.behind, rest.subarray(part.length)]).subarray(0, 2 * CRLF2.length);
  }

  private takeBlock(part: Buffer): void {
    if (!this.message || this.http) {
      this.payload.update(part);
      return;
    }
    if (this.message.length > MOST_HEAD) return;
    this.message = Buffer.concat([this.message, part]);
    const end = this.message.indexOf(CRLF2);
    if (end < 0) return;
    const head = this.message.toString('latin1', 0, end);
    this.http = { start: head.split('\r\n', 1)[0] ?? '', headers: headerPairs(head) };
    this.payload.update(this.message.subarray(end + CRLF2.length));
    this.message = Buffer.alloc(0);
  }

  /** To be called once, after the last piece. */
  finish({ sound, padded }: { readonly sound: boolean; readonly padded: boolean }): RecordFacts {
    const { headers, http } = this;
    const type = headers?.get('warc-type') ?? '';
    const faults: RecordFault[] = sound && padded ? [] : [sound ? 'padding' : 'crc'];
    if (!headers || headers === NONE)
      return { headers: NONE, http, status: null, payloadSha256: '', faults: [...faults, 'head'] };
    const hasPayload = http !== null || type === 'resource';
    const payloadSha256 = hasPayload ? this.payload.digest('hex') : '';
    if (!isWellFormed(headers, type)) faults.push('fields');
    if (this.left > 0 || !this.behind.equals(CRLF2)) faults.push('length');
    if (headers.get('warc-block-digest') !== `sha256:${this.block.digest('hex')}`) faults.push('block-digest');
    // A revisit names the digest of the payload that it stands for.
    const named = headers.get('warc-payload-digest');
    if (hasPayload && type !== 'revisit' && named !== `sha256:${payloadSha256}`) faults.push('payload-digest');
    return { headers, http, status: statusOf(http), payloadSha256, faults };
  }
}

const ID = /^<urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}>$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** The fields every record must have (WARC/1.1, section 5), and those a revisit must (section 6.7). */
function isWellFormed(headers: ReadonlyMap<string, string>, type: string): boolean {
  const date = headers.get('warc-date') ?? '';
  const needed = type === 'warcinfo' ? [] : ['warc-target-uri'];
  if (type === 'revisit')
    needed.push('warc-profile', 'warc-refers-to-target-uri', 'warc-refers-to-date', 'warc-payload-digest');
  return (
    TYPES.has(type) &&
    ID.test(headers.get('warc-record-id') ?? '') &&
    INSTANT.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    /^\d+$/.test(headers.get('content-length') ?? '') &&
    needed.every((name) => headers.get(name))
  );
}

function statusOf(http: RecordFacts['http']): number | null {
  const status = /^HTTP\/\S+ (\d{3})/.exec(http?.start ?? '')?.[1];
  return status === undefined ? null : Number(status);
}

/** Content-Type of an HTTP message as sent, or of the block; '' where there is none. */
export const contentTypeOf = ({ http, headers }: Pick<RecordFacts, 'http' | 'headers'>): string =>
  http ? headerValue(http.headers, 'content-type') : (headers.get('content-type') ?? '');
