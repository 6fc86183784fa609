import { serveOnLoopback } from '../../support/loopback.ts';
import { plantedAnswers } from '../planted-site.ts';
import type { Answer, SiteOptions } from '../site-kit.ts';
import { attachmentColumns } from './attached.ts';
import { guides } from './guides.ts';
import { metadataColumns } from './metadata.ts';
import { oddities } from './oddities.ts';
import { scripted } from './scripted.ts';
import type { Planted, TrueColumn } from './types.ts';

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
export async function startGongkaiSite({ port }: SiteOptions = {}): Promise<GongkaiSite> {
  const planted: readonly Planted[] = [
    ...guides,
    ...metadataColumns,
    ...oddities,
    ...scripted,
    ...(await attachmentColumns()),
  ];
  const pages = plantedAnswers(planted.map((column) => column.pages));
  const log: string[] = [];
  const loopback = await serveOnLoopback((request, response) => {
    const url = request.url ?? '/';
    log.push(`${request.headers.host ?? ''} ${url}`);
    const answer = pages.get(decodeURI(url)) ?? NOT_FOUND;
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/html', ...answer.headers });
    response.end(answer.body);
  }, port);
  return { truth: planted, log, ...loopback };
}

const NOT_FOUND: Answer = {
  status: 404,
  type: 'text/html; charset=utf-8',
  body: '<html><head><title>404</title></head><body><p>您访问的页面不存在</p></body></html>',
};
