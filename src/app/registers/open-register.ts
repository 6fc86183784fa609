import type { RegisterId } from '../../model/register.ts';
import type { TableColumn, TableProblem, TableRow } from '../../registers/table.ts';
import type { RegisterDesk } from './register-desk.ts';
import { readRegisterFile } from './register-file.ts';

/** A column of the editing table. */
export interface OpenColumn {
  readonly id: string;
  readonly header: string;
  /** How a cell is to be written, in Chinese. */
  readonly hint: string;
  /** All that may be written, where that is a list. */
  readonly choices: readonly string[];
  /** Columns that together may name only one row. */
  readonly isKey: boolean;
}

/** A register as people edit it: raw texts, rows with mistakes among them. */
export interface OpenRegister {
  readonly id: RegisterId;
  readonly title: string;
  readonly columns: readonly OpenColumn[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly TableProblem[];
  /** Whether its rows can be edited; the problems say why not. A file uploaded in its place sets that right. */
  readonly isEditable: boolean;
  /** SHA-256 of the file, to be handed back on saving; '' where there is none. */
  readonly version: string;
  /** Name of the file in the folder; null where there is none yet. */
  readonly file: string | null;
}

/** Opens a register for editing. Throws UserError (exit code 2) where the folder or the file cannot be read. */
export async function openRegister(desk: RegisterDesk, id: RegisterId): Promise<OpenRegister> {
  const now = await readRegisterFile(desk, id);
  const { definition, table, problems, version, bytes, name } = now;
  const unique: readonly string[] = definition.unique;
  const column = ({ id, header, cell }: TableColumn): OpenColumn => {
    return { id, header, hint: cell.form, choices: cell.choices ?? [], isKey: unique.includes(id) };
  };
  return {
    id,
    title: definition.title,
    columns: table.columns.map(column),
    rows: table.rows,
    problems,
    isEditable: now.twins.length + now.unreadable.length === 0,
    version,
    file: bytes ? name : null,
  };
}
