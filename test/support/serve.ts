import { onTestFinished } from 'vitest';
import { serveOnLoopback } from './loopback.ts';

/** Serves these pages (path → HTML, or a status without one) until the test is over; everything else is 404. */
export async function servePages(pages: Readonly<Record<string, string | number>>) {
  const asked: string[] = [];
  const { port, stop } = await serveOnLoopback((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    asked.push(path);
    const page = pages[path] ?? 404;
    const [status, html] = typeof page === 'number' ? [page, `<title>${page}</title>`] : [200, page];
    outgoing.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  onTestFinished(stop);
  return { port, asked };
}
