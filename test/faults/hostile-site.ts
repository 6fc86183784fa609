import { afterEach, beforeEach } from 'vitest';
import { articlePage, listPage, workshop } from '../../src/crawl/site.fixture.ts';
import type { CaptureResult } from '../../src/model/capture.ts';
import { type HostileServer, hostileServer } from './hostile-server.ts';

export const LIST = '/gongkai/list/';
export const doc = (i: number): string => `/gongkai/list/doc_${i}.html`;
export const docs = (n: number): string[] => Array.from({ length: n }, (_, i) => doc(i));
export const ARTICLE = articlePage('关于防汛工作的通知');
export const DOCUMENT = /\/doc_\d+\.html$/;
/** The server and the crawl share a processor here, so that a request may lie in a socket for a moment. */
export const JITTER = 12;

/** A site with a list of so many documents. */
export async function siteOf(n: number): Promise<HostileServer> {
  const server = await hostileServer();
  server.answer(LIST, listPage(docs(n)));
  server.answer(DOCUMENT, ARTICLE);
  return server;
}

export const perHost = (inFlight: number, minDelayMs: number, maxDelayMs = 1000) => ({
  inFlight,
  minDelayMs,
  maxDelayMs,
});

/** Milliseconds from request to request. */
export const gaps = ({ log }: HostileServer): number[] => log.slice(1).map((seen, i) => seen.at - (log[i]?.at ?? 0));

/** A data folder of its own for each test of a file. */
export function shopForEach() {
  let shop: Awaited<ReturnType<typeof workshop>>;
  beforeEach(async () => {
    shop = await workshop();
  });
  afterEach(() => shop.close());
  return {
    shop: () => shop,
    resultOf: async (path: string): Promise<CaptureResult | undefined> => (await shop.captures(path))[0]?.result,
  };
}
