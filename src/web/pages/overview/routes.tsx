import { Hono } from 'hono';
import { overview } from '../../../app/console/overview.ts';
import type { Env } from '../../env.ts';
import { Layout } from '../../parts/layout.tsx';
import { viewOf } from '../../view.ts';
import { OverviewPage } from './page.tsx';

/** `/` of those who look after the whole district; a unit's own first page is in pages/unit. */
export const overviewRoutes = new Hono<Env>().get('/', async (c, next) => {
  if (c.get('loggedIn').account.role === 'unit') return next();
  const view = viewOf(c);
  if (view.period === null)
    return c.html(
      <Layout view={view} title="总览">
        <p class="card">还没有判定结果。请在“任务”中启动夜间取证，完成后即可查看。</p>
      </Layout>,
    );
  return c.html(<OverviewPage view={view} of={await overview(c.get('console'), view.actor, view.period)} />);
});
