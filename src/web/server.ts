import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Console } from '../app/console/console.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { webApp } from './app.ts';

/** The console while it is being served. */
export interface WebServer {
  /** `http://127.0.0.1:8680`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Lets requests under way end, those that only listen aside. */
  stop(): Promise<void>;
}

/** Serves the console. Throws UserError (exit code 2) where the port is taken or may not be used. */
export function serveConsole(
  console: Console,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<WebServer> {
  const app = webApp(console);
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: host, port }, ({ port: listening }: AddressInfo) =>
      resolve({
        origin: `http://${host.includes(':') ? `[${host}]` : host}:${listening}`,
        port: listening,
        stop: () => stop(server),
      }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => reject(notListening(error, host, port)));
  });
}

/** So long may requests under way take to end, in milliseconds. */
const PATIENCE = 5_000;

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function notListening(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  const what = REASONS[error.code ?? ''];
  if (what === undefined) return error;
  const remedy = '请用 --port 指定其他端口，或用 --host 指定本机的其他地址';
  return new UserError(EXIT.usage, [{ place: {}, what, value: `${host}:${port}`, remedy }], { cause: error });
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: '端口已被其他程序占用',
  EACCES: '没有权限使用该端口',
  EADDRNOTAVAIL: '本机没有该地址',
  ENOTFOUND: '本机没有该地址',
};
