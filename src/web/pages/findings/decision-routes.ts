import { Hono } from 'hono';
import { decideFindings } from '../../../app/console/decide-findings.ts';
import { NotThere } from '../../../app/console/refusals.ts';
import { UserError } from '../../../model/user-error.ts';
import { actorOf, type Env } from '../../env.ts';
import { tell } from '../../flash.ts';
import { quarterOf } from '../../view.ts';
import { decisionOf, outcomeText, readDraft } from './decision-form.ts';
import { textOf } from './form-text.ts';
import { NO_OBJECTION } from './objections-card.tsx';
import { readPlace } from './query.ts';
import { showFinding, showList } from './shown.tsx';

/** Decisions on one finding or many, and taking them back. */
export const decisionRoutes = new Hono<Env>().post('/findings/decide', async (c) => {
  const form = await c.req.parseBody({ all: true });
  const draft = readDraft(form);
  const { number, params, address } = readPlace(textOf(form.back));
  const console = c.get('console');
  const period = quarterOf(c);
  if (period === null) throw new NotThere();
  try {
    const decision = decisionOf(draft, period);
    const outcome = await decideFindings(console, actorOf(c), decision);
    const { kind, text } = outcomeText(outcome, decision.kind, console.plan().timeZone);
    tell(c, kind, text);
    return c.redirect(address, 303);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const shown = { params, error: error.message, status: 400 } as const;
    if (number === null) return showList(c, { ...shown, draft });
    return showFinding(c, number, {
      ...shown,
      draft: { decision: draft, objection: NO_OBJECTION, error: error.message },
    });
  }
});
