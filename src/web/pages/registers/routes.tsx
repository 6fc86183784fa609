import { Hono } from 'hono';
import { NotThere } from '../../../app/console/refusals.ts';
import { editRegister, isRegisterId, registerForEditing, registerLines } from '../../../app/console/registers.ts';
import { RegisterConflict, UnfitRows } from '../../../app/registers/register-errors.ts';
import type { RegisterId } from '../../../model/register.ts';
import { UserError } from '../../../model/user-error.ts';
import { actorOf, type Env, type WebContext } from '../../env.ts';
import { tell } from '../../flash.ts';
import { viewOf } from '../../view.ts';
import { downloadRoutes } from './download-routes.ts';
import { assembled, type DraftRow, isNew, readRows } from './edit-form.ts';
import { ListPage } from './list-page.tsx';
import type { Refused } from './mistake.ts';
import { showRegister } from './shown.tsx';

/** The registers that people keep: edited in the page, uploaded, and put back as they were. */
export const registerRoutes = new Hono<Env>()
  .get('/registers', async (c) => {
    const view = viewOf(c);
    return c.html(<ListPage view={view} lines={await registerLines(c.get('console'), view.actor)} />);
  })
  .route('/', downloadRoutes)
  .get('/registers/:id', (c) => showRegister(c, idOf(c), {}))
  .post('/registers/:id', async (c) => {
    const id = idOf(c);
    const fields = await c.req.parseBody();
    const drafts = readRows(fields);
    if (fields.more !== undefined) return showRegister(c, id, { drafts, blank: BLANK_MORE });
    const version = typeof fields.version === 'string' ? fields.version : '';
    const open = await registerForEditing(c.get('console'), actorOf(c), id);
    // Rows are named by their places, which another version has others for.
    if (open.version !== version) return showRegister(c, id, { conflict: drafts }, 409);
    const { rows, keys } = assembled(open, drafts);
    try {
      const { summary } = await editRegister(c.get('console'), actorOf(c), id, { rows, version });
      tell(c, 'done', `台账已保存：${summary}。`);
      return c.redirect(afterChange(c, id), 303);
    } catch (error) {
      if (error instanceof RegisterConflict) return showRegister(c, id, { conflict: drafts }, 409);
      if (!(error instanceof UserError)) throw error;
      return showRegister(c, id, { drafts: drafts.filter(isWorthKeeping), ...refusedRows(error, keys) }, 400);
    }
  })
  .post('/registers/:id/upload', async (c) => {
    const id = idOf(c);
    const { file } = await c.req.parseBody();
    if (!(file instanceof File) || file.size === 0)
      return showRegister(c, id, { error: '没有选择文件。请选择要上传的文件' }, 400);
    const upload = { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
    return changed(c, id, upload, '台账已由上传的文件替换');
  })
  .post('/registers/:id/restore', async (c) => {
    const { sha256 } = await c.req.parseBody();
    return changed(c, idOf(c), { sha256: String(sha256 ?? '') }, '已恢复所选版本');
  });

/** Empty rows that are added at once. */
const BLANK_MORE = 10;

function idOf(c: WebContext): RegisterId {
  const id = c.req.param('id') ?? '';
  if (!isRegisterId(id)) throw new NotThere();
  return id;
}

const isWorthKeeping = (draft: DraftRow): boolean =>
  !isNew(draft) || Object.values(draft.texts).some((text) => text.trim() !== '');

/** The mistakes by the rows of the page that they are in. */
function refusedRows(error: UserError, keys: readonly string[]): Refused {
  if (!(error instanceof UnfitRows)) return { error: error.message };
  return {
    error: `有${error.found.length}处填写有误，没有保存`,
    mistakes: error.found.map((one) => ({ ...one, key: one.row === null ? null : (keys[one.row] ?? null) })),
  };
}

type Edit = { readonly bytes: Uint8Array; readonly name: string } | { readonly sha256: string };

async function changed(c: WebContext, id: RegisterId, edit: Edit, done: string): Promise<Response> {
  try {
    const { summary } = await editRegister(c.get('console'), actorOf(c), id, edit);
    tell(c, 'done', `${done}：${summary}。`);
    return c.redirect(`/registers/${id}?saved=1`, 303);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const unfit = error instanceof UnfitRows ? error.found : [];
    const what = unfit.length > 0 ? `文件有${unfit.length}处错误，台账没有变化` : error.message;
    return showRegister(c, id, { error: what, unfit }, 400);
  }
}

/** The same page of the register. */
function afterChange(c: WebContext, id: RegisterId): string {
  const query = new URLSearchParams(new URL(c.req.url).search);
  query.set('saved', '1');
  return `/registers/${id}?${query}`;
}
