import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LiveDistrict } from './live-district.ts';
import { HTML, methodNotAllowed, publishedReply, type Reply, reply, send } from './reply.ts';
import { UPKEEP, upkeep } from './upkeep.ts';

export const HOST = 'linzi.localhost';

export interface DemoServer {
  readonly origin: string;
  readonly port: number;
  stop(): Promise<void>;
}

const NOT_FOUND =
  '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>404</title></head><body><h1>404</h1><p>您访问的页面不存在</p></body></html>';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function answer(live: LiveDistrict, request: IncomingMessage): Promise<Reply> {
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`);
  if (pathname === UPKEEP) return upkeep(live, request, searchParams);
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed('GET, HEAD');
  const published = live.find(pathname);
  return published ? publishedReply(published, searchParams, request.headers) : reply(404, HTML, NOT_FOUND);
}

/**
 * Serves a district on 127.0.0.1. Where `port` is taken: any free port if `elseAny`, otherwise the error of
 * the operating system.
 */
export async function serveDistrict(live: LiveDistrict, port: number, elseAny: boolean): Promise<DemoServer> {
  const server = createServer((request, response) => {
    answer(live, request)
      .catch((error: unknown) =>
        reply(500, 'text/plain; charset=utf-8', error instanceof Error ? error.message : String(error)),
      )
      .then((answered) => send(answered, request, response));
  });
  try {
    await listen(server, port);
  } catch (error) {
    if (!elseAny || !isTaken(error)) throw error;
    await listen(server, 0);
  }
  return {
    origin: `http://${HOST}:${portOf(server)}`,
    port: portOf(server),
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
