import { type Actor, may } from '../../model/account.ts';
import type { Audit } from '../../model/audit.ts';
import type { BulletinFiles } from '../bulletin-files.ts';
import { makeBulletin } from '../bulletin-thread.ts';
import type { ReportFile } from '../report-files.ts';
import type { Console } from './console.ts';
import { NotAllowed, NotThere } from './refusals.ts';

/** The newest draft of each console, which serves while nothing is decided anew: it takes a while to make. */
const drafts = new WeakMap<Console, { readonly of: Audit; readonly made: Promise<BulletinFiles> }>();

/** A quarter's bulletin as it would go out today. Throws NotAllowed, NotThere, UserError. */
export async function bulletinDraft(console: Console, actor: Actor, period?: string): Promise<BulletinFiles> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await console.board.quarter(period);
  const audit = quarter.decided();
  const known = drafts.get(console);
  if (known?.of === audit) return known.made;
  const { files, data } = console;
  const made = makeBulletin({ files, data, period: quarter.period.id, publication: null });
  drafts.set(console, { of: audit, made });
  made.catch(() => drafts.delete(console));
  return made;
}

/** One form of the draft, by the ending of its name. Throws NotAllowed, NotThere, UserError. */
export async function draftFile(
  console: Console,
  actor: Actor,
  { period, ending }: { readonly period: string; readonly ending: string },
): Promise<ReportFile> {
  const { files } = await bulletinDraft(console, actor, period);
  const file = files.find(([name]) => name.endsWith(`.${ending}`));
  if (!file) throw new NotThere();
  return file;
}
