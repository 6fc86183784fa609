import { Hono } from 'hono';
import { unitLines, unitView } from '../../../app/console/units.ts';
import type { Env } from '../../env.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { viewOf } from '../../view.ts';
import { UnitPage } from './unit-page.tsx';
import { UnitsPage } from './units-page.tsx';

/** All units, and one with its columns and findings. */
export const unitsRoutes = new Hono<Env>()
  .get('/units', async (c) => {
    const view = viewOf(c);
    if (view.period === null) return c.html(<NothingYet view={view} title="单位" />);
    return c.html(<UnitsPage view={view} of={await unitLines(c.get('console'), view.actor, view.period)} />);
  })
  .get('/units/:unit', async (c) => {
    const view = viewOf(c);
    const of = { unit: c.req.param('unit'), period: view.period ?? undefined };
    return c.html(<UnitPage view={view} of={await unitView(c.get('console'), view.actor, of)} />);
  });
