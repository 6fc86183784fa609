import type { WebContext } from './env.ts';

/** What the program's own files are; others are told to be nothing in particular. */
const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
};

/** A file that the program made, to be saved under its name, with the type that its name says. */
export function ownDownload(c: WebContext, bytes: Uint8Array, name: string): Response {
  const answer = download(c, bytes, name);
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
  if (type !== undefined) answer.headers.set('Content-Type', type);
  return answer;
}

/** Bytes to be saved and never opened in the console's own window, whatever they are. The name may be Chinese. */
export function download(c: WebContext, bytes: Uint8Array, name: string): Response {
  // RFC 5987, section 3.2.1: some of what encodeURIComponent leaves as it is may not stand there.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  c.header('Content-Type', 'application/octet-stream');
  c.header('Content-Disposition', `attachment; filename="download"; filename*=UTF-8''${encoded}`);
  c.header('Cache-Control', 'private, no-cache');
  return c.body(new Uint8Array(bytes));
}
