import { Hono } from 'hono';
import { unreadTable } from '../../../app/console/unread.ts';
import type { Env } from '../../env.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { viewOf } from '../../view.ts';
import { decisionRoutes } from './decision-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { objectionRoutes } from './objection-routes.ts';
import { readPage } from './query.ts';
import { showFinding, showList } from './shown.tsx';
import { UnreadPage } from './unread-page.tsx';

/** Findings, their evidence, what is decided on them and said against them, and what could not be read. */
export const findingRoutes = new Hono<Env>()
  .get('/findings', (c) => showList(c, { params: new URL(c.req.url).searchParams }))
  .get('/findings/:number', (c) => showFinding(c, c.req.param('number'), { params: new URL(c.req.url).searchParams }))
  .get('/unread', async (c) => {
    const view = viewOf(c);
    if (view.period === null) return c.html(<NothingYet view={view} title="未能读取的内容" />);
    const { searchParams: params } = new URL(c.req.url);
    const unit = params.get('unit') || undefined;
    const reason = params.get('reason') || undefined;
    const filter = { period: view.period, unit, reason };
    const of = await unreadTable(c.get('console'), view.actor, filter, readPage(params));
    return c.html(<UnreadPage {...{ view, of, unit, reason }} />);
  })
  .route('/', decisionRoutes)
  .route('/', objectionRoutes)
  .route('/', evidenceRoutes);
