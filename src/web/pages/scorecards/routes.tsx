import { Hono } from 'hono';
import { scorecard, scorecards } from '../../../app/console/scorecards.ts';
import type { Env } from '../../env.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { viewOf } from '../../view.ts';
import { CardPage } from './card-page.tsx';
import { RankingPage } from './ranking-page.tsx';

/** Points of all units, and how those of one came about; a unit sees its own alone. */
export const scorecardRoutes = new Hono<Env>()
  .get('/scorecards', async (c) => {
    const view = viewOf(c);
    if (view.period === null) return c.html(<NothingYet view={view} title="得分" />);
    return c.html(<RankingPage view={view} of={await scorecards(c.get('console'), view.actor, view.period)} />);
  })
  .get('/scorecards/:unit', async (c) => {
    const view = viewOf(c);
    const of = { unit: c.req.param('unit'), period: view.period ?? undefined };
    return c.html(<CardPage view={view} of={await scorecard(c.get('console'), view.actor, of)} />);
  });
