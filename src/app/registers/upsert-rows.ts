import type { Plan } from '../../model/plan.ts';
import type { RegisterId } from '../../model/register.ts';
import type { RegisterDefinition } from '../../registers/definitions.ts';
import { checkTable, type EditedRow } from '../../registers/edit-table.ts';
import { changeRegister, type RegisterChange } from './change-register.ts';
import { withRows } from './fit-table.ts';
import type { RegisterDesk } from './register-desk.ts';
import { UnfitRows } from './register-errors.ts';
import { rowKey } from './row-key.ts';

/** Registers in which a unit and a quarter, a month, a task or a day name one row. */
export type KeyedRegister = Exclude<RegisterId, 'personnel' | 'no-event' | 'waivers' | 'applications' | 'bonus'>;

/**
 * Puts single rows into a register: each takes the place of the row with the same unique columns, whose other cells it
 * leaves as they are where it does not name them, or comes last. All other rows say what they said before, mistakes
 * among them. Throws UnfitRows for mistakes in these rows or in the register's header, UserError (exit code 5) where the
 * folder cannot be written.
 */
export const upsertRows = (
  desk: RegisterDesk,
  { id, rows }: { readonly id: KeyedRegister; readonly rows: readonly EditedRow[] },
): Promise<RegisterChange> =>
  changeRegister(desk, id, async (now) => {
    const { definition, problems, name } = now;
    const ofHeader = problems.filter(({ row }) => row === null);
    if (now.bytes && ofHeader.length > 0) throw new UnfitRows(ofHeader);
    const { all, touched } = merged(
      definition,
      now.table.rows.map(({ texts }) => texts),
      rows.map((row) => named(row, definition, desk.plan)),
    );
    const table = withRows(now, all);
    const found = checkTable(definition, table, name).filter(({ row }) => row === null || touched.has(row));
    if (found.length > 0) throw new UnfitRows(found);
    return { table };
  });

/** All rows, and the positions of those that are new or have a new one's key. */
function merged(
  definition: RegisterDefinition<unknown>,
  before: readonly EditedRow[],
  rows: readonly EditedRow[],
): { readonly all: readonly EditedRow[]; readonly touched: ReadonlySet<number> } {
  const all = [...before];
  const keys = all.map((texts) => rowKey(definition, texts));
  const touched = new Set<number>();
  for (const row of rows) {
    const key = rowKey(definition, row);
    const same = keys.flatMap((other, at) => (key !== null && other === key ? [at] : []));
    const [at = all.length] = same;
    all[at] = same.length > 0 ? { ...all[at], ...withoutKey(definition, row) } : row;
    keys[at] = key;
    for (const position of [at, ...same]) touched.add(position);
  }
  return { all, touched };
}

/** The key of a row that is there stays written as people wrote it. */
const withoutKey = ({ unique }: RegisterDefinition<unknown>, row: EditedRow): EditedRow =>
  Object.fromEntries(Object.entries(row).filter(([id]) => !(unique as readonly string[]).includes(id)));

/** The row with its unit's name instead of the id, where that means the same: people read these files. */
function named(row: EditedRow, { columns }: RegisterDefinition<unknown>, { units }: Plan): EditedRow {
  const unit = units.find(({ id }) => id === row.unit);
  const read = unit && columns.unit?.cell.schema.safeParse(unit.name);
  return read?.success && read.data === unit?.id ? { ...row, unit: unit?.name ?? '' } : row;
}
