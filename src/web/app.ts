import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Console } from '../app/console/console.ts';
import { accessLog } from './access-log.ts';
import { API } from './api/address.ts';
import { apiRoutes } from './api/index.ts';
import { assetRoutes } from './assets.ts';
import { clientAddress } from './client-address.ts';
import type { Env } from './env.ts';
import { errorPage, onError } from './error-page.tsx';
import { findLogin, requireLogin } from './login-guard.ts';
import { pageRoutes } from './pages/index.ts';
import { loginRoutes } from './pages/login.tsx';
import { headers, requireOwnForm, requireSameOrigin } from './security.ts';
import { watchRoutes } from './watch.ts';

/** Most bytes of a form or upload. */
const MOST_BYTES = 12 * 1024 * 1024;

/** The console as a web application: pages for people, an API for programs, figures for whoever watches over it. */
export function webApp(console: Console): Hono<Env> {
  const app = new Hono<Env>();
  const isHttps = console.settings.publicUrl?.startsWith('https:') ?? false;
  app.onError(onError);
  app.notFound((c) => errorPage(c, 404, '没有找到', '请核对网址，或从首页进入'));
  app.use(async (c, next) => {
    c.set('console', console);
    c.set('requestId', randomUUID());
    c.set('address', clientAddress(c, console.settings.trustProxy));
    await next();
  });
  app.use(accessLog);
  app.use(headers(isHttps));
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => errorPage(c, 413, '提交的内容过大', '请压缩或分开提交（不超过12 MB）'),
    }),
  );
  app.use(compress());
  app.route('/', assetRoutes);
  app.route('/', watchRoutes);
  app.route(API, apiRoutes);
  app.use(findLogin);
  app.use('/login', requireSameOrigin);
  app.route('/', loginRoutes);
  const inside = new Hono<Env>();
  inside.use(requireLogin);
  inside.use(requireOwnForm);
  inside.route('/', pageRoutes);
  app.route('/', inside);
  return app;
}
