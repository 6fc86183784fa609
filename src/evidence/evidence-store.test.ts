import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { UserError } from '../model/user-error.ts';
import { openEvidence, readEvidence } from './evidence-store.ts';
import type { WarcRecordDraft } from './record.ts';

const DATE = '2023-08-08T01:02:03.456Z';
const HTML = Buffer.from('<title>机构职能</title>'.repeat(200));

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'evidence-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (committed = new Map<string, number>(), maxFileBytes = 1e9) =>
  openEvidence({ dataDir, committed, software: 'xunjian/0', maxFileBytes, now: () => new Date(DATE) });

function exchange(url: string, body: Uint8Array, headers: string[]): WarcRecordDraft[] {
  const head = ['HTTP/1.1 200 OK', ...headers].join('\r\n');
  return [
    {
      type: 'response',
      url,
      date: DATE,
      contentType: 'application/http; msgtype=response',
      httpHead: Buffer.from(`${head}\r\n\r\n`),
      payload: body,
    },
    {
      type: 'request',
      url,
      date: DATE,
      contentType: 'application/http; msgtype=request',
      httpHead: Buffer.from('GET / HTTP/1.1\r\nhost: a.example\r\n\r\n'),
      payload: new Uint8Array(),
      concurrentTo: 0,
    },
  ];
}

async function readWithWarcio(file: string) {
  const records = [];
  for await (const record of new WARCParser([readFileSync(join(dataDir, file))])) {
    const payload = Buffer.from(await record.readFully(true));
    records.push({
      type: record.warcType,
      url: record.warcTargetURI,
      payload,
      id: record.warcHeader('WARC-Record-ID'),
      concurrentTo: record.warcHeader('WARC-Concurrent-To'),
    });
  }
  return records;
}

