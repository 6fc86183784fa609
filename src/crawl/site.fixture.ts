import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { openEvidence } from '../evidence/evidence-store.ts';
import type { EvidenceStore } from '../evidence/record.ts';
import type { Capture, View } from '../model/capture.ts';
import type { CrawlManners, Plan } from '../model/plan.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { type CrawlOptions, crawl } from './crawl.ts';
import type { CrawlSummary } from './progress.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;
export const HOST = 'gk.example';
const HOME = `http://${HOST}/gongkai/`;
export const at = (path: string): string => new URL(path, HOME).href;

/** A site on loopback: pages by path, 404 for the rest; `asked` is its own log. */
export async function startSite(pages: Record<string, string | Handler>) {
  const asked: { path: string; at: number; userAgent: string }[] = [];
  let conditional = 0;
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '/');
    asked.push({ path, at: performance.now(), userAgent: request.headers['user-agent'] ?? '' });
    if (request.headers['if-none-match'] !== undefined) conditional += 1;
    const page = pages[path];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    port,
    asked,
    stop,
    /** How many requests asked for changes only. */
    get conditional() {
      return conditional;
    },
    times: (path: string) => asked.filter((request) => request.path === path).length,
  };
}

type Overrides = { columns?: readonly string[]; models?: Record<string, string> } & Partial<CrawlManners>;

export function planFor(port: number, { columns = ['/gongkai/list/'], models = {}, ...manners }: Overrides): Plan {
  return {
    district: '示例区',
    timeZone: 'Asia/Shanghai',
    rulebook: 'linzi-2023',
    site: { home: HOME, cms: 'auto', hosts: [HOST] },
    crawl: {
      contact: 'audit@gk.example',
      perHost: { inFlight: 4, minDelayMs: 0, maxDelayMs: 20 },
      hours: null,
      render: 'auto',
      fullEvery: 30,
      resolve: { [HOST]: `127.0.0.1:${port}` },
      caps: { pageBytes: 100_000, fileBytes: 200_000, decompressedBytes: 1_000_000, redirects: 5, listPages: 20 },
      ...manners,
    },
    models,
    units: [
      {
        ...{ id: 'u1', name: '甲局', fullName: '示例区甲局', aliases: [], kind: 'department', home: null },
        enforcement: false,
        columns: columns.map((path) => ({
          ...{
            topic: 'other' as const,
            name: '栏目',
            url: at(path),
            every: null,
            due: null,
            key: false,
            advise: false,
          },
        })),
      },
    ],
  };
}

export const listPage = (paths: readonly string[], more = ''): string =>
  `<html><head><title>甲局-栏目</title></head><body><ul class="list">${paths
    .map(
      (path, i) =>
        `<li><a href="${path}" title="关于事项${i}的通知">关于事项${i}的通知</a><span>2023-05-0${(i % 9) + 1}</span></li>`,
    )
    .join('')}</ul>${more}</body></html>`;

export const articlePage = (title: string, more = ''): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><div>发布日期：2023-05-06</div><div class="content"><p>${'各有关单位要认真抓好落实。'.repeat(30)}</p>${more}</div></body></html>`;

/** Looks and cool-downs without the waits of real nights. */
export const QUICKLY: Required<Pick<CrawlOptions, 'lookWaits' | 'coolDown'>> = {
  lookWaits: { hiccup: [1, 2], trouble: [1, 2], overload: [1, 2], gone: [1, 2] },
  coolDown: { streak: 6, firstMs: 20, times: 3 },
};

/** A data folder with everything a crawl needs; `run` may be called again and again. */
export async function workshop() {
  const dataDir = mkdtempSync(join(tmpdir(), 'crawl-'));
  const open = async (): Promise<{ store: Store; evidence: EvidenceStore }> => {
    const store = await openStore(dataDir, { mode: 'write' });
    return {
      store,
      evidence: await openEvidence({ dataDir, committed: await store.committed(), software: 'xunjian/0' }),
    };
  };
  let opened = await open();
  const closeAll = async () => {
    await opened.evidence.close();
    await opened.store.close();
  };
  return {
    dataDir,
    run: (plan: Plan, options: Partial<CrawlOptions> = {}): Promise<CrawlSummary> =>
      crawl({
        ...{ plan, units: plan.units, ...opened, version: '9.9', log: pino({ level: 'silent' }), onProgress: () => {} },
        ...{ signal: new AbortController().signal, browser: null },
        timeOuts: { connect: 1000, headers: 400, body: 400, total: 1000 },
        ...QUICKLY,
        ...options,
      }),
    captures: (path: string, view: View = 'http'): Promise<readonly Capture[]> =>
      opened.store.captures.latest(at(path), view),
    open: async (capture: Capture | undefined) => opened.evidence.open(capture?.payloadRecord ?? ''),
    record: async (capture: Capture | undefined) => opened.evidence.open(capture?.record ?? ''),
    history: (path: string) => opened.store.events.of(at(path)),
    reopen: async () => {
      await closeAll();
      opened = await open();
    },
    close: async () => {
      await closeAll();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
