import { Hono } from 'hono';
import { answerObjection, object, objectionFile } from '../../../app/console/objections.ts';
import { askForRecheck } from '../../../app/console/rectification.ts';
import { Conflict, NotThere } from '../../../app/console/refusals.ts';
import { UserError } from '../../../model/user-error.ts';
import { download } from '../../download.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { quarterOf } from '../../view.ts';
import { NO_DRAFT } from './decision-form.ts';
import { textOf } from './form-text.ts';
import { readPlace } from './query.ts';
import { showFinding } from './shown.tsx';

/** What a unit says against a finding and what it is answered; and another look at a finding. */
export const objectionRoutes = new Hono<Env>()
  .post('/findings/:number/objections', async (c) => {
    const form = await c.req.parseBody();
    const { back, text, file } = form;
    const period = quarterOf(c);
    if (period === null) throw new NotThere();
    return orAgain(c, form, async () => {
      // A browser sends an empty file where none was chosen.
      const sent = file instanceof File && (file.size > 0 || file.name !== '') ? file : null;
      const given = sent && { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
      const number = c.req.param('number');
      await object(c.get('console'), actorOf(c), { period, number, text: textOf(text), file: given });
      tell(c, 'done', '异议已提交，检查人员答复后在本页显示。');
      return c.redirect(readPlace(textOf(back)).address, 303);
    });
  })
  .post('/objections/:id/answer', async (c) => {
    const form = await c.req.parseBody();
    return orAgain(c, form, async () => {
      const answer = { id: idOf(c.req.param('id')), upheld: form.upheld === 'yes', text: textOf(form.text) };
      await answerObjection(c.get('console'), actorOf(c), answer);
      tell(c, 'done', answer.upheld ? '已答复：异议成立。请按需要另行审核该问题。' : '已答复：异议不成立。');
      return c.redirect(readPlace(textOf(form.back)).address, 303);
    });
  })
  .get('/objections/:id/file', async (c) => {
    const { file, bytes } = await objectionFile(c.get('console'), actorOf(c), idOf(c.req.param('id')));
    return download(c, bytes, file.name);
  })
  .post('/findings/:number/recheck', async (c) => {
    const { id } = await askForRecheck(c.get('console'), actorOf(c), c.req.param('number'));
    return c.redirect(`/jobs/${id}`, 303);
  });

/** Shows the page of the finding again with what was filled in, where it could not be taken. */
async function orAgain(
  c: WebContext,
  form: Readonly<Record<string, unknown>>,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { number, params } = readPlace(textOf(form.back));
    if (!(error instanceof UserError) || number === null) throw error;
    const objection = { text: textOf(form.text), upheld: textOf(form.upheld) };
    const draft = { decision: NO_DRAFT, objection, error: error.message };
    return showFinding(c, number, { params, draft, status: error instanceof Conflict ? 409 : 400 });
  }
}

function idOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotThere();
  return Number(text);
}
