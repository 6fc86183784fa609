import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { RegisterId } from '../../model/register.ts';
import { EXIT, type Problem, UserError } from '../../model/user-error.ts';
import type { RegisterDefinition } from '../../registers/definitions.ts';
import { readSheet, registerFile } from '../../registers/load.ts';
import { readRows } from '../../registers/read-rows.ts';
import { located, type Table, type TableProblem, tableOf } from '../../registers/table.ts';
import { hashOf } from '../keep-registers.ts';
import type { RegisterDesk } from './register-desk.ts';
import { ruledDefinition } from './ruled-definition.ts';

/** A register as it lies in the folder now. */
export interface RegisterFile {
  readonly definition: RegisterDefinition<unknown>;
  /** Path and name; what a new one would have where there is none. */
  readonly path: string;
  readonly name: string;
  /** Null where there is no file. */
  readonly bytes: Uint8Array | null;
  /** SHA-256; '' where there is no file. */
  readonly version: string;
  /** Empty where the file cannot be opened. */
  readonly table: Table;
  /** A second file of the same register. */
  readonly twins: readonly Problem[];
  /** Why the file cannot be opened. */
  readonly unreadable: readonly Problem[];
  /** All that is wrong, these among it. */
  readonly problems: readonly TableProblem[];
}

/** Reads a register with its mistakes. Throws UserError (exit code 2) where the folder or the file cannot be read. */
export async function readRegisterFile(desk: RegisterDesk, id: RegisterId): Promise<RegisterFile> {
  const definition = ruledDefinition(id, desk);
  const found = existsSync(desk.folder) ? registerFile(desk.folder, id, desk.plan) : { file: null, problems: [] };
  const path = found.file ?? join(desk.folder, `${id}.csv`);
  const name = basename(path);
  const bytes = found.file === null ? null : bytesOf(path, name);
  const twins = found.problems.map((problem) => ({ ...problem, place: { file: name } }));
  const base = { definition, path, name, bytes, version: bytes ? hashOf(bytes) : '', twins };
  const none = { ...base, table: tableOf(definition, []), unreadable: [] };
  if (!bytes) return { ...none, problems: located(twins, none.table) };
  try {
    const sheet = await readSheet(bytes, name);
    const table = tableOf(definition, sheet);
    const problems = located([...twins, ...readRows(definition, sheet, name).problems], table);
    return { ...none, table, problems };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const unreadable = error.problems;
    return { ...none, unreadable, problems: located([...twins, ...unreadable], none.table) };
  }
}

function bytesOf(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const remedy = '请检查文件的读取权限，并关闭正在使用它的程序';
    throw new UserError(EXIT.usage, [{ place: { file: name }, what: '台账文件无法读取', remedy }], { cause: error });
  }
}

/** The version of a register's file at this moment; '' where there is none. */
export const versionAt = (path: string): string => (existsSync(path) ? hashOf(bytesOf(path, basename(path))) : '');

/** Whether a register's file is a workbook. */
export const isWorkbook = (name: string): boolean => extname(name).toLowerCase() === '.xlsx';