describe('evidence store', () => {
  it('writes what warcio reads back byte for byte, warcinfo first, request beside response', async () => {
    const store = await open();
    const zipped = gzipSync(HTML);
    const large = Buffer.alloc(600_000, 'x1');
    const { file } = await store.append(exchange('http://a.example/1', HTML, ['Content-Type: text/html']));
    await store.append(
      exchange('http://a.example/2', zipped, ['Content-Encoding: gzip', 'X-Archive-Orig-Transfer-Encoding: chunked']),
    );
    await store.append(exchange('http://a.example/3', large, ['Content-Type: application/pdf']));
    const failure = Buffer.from('{"code":"timeout"}');
    await store.append([
      { type: 'metadata', url: 'http://a.example/4', date: DATE, contentType: 'application/json', payload: failure },
    ]);
    await store.close();

    const records = await readWithWarcio(file);
    expect(records.map(({ type }) => type)).toEqual([
      'warcinfo',
      ...['response', 'request', 'response', 'request', 'response', 'request', 'metadata'],
    ]);
    expect(records[1]?.payload.equals(HTML)).toBe(true);
    expect(records[3]?.payload.equals(HTML)).toBe(true);
    expect(records[5]?.payload.equals(large)).toBe(true);
    expect(records[7]?.payload.equals(failure)).toBe(true);
    expect(records[2]?.concurrentTo).toBe(records[1]?.id);
  });

  it('opens a record by its address with status, headers, payload as sent and decoded', async () => {
    const store = await open();
    const zipped = gzipSync(HTML);
    const { records } = await store.append(
      exchange('http://a.example/', zipped, ['Content-Encoding: gzip', 'Set-Cookie: a=1', 'Set-Cookie: b=2']),
    );
    const opened = await store.open(records[0] ?? '');
    await store.close();
    expect(opened.http?.status).toBe(200);
    expect(opened.http?.headers.filter(([name]) => name === 'Set-Cookie')).toHaveLength(2);
    expect(Buffer.from(opened.payload).equals(zipped)).toBe(true);
    expect(Buffer.from(opened.body).equals(HTML)).toBe(true);
    expect(opened.headers.get('warc-target-uri')).toBe('http://a.example/');
  });

  it('writes an answer whose payload is known as a revisit with its own headers and the digest of the original', async () => {
    const store = await open();
    const payloadSha256 = createHash('sha256').update(HTML).digest('hex');
    const revisit = (profile: 'identical-payload-digest' | 'server-not-modified', status: string): WarcRecordDraft => ({
      type: 'revisit',
      url: 'http://a.example/',
      date: DATE,
      contentType: 'application/http; msgtype=response',
      httpHead: Buffer.from(`HTTP/1.1 ${status}\r\nETag: "2"\r\nContent-Encoding: gzip\r\n\r\n`),
      payload: new Uint8Array(),
      revisitOf: { url: 'http://a.example/old', date: '2023-01-01T00:00:00.000Z', payloadSha256, profile },
    });
    const { records, file } = await store.append([
      revisit('identical-payload-digest', '200 OK'),
      revisit('server-not-modified', '304 Not Modified'),
    ]);
    const [same, unmodified] = await Promise.all(records.map((record) => store.open(record)));
    await store.close();
    expect(same?.http).toEqual({
      status: 200,
      headers: [
        ['ETag', '"2"'],
        ['Content-Encoding', 'gzip'],
      ],
    });
    expect([same?.payload, same?.body, unmodified?.http?.status]).toEqual([Buffer.alloc(0), Buffer.alloc(0), 304]);

    const read = [];
    for await (const record of new WARCParser([readFileSync(join(dataDir, file))]))
      read.push(
        ['Type', 'Profile', 'Refers-To-Target-URI', 'Refers-To-Date', 'Payload-Digest'].map((name) =>
          record.warcHeader(`WARC-${name}`),
        ),
      );
    expect(read.slice(1)).toEqual(
      ['identical-payload-digest', 'server-not-modified'].map((profile) => [
        'revisit',
        `http://netpreserve.org/warc/1.1/revisit/${profile}`,
        'http://a.example/old',
        '2023-01-01T00:00:00.000Z',
        `sha256:${payloadSha256}`,
      ]),
    );
  });

  it('names the operator in the warcinfo record', async () => {
    const store = await openEvidence({
      dataDir,
      committed: new Map(),
      software: 'xunjian/0',
      operator: 'audit@a.example',
    });
    const { file } = await store.append(exchange('http://a.example/', HTML, []));
    await store.close();
    const [info] = await readWithWarcio(file);
    expect(info?.payload.toString()).toMatch(/\r\noperator: audit@a\.example\r\n$/);
  });

  it.each([
    ['br', brotliCompressSync(HTML)],
    ['deflate', deflateRawSync(HTML)],
    ['deflate, gzip', gzipSync(deflateRawSync(HTML))],
  ])('decodes %s', async (encoding, payload) => {
    const store = await open();
    const { records } = await store.append(exchange('http://a.example/', payload, [`Content-Encoding: ${encoding}`]));
    expect(Buffer.from((await store.open(records[0] ?? '')).body).equals(HTML)).toBe(true);
    await store.close();
  });

  it('gives no more than the cap of a compression bomb', async () => {
    const store = await open();
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const { records } = await store.append(exchange('http://a.example/', bomb, ['Content-Encoding: gzip']));
    await store.close();
    const reader = readEvidence(dataDir, 1_000_000);
    const opened = await reader.open(records[0] ?? '');
    await reader.close();
    expect(opened.body).toHaveLength(0);
    expect(Buffer.from(opened.payload).equals(bomb)).toBe(true);
  });

  it('keeps records of concurrent appends whole and as neighbours, and rolls over by size', async () => {
    const store = await open(new Map(), 20_000);
    const random = (seed: number) =>
      Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i * seed + (i >> 3)) % 251));
    const appended = await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.append(exchange(`http://a.example/${i}`, random(i + 1), []))),
    );
    for (let i = 20; i < 40; i++)
      appended.push(await store.append(exchange(`http://a.example/${i}`, random(i + 1), [])));
    for (const [i, { records }] of appended.entries()) {
      const [response, request] = await Promise.all(records.map((record) => store.open(record)));
      expect(Buffer.from(response?.payload ?? []).equals(random(i + 1))).toBe(true);
      expect(request?.headers.get('warc-concurrent-to')).toBe(response?.headers.get('warc-record-id'));
    }
    await store.close();
    const files = new Set(appended.map(({ file }) => file));
    expect(files.size).toBeGreaterThan(1);
    for (const file of files) expect((await readWithWarcio(file))[0]?.type).toBe('warcinfo');
  });

  it('cuts what was written after the last commit, so that the file is whole again', async () => {
    const store = await open();
    const kept = await store.append(exchange('http://a.example/kept', HTML, []));
    await store.append(exchange('http://a.example/lost', HTML, []));
    await store.close();
    appendFileSync(join(dataDir, kept.file), gzipSync(HTML).subarray(0, 40));

    const again = await open(new Map([[kept.file, kept.length]]));
    const next = await again.append(exchange('http://a.example/next', HTML, []));
    await again.close();
    expect(statSync(join(dataDir, kept.file)).size).toBe(kept.length);
    expect((await readWithWarcio(kept.file)).map(({ url }) => url).slice(1)).toEqual([
      'http://a.example/kept',
      'http://a.example/kept',
    ]);
    expect((await readWithWarcio(next.file)).at(-1)?.url).toBe('http://a.example/next');
  });

  it('sets a file aside that was never committed, and deletes nothing', async () => {
    const store = await open();
    await store.append(exchange('http://a.example/', HTML, []));
    await store.close();
    await (await open()).close();
    expect(readdirSync(join(dataDir, 'evidence')).filter((name) => name.endsWith('.uncommitted'))).toHaveLength(1);
  });

  it('says so when a record was changed', async () => {
    const store = await open();
    const { records, file } = await store.append(exchange('http://a.example/', HTML, []));
    await store.close();
    const bytes = readFileSync(join(dataDir, file));
    const offset = Number(records[0]?.split('#')[1]);
    for (let i = offset + 200; i < offset + 210; i++) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
    writeFileSync(join(dataDir, file), bytes);
    const reader = readEvidence(dataDir);
    await expect(reader.open(records[0] ?? '')).rejects.toThrow(/损坏/);
    await reader.close();
  });

  it('says so when the folder cannot be written', async () => {
    writeFileSync(join(dataDir, 'evidence'), 'a file where the folder should be');
    const error = await open().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ exitCode: 5 });
  });
});
