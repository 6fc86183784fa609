import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { WarcRecordDraft } from './record.ts';

const gzipInPool = promisify(gzip);
/** Small blocks do not repay a trip to the thread pool; large ones must not hold up the loop. */
const POOL_FROM = 256 * 1024;
/** Bodies are kept as sent, mostly compressed already, so more effort would save nothing. */
const LEVEL = 1;

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
    members.push(
      record.length > POOL_FROM ? await gzipInPool(record, { level: LEVEL }) : gzipSync(record, { level: LEVEL }),
    );
  }
  return members;
}

function recordBytes(draft: WarcRecordDraft, ids: readonly string[], index: number): Buffer {
  const { type, url, date, contentType, httpHead, payload, concurrentTo, refersTo, fields = [] } = draft;
  const block = httpHead ? [httpHead, payload] : [payload];
  const named: [string, string | undefined][] = [
    ['WARC-Type', type],
    ['WARC-Record-ID', ids[index]],
    ['WARC-Target-URI', url ?? undefined],
    ['WARC-Date', date],
    ['WARC-Concurrent-To', concurrentTo === undefined ? undefined : ids[concurrentTo]],
    ['WARC-Refers-To', refersTo === undefined ? undefined : ids[refersTo]],
    ['WARC-Block-Digest', sha256(...block)],
    ['WARC-Payload-Digest', httpHead || type === 'resource' ? sha256(payload) : undefined],
    ...fields.map(([name, value]): [string, string] => [name, value]),
    ['Content-Type', contentType],
    ['Content-Length', String(block.reduce((sum, part) => sum + part.length, 0))],
  ];
  const lines = named.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]));
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), ...block, Buffer.from('\r\n\r\n')]);
}
