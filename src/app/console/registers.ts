import { type Actor, may } from '../../model/account.ts';
import type { RegisterId } from '../../model/register.ts';
import type { EditedRow } from '../../registers/edit-table.ts';
import type { RegisterChange } from '../registers/change-register.ts';
import { type OpenRegister, openRegister } from '../registers/open-register.ts';
import { registerDesk } from '../registers/register-desk.ts';
import { replaceRegister } from '../registers/replace-register.ts';
import { restoreRegister } from '../registers/restore-register.ts';
import { saveRegister } from '../registers/save-register.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import { NotAllowed } from './refusals.ts';

/** A register for the editing page. Throws NotAllowed, UserError where it cannot be read. */
export async function registerForEditing(
  { files, data }: Console,
  actor: Actor,
  id: RegisterId,
): Promise<OpenRegister> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  return openRegister(registerDesk(files, data), id);
}

/** How a register is to be changed: rows edited in the page, a file put in its place, or a version of before. */
export type RegisterEdit =
  | { readonly rows: readonly EditedRow[]; readonly version: string }
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly sha256: string };

/**
 * Changes a register and writes it into the log; the version before is kept. Verdicts follow with the next audit. Throws
 * NotAllowed, RegisterConflict, UnfitRows, UserError.
 */
export async function editRegister(
  { files, data, inspection, clock }: Console,
  actor: Actor,
  id: RegisterId,
  edit: RegisterEdit,
): Promise<RegisterChange> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  const desk = registerDesk(files, data);
  const change = await ('rows' in edit
    ? saveRegister(desk, { id, ...edit })
    : 'bytes' in edit
      ? replaceRegister(desk, { id, ...edit })
      : restoreRegister(desk, { id, ...edit }));
  if (change.before === change.after) return change;
  const after = { sha256: change.after, summary: change.summary };
  await inspection.log.add([
    logEntry(actor, clock(), 'edit-register', {
      ...{ subject: `register/${id}`, before: { sha256: change.before }, after },
    }),
  ]);
  return change;
}
