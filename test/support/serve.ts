import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves these pages (path → HTML) on a loopback port until the test is over; everything else is 404. */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    const html = pages[incoming.url ?? '/'];
    outgoing.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return (server.address() as AddressInfo).port;
}
