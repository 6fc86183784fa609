import { Hono } from 'hono';
import { tokenOwner } from '../app/console/accounts/tokens.ts';
import { healthOf } from '../app/console/health.ts';
import { may } from '../model/account.ts';
import type { Env, WebContext } from './env.ts';
import { errorPage } from './error-page.tsx';
import { METRICS_TYPE, metricsText } from './metrics.ts';

/** For whoever watches over the server: whether it works, and its figures. */
export const watchRoutes = new Hono<Env>()
  .get('/healthz', async (c) => {
    try {
      await healthOf(c.get('console'));
      return c.json({ status: 'ok' });
    } catch (error) {
      c.get('console').log.error({ error: (error as Error).message }, 'health.failed');
      return c.json({ status: 'failed' }, 503);
    }
  })
  .get('/metrics', async (c) => {
    if (!(await mayWatch(c))) return errorPage(c, 403, '没有权限', '请从本机访问，或使用检查人员的接口令牌');
    return c.body(await metricsText(await healthOf(c.get('console'))), 200, { 'Content-Type': METRICS_TYPE });
  });

/** Figures are for the machine itself and for those who may read the log. */
async function mayWatch(c: WebContext): Promise<boolean> {
  if (/^(?:127\.|::1$|::ffff:127\.)/.test(c.get('address'))) return true;
  const [, secret] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  const owner = secret ? await tokenOwner(c.get('console'), secret) : null;
  return owner !== null && may(owner, 'read-log');
}
