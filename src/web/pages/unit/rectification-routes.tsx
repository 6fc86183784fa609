import { Hono } from 'hono';
import { feedBack } from '../../../app/console/rectification.ts';
import { unitRectification } from '../../../app/console/unit-rectification.ts';
import { UserError } from '../../../model/user-error.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { untimely, viewOf } from '../../view.ts';
import { textOf } from '../findings/form-text.ts';
import { unitOf } from './own-unit.ts';
import type { FeedbackDraft } from './rectification-item.tsx';
import { RectificationPage } from './rectification-page.tsx';

/** A unit's own page of the putting right; that of the district is in pages/rectification. */
export const rectificationRoutes = new Hono<Env>()
  .get('/rectification', (c) => show(c, null))
  .post('/findings/:number/feedback', async (c) => {
    const form = await c.req.parseBody();
    const given = { number: c.req.param('number').toUpperCase(), text: textOf(form.text), link: textOf(form.link) };
    try {
      await feedBack(c.get('console'), actorOf(c), given);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      c.status(400);
      return show(c, { ...given, error: error.message });
    }
    tell(c, 'done', '整改情况已提交，正在重新核查。');
    return c.redirect(`/rectification#item-${given.number}`, 303);
  });

async function show(c: WebContext, draft: FeedbackDraft | null): Promise<Response> {
  const rectification = await unitRectification(c.get('console'), actorOf(c), unitOf(c));
  return c.html(<RectificationPage view={untimely(viewOf(c))} {...{ rectification, draft }} />);
}
