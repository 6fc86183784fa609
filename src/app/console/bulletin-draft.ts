import { type Actor, may } from '../../model/account.ts';
import type { Audit } from '../../model/audit.ts';
import type { BulletinFiles } from '../bulletin-files.ts';
import { makeBulletin } from '../bulletin-thread.ts';
import type { BulletinForm, ReportFile } from '../report-files.ts';
import type { Console } from './console.ts';
import { NotAllowed, NotThere } from './refusals.ts';

interface Draft {
  readonly of: Audit;
  readonly made: Map<BulletinForm, Promise<BulletinFiles>>;
}

/** The newest draft of each console, which serves while nothing is decided anew: it takes a while to make. */
const drafts = new WeakMap<Console, Draft>();

async function draftIn(form: BulletinForm, console: Console, actor: Actor, period: string): Promise<BulletinFiles> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await console.board.quarter(period);
  const audit = quarter.decided();
  const before = drafts.get(console);
  const draft = before?.of === audit ? before : { of: audit, made: new Map() };
  drafts.set(console, draft);
  const { files, data } = console;
  const made =
    draft.made.get(form) ??
    makeBulletin({ files, data, period: quarter.period.id, publication: null, forms: [form] }).catch((error) => {
      draft.made.delete(form);
      throw error;
    });
  draft.made.set(form, made);
  return made;
}

/** A quarter's bulletin as it would go out today, in one form. Throws NotAllowed, NotThere, UserError. */
export async function draftFile(
  console: Console,
  actor: Actor,
  { period, form }: { readonly period: string; readonly form: BulletinForm },
): Promise<ReportFile> {
  const [file] = (await draftIn(form, console, actor, period)).files;
  if (!file) throw new NotThere();
  return file;
}

/** What its document says, as a harmless page; null where it is too long for one. Throws NotAllowed, NotThere, UserError. */
export const draftPreview = async (console: Console, actor: Actor, period: string): Promise<string | null> =>
  (await draftIn('docx', console, actor, period)).preview;
