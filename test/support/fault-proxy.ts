import { request } from 'node:http';
import { type Loopback, serveOnLoopback } from './loopback.ts';

export type Fault = 'none' | 'timeout' | 'reset' | 'challenge' | 'blank';

export interface FaultProxy extends Loopback {
  /** Decides what happens to a request; `none` until it is set. */
  choose(fault: (path: string) => Fault): void;
}

const CHALLENGE = `<html><head><title>请稍候</title></head><body><noscript>请开启JavaScript</noscript>
<div>正在进行安全验证，请完成验证后继续访问</div><script>var token=1;</script></body></html>`;

/** Stands in front of a server on loopback and spoils the answers it is told to spoil. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  let choice: (path: string) => Fault = () => 'none';
  const loopback = await serveOnLoopback((incoming, outgoing) => {
    switch (choice(incoming.url ?? '/')) {
      case 'timeout':
        return;
      case 'reset':
        incoming.socket.destroy();
        return;
      case 'challenge':
        outgoing.writeHead(403, { 'content-type': 'text/html; charset=utf-8' }).end(CHALLENGE);
        return;
      case 'blank':
        outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html><body></body></html>');
        return;
      default:
        incoming.pipe(
          request(
            {
              host: '127.0.0.1',
              port: targetPort,
              path: incoming.url,
              method: incoming.method,
              headers: incoming.headers,
            },
            (answer) => {
              outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
              answer.pipe(outgoing);
            },
          ).on('error', () => outgoing.destroy()),
        );
    }
  });
  return {
    ...loopback,
    choose: (fault) => {
      choice = fault;
    },
  };
}
