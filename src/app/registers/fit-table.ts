import type { Problem } from '../../model/user-error.ts';
import { type EditedRow, edited } from '../../registers/edit-table.ts';
import { located, type Table } from '../../registers/table.ts';
import { UnfitRows } from './register-errors.ts';
import type { RegisterFile } from './register-file.ts';

/**
 * The register's table with these rows in it, not yet checked. Throws UnfitRows where its file cannot be opened, since
 * its rows would be lost, and for a column that it does not have.
 */
export function withRows({ table, unreadable, name }: RegisterFile, rows: readonly EditedRow[]): Table {
  if (unreadable.length > 0) throw new UnfitRows(located(unreadable, table));
  const ids = new Set(table.columns.map(({ id }) => id));
  const unknown = new Set(rows.flatMap((row) => Object.keys(row).filter((id) => !ids.has(id))));
  if (unknown.size > 0) {
    const remedy = '请重新打开台账后再填写';
    const told = [...unknown].map((value): Problem => ({ place: { file: name }, what: '未知的列', value, remedy }));
    throw new UnfitRows(located(told, table));
  }
  return edited(table, rows);
}
