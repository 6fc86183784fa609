import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  { port = 0 }: SiteOptions = {},
): Promise<DemoSite> {
  const log: string[] = [];
  const origin = `http://${host}`;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    log.push(path);
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      headers = {},
      body,
    } = answering(new URL(path, origin), request.headers) ?? GONE;
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { host, origin, port: (server.address() as AddressInfo).port, truth, log, stop };
}
