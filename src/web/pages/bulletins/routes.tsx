import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { draftFile, draftPreview } from '../../../app/console/bulletin-draft.ts';
import { bulletinState, publishedFile, publishedVersions } from '../../../app/console/bulletins.ts';
import { freezeBulletin } from '../../../app/console/freeze-bulletin.ts';
import { Conflict, NotThere } from '../../../app/console/refusals.ts';
import { addDays } from '../../../model/civil-date.ts';
import { UserError } from '../../../model/user-error.ts';
import { ownDownload } from '../../download.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { nameOfQuarter, type View, viewOf } from '../../view.ts';
import { type FreezeDraft, freezeForm } from './freeze-form.ts';
import { ListPage } from './list-page.tsx';
import { QuarterPage } from './quarter-page.tsx';

/** Days that units have for putting things right where nobody says otherwise, as in the bulletin of 2023 Q2. */
const DAYS_TO_RECTIFY = 3;
/** What a draft can be had in. */
const FORMS = ['docx', 'xlsx', 'html'] as const;

/** Bulletins: what went out, what would go out today, and letting it go out. */
export const bulletinRoutes = new Hono<Env>()
  .get('/bulletins', async (c) => {
    const view = viewOf(c);
    const versions = await publishedVersions(c.get('console'), view.actor);
    return c.html(<ListPage view={view} versions={versions} />);
  })
  .get('/bulletins/:period', (c) => show(c, null))
  .post('/bulletins/:period/freeze', async (c) => {
    const draft = readDraft(await c.req.parseBody());
    const period = c.req.param('period');
    try {
      const frozen = await freezeBulletin(c.get('console'), actorOf(c), { period, ...freezeForm(draft) });
      const out = `${nameOfQuarter(period)}通报第${frozen.version}版已印发，内容不再改变。`;
      if (frozen.trouble === null) tell(c, 'done', out);
      else tell(c, 'warning', `${out}\n但整改反馈台账没有更新，请改正台账后自行登记期限：${frozen.trouble}`);
      return c.redirect(`/bulletins/${period}`, 303);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return show(c, { draft, error: error.message }, error instanceof Conflict ? 409 : 400);
    }
  })
  // Both pages stand in a frame without rights: see `headers` in security.ts.
  .get('/bulletins/:period/draft/preview', async (c) => {
    const preview = await draftPreview(c.get('console'), actorOf(c), c.req.param('period'));
    return preview === null ? c.text('通报篇幅过长，请下载草稿查看。') : c.html(preview);
  })
  .get('/bulletins/:period/draft/report', async (c) => {
    const of = { period: c.req.param('period'), form: 'html' } as const;
    const [, content] = await draftFile(c.get('console'), actorOf(c), of);
    return c.html(content as string);
  })
  .get('/bulletins/:period/draft/:form', async (c) => {
    const { period, form: asked } = c.req.param();
    const form = FORMS.find((one) => one === asked);
    if (!form) throw new NotThere();
    const [name, content] = await draftFile(c.get('console'), actorOf(c), { period, form });
    return ownDownload(c, Buffer.from(content), name);
  })
  .get('/bulletins/:period/:version{v[1-9][0-9]{0,4}}/:name', async (c) => {
    const { period, version, name } = c.req.param();
    const of = { period, version: Number(version.slice(1)), name };
    return ownDownload(c, await publishedFile(c.get('console'), actorOf(c), of), name);
  });

function readDraft({ publishedOn, rectifyBy, seen }: Readonly<Record<string, unknown>>): FreezeDraft {
  return { publishedOn: String(publishedOn ?? ''), rectifyBy: String(rectifyBy ?? ''), seen: String(seen ?? '') };
}

async function show(
  c: WebContext,
  refused: { readonly draft: FreezeDraft; readonly error: string } | null,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const console = c.get('console');
  const of = await bulletinState(console, actorOf(c), c.req.param('period'));
  const view: View = { ...viewOf(c), period: of.quarter.period.id };
  const today = console.today();
  const fresh = {
    ...{ publishedOn: today, rectifyBy: addDays(today, DAYS_TO_RECTIFY) },
    seen: `${of.versions[0]?.version ?? 0}`,
  };
  const draft = refused ? { ...refused.draft, seen: fresh.seen } : fresh;
  return c.html(<QuarterPage {...{ view, of, draft }} error={refused?.error} />, status);
}
