import { getConnInfo } from '@hono/node-server/conninfo';
import type { WebContext } from './env.ts';

/**
 * Address of the client. Behind a reverse proxy that the settings trust it is the last one that the proxy added to
 * X-Forwarded-For: those before it are only what the client says of itself.
 */
export function clientAddress(c: WebContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').pop()?.trim() : undefined;
  return forwarded || getConnInfo(c).remote.address || 'unknown';
}
