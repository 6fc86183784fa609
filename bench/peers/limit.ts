// The limit: what one loop must spend that fetches every page, reads title, date and links, and keeps evidence of it.
// It obeys no robots.txt, paces nothing, retries nothing, judges no answer and cannot be resumed.
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { Parser } from 'htmlparser2';
import { Pool } from 'undici';

const [origin = '', startFile = '', folder = '.'] = process.argv.slice(2);
const IN_FLIGHT = 32;
const ROWS_A_TRANSACTION = 200;
/** List pages and articles; nothing else on the site is asked for. */
const WANTED = /^\/u\d\d\/c\d\d\//;

interface Reading {
  title: string;
  date: string;
  links: string[];
}

const db = new Database(join(folder, 'limit.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec('create table pages (url text primary key, title text, date text, sha256 text, offset integer, links text)');
const insert = db.prepare('insert into pages values (?, ?, ?, ?, ?, ?)');
const insertAll = db.transaction((rows: unknown[][]) => {
  for (const row of rows) insert.run(...row);
});
const warc = openSync(join(folder, 'limit.warc.gz'), 'w');
let offset = 0;
let rows: unknown[][] = [];

const pool = new Pool(origin, { connections: IN_FLIGHT, pipelining: 1 });
const queue: string[] = (JSON.parse(readFileSync(startFile, 'utf8')) as string[]).map((url) => new URL(url).pathname);
const seen = new Set(queue);
let next = 0;
let busy = 0;
let finished = (): void => {};

/** Begins requests until all slots are taken; the last one to end with nothing left tells that all is done. */
function fill(): void {
  while (busy < IN_FLIGHT && next < queue.length) {
    const path = queue[next++] ?? '/';
    busy += 1;
    void visit(path).finally(() => {
      busy -= 1;
      fill();
    });
  }
  if (busy === 0) finished();
}

async function visit(path: string): Promise<void> {
  const answer = await pool.request({ path, method: 'GET', headers: { 'accept-encoding': 'gzip' } });
  const sent = Buffer.from(await answer.body.arrayBuffer());
  const zipped = answer.headers['content-encoding'] === 'gzip';
  const reading = read((zipped ? gunzipSync(sent) : sent).toString());
  for (const link of reading.links) {
    if (!WANTED.test(link) || seen.has(link)) continue;
    seen.add(link);
    queue.push(link);
  }
  const sha256 = createHash('sha256').update(sent).digest('hex');
  const at = keepRecord(`${origin}${path}`, answer.statusCode, answer.headers, sent, sha256);
  rows.push([path, reading.title, reading.date, sha256, at, reading.links.join('\n')]);
  if (rows.length >= ROWS_A_TRANSACTION) flush();
}

/** Every string that outlives the page is a copy: a slice would keep the whole page. */
const copy = (text: string): string => Buffer.from(text).toString();

function read(html: string): Reading {
  const reading: Reading = { title: '', date: '', links: [] };
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      inTitle = name === 'title';
      if (name === 'a' && attributes.href) reading.links.push(copy(attributes.href.replace(/#.*$/, '')));
    },
    ontext(text) {
      if (inTitle) reading.title += text;
      else if (reading.date === '') reading.date = copy(/20\d\d-\d\d-\d\d/.exec(text)?.[0] ?? '');
    },
    onclosetag() {
      inTitle = false;
    },
  });
  parser.end(html);
  return { ...reading, title: copy(reading.title) };
}

/** One gzip member, the body as it was sent. Returns where it begins. */
function keepRecord(
  url: string,
  status: number,
  headers: Record<string, string | string[] | undefined>,
  sent: Buffer,
  sha256: string,
): number {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  const http = Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`);
  const head = Buffer.from(
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${randomUUID()}>\r\nWARC-Target-URI: ${url}\r\n` +
      `WARC-Date: ${new Date().toISOString()}\r\nWARC-Payload-Digest: sha256:${sha256}\r\n` +
      `Content-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + sent.length}\r\n\r\n`,
  );
  const member = gzipSync(Buffer.concat([head, http, sent, Buffer.from('\r\n\r\n')]), { level: 1 });
  writeSync(warc, member);
  offset += member.length;
  return offset - member.length;
}

function flush(): void {
  insertAll(rows);
  rows = [];
}

await new Promise<void>((resolve) => {
  finished = resolve;
  fill();
});
flush();
closeSync(warc);
db.close();
await pool.close();
