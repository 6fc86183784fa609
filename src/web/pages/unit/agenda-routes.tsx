import { Hono } from 'hono';
import { agendaCalendar, agendaOf } from '../../../app/console/agenda.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { untimely, viewOf } from '../../view.ts';
import { AgendaPage } from './agenda-page.tsx';
import { unitOf } from './own-unit.ts';

export const agendaRoutes = new Hono<Env>()
  .get('/agenda', show)
  .get('/units/:unit/agenda', show)
  .get('/agenda.ics', calendar)
  .get('/units/:unit/agenda.ics', calendar);

async function show(c: WebContext): Promise<Response> {
  const agenda = await agendaOf(c.get('console'), actorOf(c), unitOf(c));
  return c.html(<AgendaPage view={untimely(viewOf(c))} agenda={agenda} />);
}

async function calendar(c: WebContext): Promise<Response> {
  const text = await agendaCalendar(c.get('console'), actorOf(c), unitOf(c));
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  c.header('Content-Disposition', 'attachment; filename="agenda.ics"');
  return c.body(text);
}
