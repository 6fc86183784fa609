// The site that crawlers are measured against: its own process, everything from memory, on loopback only.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { type Address, Layout } from './layout.ts';
import { SiteLog } from './log.ts';
import { checksum, gzipOf, plainOf } from './packed.ts';
import { Pages } from './pages.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    pages: { type: 'string', default: '1000' },
    /** Milliseconds before each answer; with two numbers (`0-50`), one after the other between them. */
    latency: { type: 'string', default: '0' },
    /** `all`, or `none`: neither ETag nor Last-Modified. */
    validators: { type: 'string', default: 'all' },
  },
});
const total = Number(values.pages);
const [least = 0, most = least] = values.latency.split('-').map(Number);
const hasValidators = values.validators !== 'none';
/** Control of the run, never linked and never counted. */
const CONTROL = '/__bench/';
const ROBOTS = 'User-agent: *\nDisallow: /manage/\n';
const NOT_FOUND = Buffer.from('<!DOCTYPE html><html><head><title>404</title></head><body><h1>404</h1></body></html>');

try {
  // Its clock is the judge of pacing: where it may, it does not wait for other programs.
  setPriority(-10);
} catch {
  // Not permitted: then the gaps it sees are as uneven as the machine is busy.
}

const pages = new Pages();
let layout = new Layout(total, 1);
let log = new SiteLog();
let turn = 0;

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const url = request.url ?? '/';
  if (url.startsWith(CONTROL)) {
    control(url.slice(CONTROL.length), response);
    return;
  }
  log.began(request.headers.host ?? '', performance.now());
  const wait = latency();
  if (wait > 0) setTimeout(answer, wait, request, response, url);
  else answer(request, response, url);
});
server.listen(Number(values.port), '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`);
});

function latency(): number {
  turn += 1;
  return least + (most > least ? (turn * 17) % (most - least + 1) : 0);
}

function answer(request: IncomingMessage, response: ServerResponse, url: string): void {
  const [path = '/'] = url.split('?');
  if (path === '/robots.txt') {
    send(response, path, 'other', 200, { 'content-type': 'text/plain' }, Buffer.from(ROBOTS));
    return;
  }
  const address = layout.at(path);
  if (!address) {
    send(response, path, 'other', 404, { 'content-type': 'text/html; charset=utf-8' }, NOT_FOUND);
    return;
  }
  const page = pages.page(layout, address);
  const etag = `"${page.version ?? checksum(page.pieces).toString(16)}"`;
  const validators = hasValidators ? { etag, 'last-modified': page.modified.toUTCString() } : {};
  if (hasValidators && isUnchanged(request, etag, page.modified)) {
    send(response, path, address.kind, 304, validators, Buffer.alloc(0), address);
    return;
  }
  const zips = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const headers = {
    'content-type': address.kind === 'file' ? 'application/pdf' : 'text/html; charset=utf-8',
    vary: 'Accept-Encoding',
    ...validators,
    ...(zips ? { 'content-encoding': 'gzip' } : {}),
  };
  send(response, path, address.kind, 200, headers, zips ? gzipOf(page.pieces) : plainOf(page.pieces), address);
}

/** RFC 9110, 13.2.2: an entity tag decides, and the date only where there is none. */
function isUnchanged({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && modified.getTime() <= since;
}

function send(
  response: ServerResponse,
  path: string,
  kind: Address['kind'] | 'other',
  status: number,
  headers: Record<string, string>,
  body: Buffer,
  address?: Address,
): void {
  const length = status === 304 ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...headers, ...length }).end(body);
  log.answered(path, kind, status, body.length, address?.kind === 'article' ? layout.changeOf(address) : 'none');
}

/** `day?n=2` changes the site; `report` tells what was asked for and begins anew. */
function control(what: string, response: ServerResponse): void {
  const day = /^day\?n=(\d+)$/.exec(what)?.[1];
  if (day !== undefined) layout = new Layout(total, Number(day));
  const report = log.report(layout.counts());
  log = new SiteLog();
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(report));
}
