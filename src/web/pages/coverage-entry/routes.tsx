import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { coverageTable, enterCoverage } from '../../../app/console/coverage.ts';
import { Conflict, NotThere } from '../../../app/console/refusals.ts';
import { UserError } from '../../../model/user-error.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { quarterOf, viewOf } from '../../view.ts';
import { type CoverageDraft, changesIn, readDraft, withSuggestions } from './form.ts';
import { CoveragePage } from './page.tsx';

/** Points of units for their key columns: one table, saved as one form. */
export const coverageRoutes = new Hono<Env>()
  .get('/coverage', (c) => show(c, null))
  .post('/coverage', async (c) => {
    const fields = await c.req.parseBody();
    const period = quarterOf(c);
    if (period === null) throw new NotThere();
    const typed = readDraft(fields);
    const console = c.get('console');
    const isAdopting = fields.adopt === '1';
    const draft = isAdopting ? withSuggestions(typed, await coverageTable(console, actorOf(c), period)) : typed;
    try {
      const entered = await enterCoverage(console, actorOf(c), { period, ...changesIn(draft) });
      tell(c, 'done', entered === 0 ? '没有新的得分，台账没有变化。' : `已评定${entered}个单位，得分随即生效。`);
      return c.redirect(`/coverage?period=${period}`, 303);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return show(c, { draft: typed, error: error.message }, error instanceof Conflict ? 409 : 400);
    }
  });

async function show(
  c: WebContext,
  refused: { readonly draft: CoverageDraft; readonly error: string } | null,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const view = viewOf(c);
  if (view.period === null) return c.html(<NothingYet view={view} title="重点栏目保障得分" />);
  const of = await coverageTable(c.get('console'), view.actor, view.period);
  return c.html(<CoveragePage {...{ view, of }} draft={refused?.draft ?? null} error={refused?.error} />, status);
}
