import { Hono } from 'hono';
import { unitHome } from '../../../app/console/unit-home.ts';
import type { Env } from '../../env.ts';
import { viewOf } from '../../view.ts';
import { agendaRoutes } from './agenda-routes.tsx';
import { HomePage } from './home-page.tsx';
import { rectificationRoutes } from './rectification-routes.tsx';
import { selfCheckRoutes } from './self-check-routes.tsx';

/** What an account of a unit uses; self-checks and calendars of any unit also for those who look after the district. */
export const unitRoutes = new Hono<Env>()
  .get('/', async (c, next) => {
    if (c.get('loggedIn').account.role !== 'unit') return next();
    const view = viewOf(c);
    const console = c.get('console');
    const home = await unitHome(console, view.actor, view.period ?? undefined);
    return c.html(<HomePage view={view} home={home} today={console.today()} />);
  })
  .route('/', selfCheckRoutes)
  .route('/', agendaRoutes)
  .route('/', rectificationRoutes);
