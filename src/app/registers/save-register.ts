import type { RegisterId } from '../../model/register.ts';
import { checkTable, type EditedRow } from '../../registers/edit-table.ts';
import { changeRegister, type RegisterChange } from './change-register.ts';
import { withRows } from './fit-table.ts';
import type { RegisterDesk } from './register-desk.ts';
import { RegisterConflict, UnfitRows } from './register-errors.ts';

/**
 * Writes all rows of a register as they were edited in the page, in the format of its file; a new one is CSV. Throws
 * RegisterConflict where it is not the version that was opened any more, UnfitRows with every mistake of every row,
 * UserError (exit code 5) where the folder cannot be written.
 */
export const saveRegister = (
  desk: RegisterDesk,
  edit: { readonly id: RegisterId; readonly rows: readonly EditedRow[]; readonly version: string },
): Promise<RegisterChange> =>
  changeRegister(desk, edit.id, async (now) => {
    if (now.version !== edit.version) throw new RegisterConflict(now.name);
    const table = withRows(now, edit.rows);
    const problems = checkTable(now.definition, table, now.name);
    if (problems.length > 0) throw new UnfitRows(problems);
    return { table };
  });
