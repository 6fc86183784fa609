import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { registerVersions } from '../../../app/console/register-versions.ts';
import { registerForEditing } from '../../../app/console/registers.ts';
import type { OpenRegister } from '../../../app/registers/open-register.ts';
import type { RegisterId } from '../../../model/register.ts';
import type { WebContext } from '../../env.ts';
import { viewOf } from '../../view.ts';
import { type DraftRow, notIn, PAGE_ROWS, type RowQuery, shownRows } from './edit-form.ts';
import { EditPage } from './edit-page.tsx';
import type { Mistake, Refused } from './mistake.ts';

/** What a register is shown with after a form on it was not taken, or asked for more rows. */
interface Shown extends Refused {
  /** What was typed; the register's own rows without it. */
  readonly drafts?: readonly DraftRow[];
  /** Empty rows to be shown. */
  readonly blank?: number;
  /** What was typed while somebody else saved. */
  readonly conflict?: readonly DraftRow[];
  /** What is wrong with an uploaded file. */
  readonly unfit?: OpenRegister['problems'];
}

/** Empty rows that a page always has. */
const BLANK = 3;

/** Answers with a register in its editing table. Throws NotAllowed. */
export async function showRegister(
  c: WebContext,
  id: RegisterId,
  { drafts, blank = BLANK, conflict, unfit = [], error, mistakes }: Shown,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const console = c.get('console');
  const view = { ...viewOf(c), path: `/registers/${id}` };
  const open = await registerForEditing(console, view.actor, id);
  const query = queryOf(c);
  const known = mistakes ?? open.problems.map(({ row, ...rest }) => ({ ...rest, key: row === null ? null : `${row}` }));
  const shown = shownRows(open, query);
  const typed = drafts ? withWrongOnes(open, drafts, known) : shown.drafts;
  return c.html(
    <EditPage
      {...{ view, open, query, unfit, error }}
      shown={{ ...shown, drafts: [...typed, ...blankRows(typed, blank)] }}
      mistakes={known}
      lost={conflict ? notIn(open, conflict) : null}
      versions={await registerVersions(console, view.actor, id)}
      isSaved={c.req.method === 'GET' && c.req.query('saved') === '1'}
    />,
    status,
  );
}

/** Rows of other pages that are wrong too: nothing can be saved before they are put right. */
function withWrongOnes(
  open: OpenRegister,
  drafts: readonly DraftRow[],
  mistakes: readonly Mistake[],
): readonly DraftRow[] {
  const shown = new Set(drafts.map(({ key }) => key));
  const wrong = [...new Set(mistakes.flatMap(({ key }) => (key === null || shown.has(key) ? [] : [key])))];
  const others = wrong.slice(0, PAGE_ROWS).flatMap((key): DraftRow[] => {
    const row = open.rows[Number(key)];
    return row ? [{ key, texts: row.texts, isDeleted: false }] : [];
  });
  return [
    ...drafts.filter(({ key }) => !key.startsWith('n')),
    ...others,
    ...drafts.filter(({ key }) => key.startsWith('n')),
  ];
}

/** Empty rows with keys that no typed one has. */
function blankRows(drafts: readonly DraftRow[], count: number): readonly DraftRow[] {
  const last = Math.max(0, ...drafts.map(({ key }) => (key.startsWith('n') ? Number(key.slice(1)) : 0)));
  return Array.from({ length: count }, (_, at) => ({ key: `n${last + at + 1}`, texts: {}, isDeleted: false }));
}

function queryOf(c: WebContext): RowQuery {
  const { text = '', wrong, page } = c.req.query();
  const at = Number(page);
  return { text: text.trim().slice(0, 100), isWrong: wrong === '1', page: Number.isInteger(at) && at > 0 ? at : 1 };
}
