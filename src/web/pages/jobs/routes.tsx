import { Hono } from 'hono';
import { askForAudit, askForNight, cancelJob, jobOf } from '../../../app/console/jobs.ts';
import { jobBoard } from '../../../app/console/jobs-board.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { safeNext } from '../../login-guard.ts';
import { untimely, viewOf } from '../../view.ts';
import { BoardPage } from './board-page.tsx';
import { eventRoutes } from './events.tsx';
import { JobPage } from './job-page.tsx';

/** What the crawler does: for those who look after the district, and for a unit what it does for that unit. */
export const jobRoutes = new Hono<Env>()
  .get('/jobs', async (c) => {
    const view = untimely(viewOf(c));
    return c.html(<BoardPage view={view} board={await jobBoard(c.get('console'), view.actor)} />);
  })
  .post('/jobs/night', async (c) => {
    await askForNight(c.get('console'), actorOf(c));
    return begun(c, '夜间取证');
  })
  .post('/jobs/audit', async (c) => {
    await askForAudit(c.get('console'), actorOf(c));
    return begun(c, '重新判定');
  })
  .get('/jobs/:id', async (c) => {
    const view = untimely(viewOf(c));
    return c.html(<JobPage view={view} job={await jobOf(c.get('console'), view.actor, c.req.param('id'))} />);
  })
  .post('/jobs/:id/cancel', async (c) => {
    const { back } = await c.req.parseBody();
    await cancelJob(c.get('console'), actorOf(c), c.req.param('id'));
    tell(c, 'done', '已取消。已经取证的内容不会丢失。');
    return c.redirect(safeNext(typeof back === 'string' ? back : undefined), 303);
  })
  .route('/', eventRoutes);

function begun(c: WebContext, what: string): Response {
  tell(c, 'done', `${what}已列入任务，按次序进行。`);
  return c.redirect('/jobs', 303);
}
