import { Hono } from 'hono';
import { isProgress, type RectificationFilter, rectificationList } from '../../../app/console/rectification-list.ts';
import type { Env } from '../../env.ts';
import { viewOf } from '../../view.ts';
import { RectificationPage } from './page.tsx';

/** What the newest bulletin told and how far that is, for those who look after the district; a unit's own page is in pages/unit. */
export const rectificationRoutes = new Hono<Env>().get('/rectification', async (c, next) => {
  if (c.get('loggedIn').account.role === 'unit') return next();
  const view = viewOf(c);
  const { unit, progress } = c.req.query();
  const filter: RectificationFilter = {
    unit: unit || undefined,
    progress: progress !== undefined && isProgress(progress) ? progress : undefined,
  };
  const list = await rectificationList(c.get('console'), view.actor, filter, Number(c.req.query('page')) || 1);
  return c.html(<RectificationPage {...{ view, list, filter }} />);
});
