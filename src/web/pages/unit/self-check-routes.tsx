import { Hono } from 'hono';
import { askForSelfCheck } from '../../../app/console/jobs.ts';
import { unitJobs } from '../../../app/console/jobs-board.ts';
import { NotThere } from '../../../app/console/refusals.ts';
import { selfCheckResult } from '../../../app/console/self-check-result.ts';
import { SHEET_FORMS, selfCheckSheet } from '../../../app/console/self-check-sheet.ts';
import { UserError } from '../../../model/user-error.ts';
import { download } from '../../download.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { untimely, viewOf } from '../../view.ts';
import { unitOf } from './own-unit.ts';
import { placeOf } from './place.ts';
import { SelfCheckPage } from './self-check-page.tsx';

export const selfCheckRoutes = new Hono<Env>()
  .get('/self-check', show)
  .get('/units/:unit/self-check', show)
  .post('/self-check', begin)
  .post('/units/:unit/self-check', begin)
  .get('/self-check/:sheet', sheet)
  .get('/units/:unit/self-check/:sheet', sheet);

async function show(c: WebContext): Promise<Response> {
  const [console, id] = [c.get('console'), unitOf(c)];
  const actor = actorOf(c);
  const result = await selfCheckResult(console, actor, id);
  const jobs = await unitJobs(console, actor, id, 'self-check');
  const unit = console.plan().units.find((one) => one.id === id);
  if (!unit) throw new NotThere();
  const isInspected = unit.columns.length > 0;
  return c.html(<SelfCheckPage view={untimely(viewOf(c))} {...{ unit, isInspected, jobs, result }} />);
}

async function begin(c: WebContext): Promise<Response> {
  const [actor, unit] = [actorOf(c), unitOf(c)];
  try {
    await askForSelfCheck(c.get('console'), actor, unit);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell(c, 'warning', error.message);
  }
  return c.redirect(placeOf({ actor }, unit, 'self-check'), 303);
}

async function sheet(c: WebContext): Promise<Response> {
  const form = SHEET_FORMS.find((one) => c.req.param('sheet') === `sheet.${one}`);
  if (!form) throw new NotThere();
  const { bytes, name } = await selfCheckSheet(c.get('console'), actorOf(c), { unit: unitOf(c), form });
  return download(c, bytes, name);
}
