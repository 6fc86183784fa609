import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { RevisitProfile, WarcRecordDraft } from './record.ts';

const gzipInPool = promisify(gzip);
/** Small blocks do not repay a trip to the thread pool; large ones must not hold up the loop. */
const POOL_FROM = 256 * 1024;
/** What the server had compressed already is only wrapped: packing it once more costs five times as much and saves 1 %. */
const levelFor = ({ httpHead }: WarcRecordDraft): number => (httpHead && IS_PACKED.test(latin1(httpHead)) ? 0 : 1);
const IS_PACKED = /\r\ncontent-encoding:\s*(?:gzip|x-gzip|br|deflate)\b/i;
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** WARC/1.1, sections 6.7.2 and 6.7.3. */
const PROFILES: Readonly<Record<RevisitProfile, string>> = {
  'identical-payload-digest': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
  'server-not-modified': 'http://netpreserve.org/warc/1.1/revisit/server-not-modified',
};

const sha256 = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `sha256:${hash.digest('hex')}`;
};

/** A gzip member for each record, in order; `refersTo` and `concurrentTo` become the ids given here. */
export async function serialiseRecords(drafts: readonly WarcRecordDraft[]): Promise<Buffer[]> {
  const ids = drafts.map(() => `<urn:uuid:${randomUUID()}>`);
  const members: Buffer[] = [];
  for (const [index, draft] of drafts.entries()) {
    const record = recordBytes(draft, ids, index);
    const level = levelFor(draft);
    members.push(record.length > POOL_FROM ? await gzipInPool(record, { level }) : gzipSync(record, { level }));
  }
  return members;
}

function recordBytes(draft: WarcRecordDraft, ids: readonly string[], index: number): Buffer {
  const { type, url, date, contentType, httpHead, payload, concurrentTo, refersTo, revisitOf, fields = [] } = draft;
  const block = httpHead ? [httpHead, payload] : [payload];
  const named: [string, string | undefined][] = [
    ['WARC-Type', type],
    ['WARC-Record-ID', ids[index]],
    ['WARC-Target-URI', url ?? undefined],
    ['WARC-Date', date],
    ['WARC-Concurrent-To', concurrentTo === undefined ? undefined : ids[concurrentTo]],
    ['WARC-Refers-To', refersTo === undefined ? undefined : ids[refersTo]],
    ['WARC-Profile', revisitOf && PROFILES[revisitOf.profile]],
    ['WARC-Refers-To-Target-URI', revisitOf?.url],
    ['WARC-Refers-To-Date', revisitOf?.date],
    ['WARC-Block-Digest', sha256(...block)],
    ['WARC-Payload-Digest', payloadDigest(draft)],
    ...fields.map(([name, value]): [string, string] => [name, value]),
    ['Content-Type', contentType],
    ['Content-Length', String(block.reduce((sum, part) => sum + part.length, 0))],
  ];
  const lines = named.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]));
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), ...block, Buffer.from('\r\n\r\n')]);
}

/** Of a revisit the digest is that of the payload it stands for. */
function payloadDigest({ type, httpHead, payload, revisitOf }: WarcRecordDraft): string | undefined {
  if (revisitOf) return `sha256:${revisitOf.payloadSha256}`;
  return httpHead || type === 'resource' ? sha256(payload) : undefined;
}
