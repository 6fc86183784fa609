import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Published } from './live-district.ts';

/** An answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

export const HTML = 'text/html; charset=utf-8';

export const reply = (status: number, type: string, body: Buffer | string): Reply => ({
  status,
  headers: { 'content-type': type },
  body,
});

export const methodNotAllowed = (allow: string): Reply => ({
  ...reply(405, 'text/plain', 'method not allowed'),
  headers: { 'content-type': 'text/plain', allow },
});

/** Sends an answer; to HEAD without its body. */
export function send({ status, headers, body }: Reply, { method }: IncomingMessage, response: ServerResponse): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, ...(status === 304 ? {} : { 'content-length': bytes.length }) });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** The answer for what is published: with its validators, and without its bytes for those who have them. */
export async function publishedReply(
  { resource, modified }: Published,
  query: URLSearchParams,
  asked: IncomingHttpHeaders,
): Promise<Reply> {
  const body = await resource.body(query);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  const lastModified = modified.toUTCString();
  // Pages change when somebody presses a button: a browser must not go by its own guess of how long they keep.
  const validators = { etag, 'last-modified': lastModified, 'cache-control': 'no-cache' };
  if (isKnown(asked, etag, lastModified)) return { status: 304, headers: validators, body: '' };
  return { status: 200, headers: { 'content-type': resource.type, ...validators }, body };
}

/** RFC 9110, 13.2.2: the tag decides where one is sent. A date must be the very one, since undoing turns dates back. */
function isKnown(asked: IncomingHttpHeaders, etag: string, lastModified: string): boolean {
  const tags = asked['if-none-match'];
  if (tags === undefined) return asked['if-modified-since'] === lastModified;
  return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
