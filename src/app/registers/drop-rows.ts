import type { EditedRow } from '../../registers/edit-table.ts';
import { changeRegister, type RegisterChange } from './change-register.ts';
import { withRows } from './fit-table.ts';
import type { RegisterDesk } from './register-desk.ts';
import { rowKey } from './row-key.ts';
import type { KeyedRegister } from './upsert-rows.ts';

/**
 * Takes rows out of a register: those with the same unique columns as one of these, where nobody has filled in `unless`
 * meanwhile. All other rows say what they said before. Throws UnfitRows where its file cannot be opened, UserError (exit
 * code 5) where the folder cannot be written.
 */
export const dropRows = (
  desk: RegisterDesk,
  { id, rows, unless }: { readonly id: KeyedRegister; readonly rows: readonly EditedRow[]; readonly unless: string },
): Promise<RegisterChange> =>
  changeRegister(desk, id, async (now) => {
    const keys = new Set(rows.map((row) => rowKey(now.definition, row)));
    const isDropped = (texts: EditedRow): boolean => {
      const key = rowKey(now.definition, texts);
      return key !== null && keys.has(key) && (texts[unless] ?? '').trim() === '';
    };
    const kept = now.table.rows.map(({ texts }) => texts).filter((texts) => !isDropped(texts));
    return { table: withRows(now, kept) };
  });
