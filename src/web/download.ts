import type { WebContext } from './env.ts';

/** Bytes to be saved and never opened in the console's own window, whatever they are. The name may be Chinese. */
export function download(c: WebContext, bytes: Uint8Array, name: string): Response {
  // RFC 5987, section 3.2.1: some of what encodeURIComponent leaves as it is may not stand there.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  c.header('Content-Type', 'application/octet-stream');
  c.header('Content-Disposition', `attachment; filename="download"; filename*=UTF-8''${encoded}`);
  c.header('Cache-Control', 'private, no-cache');
  return c.body(new Uint8Array(bytes));
}
