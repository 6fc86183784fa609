import type { IncomingHttpHeaders } from 'node:http';
import { serveOnLoopback } from '../support/loopback.ts';
import type { Answer, DemoSite, SiteOptions, TrueColumn } from './site-kit.ts';

/** A site as a function: what it answers to a request; null for what it does not have. */
export type Answering = (url: URL, headers: IncomingHttpHeaders) => Answer | null;

const GONE: Answer = {
  status: 404,
  body: '<html><head><title>404</title></head><body><h1>404</h1><p>您访问的页面不存在</p></body></html>',
};

/** Serves it on loopback. */
export async function serveAnswers(
  host: string,
  truth: readonly TrueColumn[],
  answering: Answering,
  { port }: SiteOptions = {},
): Promise<DemoSite> {
  const log: string[] = [];
  const origin = `http://${host}`;
  const loopback = await serveOnLoopback((request, response) => {
    const path = request.url ?? '/';
    log.push(path);
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      headers = {},
      body,
    } = answering(new URL(path, origin), request.headers) ?? GONE;
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  }, port);
  return { host, origin, truth, log, ...loopback };
}
