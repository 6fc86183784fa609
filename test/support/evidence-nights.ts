import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { WarcRecordDraft } from '../../src/evidence/record.ts';
import type { CaptureResult, View } from '../../src/model/capture.ts';

const ORIGIN = 'http://gk.example';
const at = (path: string): string => `${ORIGIN}${path}`;

/** A record, and what the index is to say of it; its `repeats` is the URL whose earlier record it repeats. */
export interface Kept {
  readonly drafts: readonly WarcRecordDraft[];
  readonly looks: readonly {
    readonly index: number;
    readonly url: string;
    readonly finalUrl?: string;
    readonly view: View;
    readonly page?: number;
    readonly date: string;
    readonly status?: number;
    readonly result?: CaptureResult;
    readonly contentType: string;
    readonly sha256: string;
    readonly repeats?: string;
  }[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const HTML = 'text/html; charset=utf-8';
const NIGHT_ONE = '2023-08-07T14:00:';
const NIGHT_TWO = '2023-08-08T14:00:';

const head = (start: string, headers: readonly string[]): Buffer =>
  Buffer.from(`${[start, ...headers].join('\r\n')}\r\n\r\n`);

const response = (url: string, date: string, status: string, headers: readonly string[], payload: Uint8Array) =>
  ({
    ...{ type: 'response', url, date, contentType: 'application/http; msgtype=response', payload },
    httpHead: head(`HTTP/1.1 ${status}`, headers),
  }) as const satisfies WarcRecordDraft;

const request = (url: string, date: string, concurrentTo: number) =>
  ({
    ...{ type: 'request', url, date, contentType: 'application/http; msgtype=request', payload: new Uint8Array() },
    ...{ httpHead: head(`GET ${new URL(url).pathname} HTTP/1.1`, ['Host: gk.example']), concurrentTo },
  }) as const satisfies WarcRecordDraft;

function exchange(url: string, date: string, payload: Uint8Array, contentType = HTML, more: string[] = []): Kept {
  const headers = [`Content-Type: ${contentType}`, `Content-Length: ${payload.length}`, ...more];
  return {
    drafts: [response(url, date, '200 OK', headers, payload), request(url, date, 0)],
    looks: [{ index: 0, url, view: 'http', date, status: 200, contentType, sha256: sha256(payload) }],
  };
}

function again(url: string, date: string, earlier: string, payload: Uint8Array, isUnmodified: boolean): Kept {
  const digest = sha256(payload);
  const profile = isUnmodified ? 'server-not-modified' : 'identical-payload-digest';
  const draft: WarcRecordDraft = {
    ...{ type: 'revisit', url, date, contentType: 'application/http; msgtype=response', payload: new Uint8Array() },
    httpHead: head(`HTTP/1.1 ${isUnmodified ? '304 Not Modified' : '200 OK'}`, [
      'ETag: "1"',
      ...(isUnmodified ? [] : [`Content-Type: ${HTML}`, `Content-Length: ${payload.length}`]),
    ]),
    revisitOf: { url, date: earlier, payloadSha256: digest, profile },
  };
  return {
    drafts: [draft, request(url, date, 0)],
    looks: [{ index: 0, url, view: 'http', date, status: 200, contentType: HTML, sha256: digest, repeats: url }],
  };
}

export const PAGES = {
  robots: at('/robots.txt'),
  column: at('/gongkai/bmwj/'),
  document: at('/gongkai/bmwj/doc_1.html'),
  gbk: at('/gongkai/bmwj/doc_2.html'),
  moved: at('/gongkai/bmwj/old_3.html'),
  target: at('/gongkai/bmwj/doc_3.html'),
  attachment: at('/gongkai/bmwj/mingdan.pdf'),
  data: at('/gongkai/api/list?page=1'),
  dark: at('/gongkai/bmwj/doc_4.html'),
} as const;

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const RAW_COLUMN = page('部门文件', '<div id="list">正在加载</div><script src="/gongkai/list.js"></script>');
const row = (path: string, title: string): string => `<li><a href="${path}">${title}</a><span>2023-07-01</span></li>`;
const DOM_1 = page('部门文件', `<ul>${row('/gongkai/bmwj/doc_1.html', '关于防汛值守的通知')}</ul>`);
const DOM_2 = page('部门文件', `<ul>${row('/gongkai/bmwj/doc_2.html', '关于秋季招生的通知')}</ul>`);
const DOCUMENT = page(
  '关于防汛值守的通知',
  `<h1>关于防汛值守的通知</h1><p>各街道办事处：请做好汛期值守工作。</p><a href="mingdan.pdf">值守名单</a>`,
);
const GBK = iconv.encode(
  '<html><head><meta charset="gb18030"><title>关于秋季招生的通知</title></head><body>招生对象为年满六周岁的儿童。</body></html>',
  'gb18030',
);
/** Grows to several times the size that is unpacked in one piece, and does not shrink in compression. */
const LARGE = Buffer.concat(
  Array.from({ length: 20_000 }, (_, index) => createHash('sha256').update(String(index)).digest()),
);
const DOT = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
);

function firstNight(): Kept[] {
  const date = (second: number): string => `${NIGHT_ONE}${String(second).padStart(2, '0')}.250Z`;
  const moved: Kept = {
    drafts: [
      response(PAGES.moved, date(12), '302 Found', [`Location: ${PAGES.target}`], new Uint8Array()),
      request(PAGES.moved, date(12), 0),
      response(PAGES.target, date(13), '200 OK', [`Content-Type: ${HTML}`], Buffer.from(DOCUMENT)),
      request(PAGES.target, date(13), 2),
    ],
    looks: [
      {
        ...{ index: 2, url: PAGES.moved, finalUrl: PAGES.target, view: 'http', date: date(12), status: 200 },
        ...{ contentType: HTML, sha256: sha256(Buffer.from(DOCUMENT)) },
      },
    ],
  };
  const failure: Kept = {
    drafts: [
      {
        ...{ type: 'metadata', url: PAGES.dark, date: date(16), contentType: 'application/json' },
        payload: Buffer.from('{"code":"timeout","phase":"body"}'),
      },
    ],
    looks: [
      {
        ...{ index: 0, url: PAGES.dark, view: 'http', date: date(16), contentType: '', sha256: '' },
        result: { tag: 'no-response', code: 'timeout', phase: 'body' },
      },
    ],
  };
  return [
    exchange(PAGES.robots, date(0), Buffer.from('User-agent: *\nDisallow: /private/\n'), 'text/plain'),
    exchange(PAGES.column, date(1), Buffer.from(RAW_COLUMN)),
    rendering(date),
    exchange(PAGES.document, date(8), gzipSync(DOCUMENT), HTML, ['Content-Encoding: gzip', 'ETag: "1"']),
    exchange(PAGES.gbk, date(9), GBK, 'text/html'),
    exchange(PAGES.attachment, date(10), LARGE, 'application/pdf'),
    moved,
    failure,
  ];
}

function rendering(date: (second: number) => string): Kept {
  const resource = (second: number, contentType: string, payload: Uint8Array, index: number): WarcRecordDraft => ({
    ...{ type: 'resource', url: PAGES.column, date: date(second), contentType, payload },
    ...(index === 0 ? {} : { concurrentTo: 0 }),
  });
  const json = Buffer.from('{"rows":[{"id":1,"title":"关于防汛值守的通知"}]}');
  const doms = [Buffer.from(DOM_1), Buffer.from(DOM_2)];
  return {
    drafts: [
      ...doms.map((dom, index) => resource(4 + index, HTML, dom, index)),
      resource(4, 'image/jpeg', DOT, 2),
      { ...response(PAGES.data, date(3), '200 OK', ['Content-Type: application/json'], json), concurrentTo: 0 },
    ],
    looks: [
      ...doms.map((dom, index) => ({
        ...{ index, url: PAGES.column, view: 'rendered' as const, page: index + 1, date: date(4 + index) },
        ...{ status: 200, contentType: HTML, sha256: sha256(dom) },
      })),
      {
        ...{ index: 2, url: PAGES.column, view: 'screenshot', date: date(4), status: 200 },
        ...{ contentType: 'image/jpeg', sha256: sha256(DOT) },
      },
      {
        ...{ index: 3, url: PAGES.data, view: 'subrequest', date: date(3), status: 200 },
        ...{ contentType: 'application/json', sha256: sha256(json) },
      },
    ],
  };
}

/** The document answers 304, the GBK page the same bytes again. */
function secondNight(): Kept[] {
  return [
    again(PAGES.document, `${NIGHT_TWO}01.250Z`, `${NIGHT_ONE}08.250Z`, gzipSync(DOCUMENT), true),
    again(PAGES.gbk, `${NIGHT_TWO}02.250Z`, `${NIGHT_ONE}09.250Z`, GBK, false),
  ];
}

/**
 * Two nights of crawling: a column filled by script with pictures and data, documents in gzip and GB18030, a large
 * attachment, a redirect, a failure and revisits.
 */
export const nightsOfEvidence = (): readonly (readonly Kept[])[] => [firstNight(), secondNight()];
