import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { onTestFinished } from 'vitest';

/** One request as the server saw it come in. */
export interface Seen {
  readonly path: string;
  readonly host: string;
  /** Milliseconds, monotonic. */
  readonly at: number;
  /** Requests that had come in and were not yet answered, this one counted. */
  readonly open: number;
  readonly headers: ReadonlyMap<string, string>;
}

/** What is said on the socket; `done` frees the request in the server's count. */
export type Answer = (socket: Socket, request: Seen) => void;

export interface HostileServer {
  readonly port: number;
  readonly log: readonly Seen[];
  /** Connections that were opened, with or without a request. */
  readonly connections: () => number;
  answer(path: string | RegExp, answer: Answer | string): void;
  times(path: string | RegExp): number;
  stop(): Promise<void>;
}

/**
 * A server that speaks by the byte, so that it can say what no server should. Everything without an answer of its own is
 * 404. Stops with the test.
 */
export async function hostileServer(tls?: { readonly key: string; readonly cert: string }): Promise<HostileServer> {
  const log: Seen[] = [];
  const answers: [string | RegExp, Answer][] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  let open = 0;
  const serve = (socket: Socket): void => {
    opened += 1;
    sockets.add(socket);
    let pending = '';
    let mine = 0;
    const free = (): void => {
      open -= mine;
      mine = 0;
    };
    const { write } = socket;
    // Whoever begins to answer counts as answered: nobody is in flight who waits for no one.
    socket.write = ((...said: Parameters<Socket['write']>) => {
      free();
      return write.apply(socket, said);
    }) as Socket['write'];
    socket.on('close', () => {
      sockets.delete(socket);
      free();
    });
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      const end = pending.indexOf('\r\n\r\n');
      if (end === -1) return;
      const at = performance.now();
      const [start = '', ...lines] = pending.slice(0, end).split('\r\n');
      pending = pending.slice(end + 4);
      // A request comes on a connection only after the answer to the one before.
      free();
      mine = 1;
      open += 1;
      const headers = new Map(
        lines.map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*: ?/, '')]),
      );
      const path = decodeURI(start.split(' ')[1] ?? '');
      const seen: Seen = { path, host: headers.get('host') ?? '', at, open, headers };
      log.push(seen);
      const [, answer = say(404, '<h1>404</h1>')] = answers.findLast(([key]) => fits(key, path)) ?? [];
      answer(socket, seen);
    });
  };
  const server: Server = tls ? createTls(tls, serve).on('tlsClientError', () => {}) : createTcp(serve);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  onTestFinished(stop);
  return {
    port: (server.address() as AddressInfo).port,
    log,
    connections: () => opened,
    answer: (path, answer) => void answers.push([path, typeof answer === 'string' ? say(200, answer) : answer]),
    times: (path) => log.filter((seen) => fits(path, seen.path)).length,
    stop,
  };
}

const fits = (key: string | RegExp, path: string): boolean => (typeof key === 'string' ? key === path : key.test(path));

const HTML = 'Content-Type: text/html; charset=utf-8';

/** A whole answer with these headers. */
export const say =
  (status: number, body: string | Uint8Array, ...headers: string[]): Answer =>
  (socket) => {
    const bytes = Buffer.from(body);
    const type = headers.some((header) => /^content-type/i.test(header)) ? [] : [HTML];
    const lines = [`HTTP/1.1 ${status} Said`, ...type, ...headers, `Content-Length: ${bytes.length}`, '', ''];
    socket.write(Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), bytes]));
  };

/** These bytes, then the end of the connection, or its reset. */
export const raw =
  (bytes: string | Uint8Array, ending: 'end' | 'reset' | 'open' = 'end'): Answer =>
  (socket) => {
    socket.write(bytes);
    if (ending === 'end') socket.end();
    else if (ending === 'reset') setTimeout(() => socket.resetAndDestroy(), 20);
  };

export const redirect = (location: string, status = 302): Answer => say(status, '', `Location: ${location}`);

/** Answers after so many milliseconds. */
export const late =
  (ms: number, answer: Answer): Answer =>
  (socket, request) => {
    setTimeout(() => answer(socket, request), ms);
  };
