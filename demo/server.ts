import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Resource, resourcesOf } from './resources.ts';
import type { District } from './types.ts';

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

function send(response: ServerResponse, status: number, type: string, body: Buffer | string, isHead: boolean): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.end(isHead ? undefined : bytes);
}

async function answer(resources: ReadonlyMap<string, Resource>, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', `http://${HOST}`);
  const resource = resources.get(url.pathname);
  const isHead = request.method === 'HEAD';
  if (request.method !== 'GET' && !isHead) return send(response, 405, 'text/plain', 'method not allowed', false);
  if (!resource) return send(response, 404, 'text/html; charset=utf-8', NOT_FOUND, isHead);
  send(response, 200, resource.type, await resource.body(url.searchParams), isHead);
}

/**
 * Serves a district on 127.0.0.1. Where `port` is taken: any free port if `elseAny`, otherwise the error of
 * the operating system.
 */
export async function serveDistrict(district: District, port: number, elseAny: boolean): Promise<DemoServer> {
  const resources = resourcesOf(district);
  const server = createServer((request, response) => {
    answer(resources, request, response).catch((error: unknown) => {
      send(response, 500, 'text/plain; charset=utf-8', error instanceof Error ? error.message : String(error), false);
    });
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
