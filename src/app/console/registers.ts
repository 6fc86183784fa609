import { type Actor, may } from '../../model/account.ts';
import { NO_REGISTERS, type RegisterId } from '../../model/register.ts';
import type { EditedRow } from '../../registers/edit-table.ts';
import type { RegisterChange } from '../registers/change-register.ts';
import { type OpenRegister, openRegister } from '../registers/open-register.ts';
import { registerDesk } from '../registers/register-desk.ts';
import { replaceRegister } from '../registers/replace-register.ts';
import { restoreRegister } from '../registers/restore-register.ts';
import { saveRegister } from '../registers/save-register.ts';
import type { Console } from './console.ts';
import { registerSubject } from './log.ts';
import { NotAllowed } from './refusals.ts';
import { deskOf } from './register-desk.ts';
import { registerEntry, requireVersion } from './register-versions.ts';

const REGISTER_IDS = Object.keys(NO_REGISTERS) as readonly RegisterId[];

export const isRegisterId = (text: string): text is RegisterId => Object.hasOwn(NO_REGISTERS, text);

/** A register in the list of all. */
export interface RegisterLine extends Pick<OpenRegister, 'id' | 'title' | 'file'> {
  readonly rows: number;
  readonly mistakes: number;
  /** When it was changed in the console last and by whom; null where it never was. */
  readonly changed: { readonly at: string; readonly byName: string } | null;
}

/** The eleven registers. Throws NotAllowed, UserError where the folder cannot be read. */
export async function registerLines(console: Console, actor: Actor): Promise<readonly RegisterLine[]> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  const desk = await deskOf(console);
  const lines: RegisterLine[] = [];
  for (const id of REGISTER_IDS) {
    const { title, file, rows, problems } = await openRegister(desk, id);
    const [newest] = await console.inspection.log.entries({ subject: registerSubject(id), limit: 1 });
    const changed = newest ? { at: newest.at, byName: newest.byName } : null;
    lines.push({ ...{ id, title, file, changed }, rows: rows.length, mistakes: problems.length });
  }
  return lines;
}

/** A register for the editing page. Throws NotAllowed, UserError where it cannot be read. */
export async function registerForEditing(console: Console, actor: Actor, id: RegisterId): Promise<OpenRegister> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  return openRegister(await deskOf(console), id);
}

/** How a register is to be changed: rows edited in the page, a file put in its place, or a version of before. */
export type RegisterEdit =
  | { readonly rows: readonly EditedRow[]; readonly version: string }
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly sha256: string };

/**
 * Changes a register and writes it into the log; the version before is kept. Verdicts follow with the next audit. Throws
 * NotAllowed, NotThere for a version that is not one of this register, RegisterConflict, UnfitRows, UserError.
 */
export async function editRegister(
  console: Console,
  actor: Actor,
  id: RegisterId,
  edit: RegisterEdit,
): Promise<RegisterChange> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  const { files, data, inspection, clock } = console;
  if ('sha256' in edit) await requireVersion(console, id, edit.sha256);
  const desk = registerDesk(files, data);
  const change = await ('rows' in edit
    ? saveRegister(desk, { id, ...edit })
    : 'bytes' in edit
      ? replaceRegister(desk, { id, ...edit })
      : restoreRegister(desk, { id, ...edit }));
  if (change.before !== change.after) await inspection.log.add([registerEntry(actor, clock(), id, change)]);
  return change;
}
