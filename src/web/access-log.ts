import type { MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';
import { observeRequest } from './metrics.ts';

/** One line a request: who, what, how it ended and how long it took. No query: it holds what people search for. */
export const accessLog: MiddlewareHandler<Env> = async (c, next) => {
  const started = performance.now();
  await next();
  const ms = performance.now() - started;
  const { log } = c.get('console');
  const loggedIn = c.get('loggedIn') as Env['Variables']['loggedIn'] | undefined;
  const about = { request: c.get('requestId'), account: loggedIn?.account.login ?? '', address: c.get('address') };
  const line = { method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(ms * 10) / 10 };
  observeRequest(c.req.method, c.res.status, ms);
  if (!c.req.path.startsWith('/assets/')) log.info({ ...about, ...line }, 'http.request');
};
