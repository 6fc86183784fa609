import { extname } from 'node:path';
import type { RegisterId } from '../../model/register.ts';
import { sheetOf } from '../../registers/edit-table.ts';
import { located, type Table } from '../../registers/table.ts';
import { tableAsCsv, tableAsXlsx } from '../../registers/write-table.ts';
import { hashOf, keepRegister } from '../keep-registers.ts';
import { writeWhole } from '../write-file.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { RegisterDesk } from './register-desk.ts';
import { RegisterConflict, UnfitRows } from './register-errors.ts';
import { isWorkbook, type RegisterFile, readRegisterFile, versionAt } from './register-file.ts';
import { rowDifference } from './row-difference.ts';

/** What a change of a register did. Both versions are kept in the data folder under their hash. */
export interface RegisterChange {
  /** SHA-256 of the file as it was, '' where there was none, and as it is. */
  readonly before: string;
  readonly after: string;
  /** What became of the rows, in Chinese. */
  readonly summary: string;
}

/** What a register is to become: its table, and its bytes where it is to be a file that was kept. */
export interface NextRegister {
  readonly table: Table;
  readonly bytes?: Uint8Array;
}

/**
 * The one way in which a register is written: nobody else writes in the folder meanwhile, the version before is kept,
 * and the file is written whole. What is the same already is not written. Throws what `next` throws, UnfitRows where the
 * register has two files, RegisterConflict where another program wrote the file meanwhile, UserError (exit code 5) where it cannot be written.
 */
export const changeRegister = (
  desk: RegisterDesk,
  id: RegisterId,
  next: (now: RegisterFile) => Promise<NextRegister>,
): Promise<RegisterChange> =>
  oneAtATime(desk.folder, async () => {
    const now = await readRegisterFile(desk, id);
    // Which of two files is the register is for people to say.
    if (now.twins.length > 0) throw new UnfitRows(located(now.twins, now.table));
    const { table, bytes } = await next(now);
    const { definition, version } = now;
    const change = { before: version, summary: rowDifference(definition, now.table, table) };
    if (isAlready(now, table, bytes)) return { ...change, after: version };
    const content = bytes ?? (await written(now, table));
    if (versionAt(now.path) !== version) throw new RegisterConflict(now.name);
    const extension = extname(now.name);
    if (now.bytes) keepRegister(now.bytes, extension, desk.data);
    const { sha256: after } = keepRegister(content, extension, desk.data);
    writeWhole(now.path, content);
    return { ...change, after };
  });

const written = async ({ name, definition }: RegisterFile, table: Table): Promise<Uint8Array> =>
  isWorkbook(name) ? tableAsXlsx(definition.title, table) : tableAsCsv(table);

/** Whether the file says just this: a file that people made keeps its look where nothing in it changes. */
function isAlready(now: RegisterFile, table: Table, bytes: Uint8Array | undefined): boolean {
  if (bytes) return hashOf(bytes) === now.version;
  if (now.bytes === null || now.unreadable.length > 0) return false;
  const cells = (table: Table): string => JSON.stringify(sheetOf(table).map(({ cells }) => cells));
  return cells(now.table) === cells(table);
}
