import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveOnLoopback } from '../support/loopback.ts';

const HOST = 'gk.example';
const COLUMNS = 6;
const LIST_PAGES = 3;
const A_PAGE = 10;

interface Page {
  readonly status: number;
  readonly type: string;
  readonly location?: string;
  readonly body: Buffer;
  /** Whether the server tells a validator and honours it. */
  readonly validates: boolean;
}

/** Told of every request before it is answered, with the size of the answer; returns how the answer is to be cut in two. */
export type Hook = (path: string, size: number) => { readonly first: number; readonly between: () => void } | null;

export interface Site {
  readonly port: number;
  /** Paths in the order asked for. */
  readonly asked: string[];
  /** Which night it is, from 1; some documents differ from night to night. */
  night: number;
  hook: Hook | null;
  /** Answers wait for it. */
  pause: Promise<void>;
  stop(): Promise<void>;
}

/** A site without faults: columns of several list pages, documents with attachments small and large, redirects, pages that are refused. */
export async function startSite(): Promise<Site> {
  const site = {
    asked: [] as string[],
    night: 1,
    hook: null as Hook | null,
    pause: Promise.resolve(),
  };
  const loopback = await serveOnLoopback((request, response) => {
    const path = request.url ?? '/';
    site.asked.push(path);
    void site.pause.then(() => answer(request, response, pageAt(path, site.night), site.hook));
  });
  return Object.assign(site, loopback);
}

function answer(request: IncomingMessage, response: ServerResponse, page: Page, hook: Hook | null): void {
  const etag = `"${createHash('sha256').update(page.body).digest('hex').slice(0, 16)}"`;
  const same = page.validates && request.headers['if-none-match'] === etag;
  const body = same ? Buffer.alloc(0) : page.body;
  const headers = {
    'content-type': page.type,
    ...(page.validates ? { etag } : {}),
    ...(page.location ? { location: page.location } : {}),
    ...(same ? {} : { 'content-length': body.length }),
  };
  const cut = hook?.(request.url ?? '/', body.length) ?? null;
  response.writeHead(same ? 304 : page.status, headers);
  if (!cut) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, cut.first), () => {
    cut.between();
    response.end(body.subarray(cut.first));
  });
  if (cut.first === 0) response.flushHeaders();
}

/** targets.yaml for this site, or for its first columns; `delay` in milliseconds between two requests. */
export const targetsOf = (port: number, { inFlight = 4, delay = 0, columns = COLUMNS } = {}): string => `version: 1
district: 示例区
rulebook: linzi-2023
site: { home: 'http://${HOST}/gongkai/', cms: auto, hosts: [${HOST}] }
crawl:
  contact: audit@gk.example
  perHost: { inFlight: ${inFlight}, minDelayMs: ${delay}, maxDelayMs: 1000 }
  render: never
  resolve: { ${HOST}: '127.0.0.1:${port}' }
units:
  - id: u1
    name: 甲局
    fullName: 示例区甲局
    kind: department
    columns:
${Array.from({ length: columns }, (_, i) => `      - { topic: other, name: 栏目${i}, url: /gongkai/c${i}/ }`).join('\n')}
`;

function pageAt(path: string, night: number): Page {
  const list = /^\/gongkai\/c(\d)\/(?:index_(\d)\.html)?$/.exec(path);
  if (list) return html(listPage(Number(list[1]), Number(list[2] ?? 1), night), true);
  const document = /^\/gongkai\/(doc|old)\/(\d+)\.html$/.exec(path);
  if (document) {
    const id = Number(document[2]);
    if (document[1] === 'doc' && id % 37 === 5) return redirect(`/gongkai/old/${id}.html`);
    if (id % 41 === 7) return { ...html('<h1>403 Forbidden</h1>', false), status: 403 };
    return html(article(id, editionOf(id, night)), id % 4 !== 0);
  }
  const file = /^\/gongkai\/file\/(\d+)\.pdf$/.exec(path);
  if (file) return { ...attachment(Number(file[1])), validates: Number(file[1]) % 2 === 0 };
  return { ...html('<h1>404</h1>', false), status: 404 };
}

const html = (text: string, validates: boolean): Page => ({
  ...{ status: 200, type: 'text/html; charset=utf-8', validates },
  body: Buffer.from(`<!doctype html><html>${text}</html>`),
});

const redirect = (location: string): Page => ({ ...html('', false), status: 302, location });

/** Some documents are revised every night, and their rows say so. */
const editionOf = (id: number, night: number): number => (id % 7 === 3 ? night : 0);

const titleOf = (id: number, edition: number): string =>
  `关于第${id}号事项的通知${edition > 0 ? `（第${edition}次修订）` : ''}`;

function listPage(column: number, page: number, night: number): string {
  const rows = Array.from({ length: A_PAGE }, (_, i) => {
    // The last entry of every page is also listed by the next column.
    const id = (column * LIST_PAGES + page - 1) * (A_PAGE - 1) + i;
    const title = titleOf(id, editionOf(id, night));
    return `<li><a href="/gongkai/doc/${id}.html" title="${title}">${title}</a><span>2023-05-0${(i % 9) + 1}</span></li>`;
  });
  const next = page < LIST_PAGES ? `<a href="/gongkai/c${column}/index_${page + 1}.html">下一页</a>` : '';
  return `<head><title>甲局-栏目</title></head><body><ul class="list">${rows.join('')}</ul><div class="page">${next}</div></body>`;
}

function article(id: number, edition: number): string {
  const file = id % 3 === 0 ? `<p><a href="/gongkai/file/${id}.pdf">附件：第${id}号表.pdf</a></p>` : '';
  const title = titleOf(id, edition);
  return `<head><title>${title}</title></head><body><h1>${title}</h1><div>发布日期：2023-05-06</div>
<div class="content"><p>${`第${id}号事项第${edition}次修订，各有关单位要认真抓好落实。`.repeat(20 + (id % 50))}</p>${file}</div></body>`;
}

/** Bytes that no compression makes smaller, most of a few kilobytes, some of more than a megabyte. */
function attachment(id: number): Page {
  const size = id % 60 === 9 ? 1_500_000 + id : 500 + ((id * 7919) % 60_000);
  const seed = createHash('sha256').update(`file ${id}`).digest();
  const body = Buffer.alloc(size);
  for (let at = 0, block = seed; at < size; at += 32) {
    block.copy(body, at);
    block = createHash('sha256').update(block).digest();
  }
  body.write('%PDF-1.4\n', 0, 'latin1');
  return { status: 200, type: 'application/pdf', body, validates: true };
}
