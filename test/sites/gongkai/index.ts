import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachmentColumns } from './attached.ts';
import { guides } from './guides.ts';
import { metadataColumns } from './metadata.ts';
import { oddities } from './oddities.ts';
import { scripted } from './scripted.ts';
import type { Answer, Planted, TrueColumn } from './types.ts';

export { HOST, MIRROR } from './shell.ts';
export type { TrueColumn } from './types.ts';

export interface GongkaiSite {
  readonly port: number;
  /** All columns with what a perfect reader finds in them. */
  readonly truth: readonly TrueColumn[];
  /** Every request, as `host path`, in order. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** A site of the family behind `/gongkai/…/channel_…/doc_….html` with everything odd that was met on such sites. */
export async function startGongkaiSite({ port = 0 }: { readonly port?: number } = {}): Promise<GongkaiSite> {
  const planted: readonly Planted[] = [
    ...guides,
    ...metadataColumns,
    ...oddities,
    ...scripted,
    ...(await attachmentColumns()),
  ];
  const pages = new Map<string, Answer>();
  for (const column of planted)
    for (const [path, answer] of Object.entries(column.pages)) {
      if (pages.has(path)) throw new Error(`planted twice: ${path}`);
      pages.set(path, answer);
    }
  const log: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    log.push(`${request.headers.host ?? ''} ${url}`);
    const answer = pages.get(decodeURI(url)) ?? NOT_FOUND;
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/html', ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, truth: planted, log, stop };
}

const NOT_FOUND: Answer = {
  status: 404,
  type: 'text/html; charset=utf-8',
  body: '<html><head><title>404</title></head><body><p>您访问的页面不存在</p></body></html>',
};
