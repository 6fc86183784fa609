import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Plan } from '../model/plan.ts';
import type { RegisterId, Registers } from '../model/register.ts';
import { EXIT, type Problem, UserError } from '../model/user-error.ts';
import { type RegisterDefinition, registerDefinitions } from './definitions.ts';
import { readCsv } from './read-csv.ts';
import { readRows } from './read-rows.ts';
import { readXlsx } from './read-xlsx.ts';
import type { SheetRow } from './sheet.ts';

/** Notes beside the registers, hidden files, lock files of Excel (~$x.xlsx) and LibreOffice (.~lock), drafts of a write. */
const BESIDE = /^(?:readme|\.|~\$)|\.\d+\.tmp$/i;

/**
 * Reads the registers in a folder (contract, section 7): `<register>.csv` or `<register>.xlsx` each. A register
 * without a file is null. A file that is no register is an error too: a misnamed register would not be missed by
 * anyone. Throws UserError (exit code 2) with all problems of all files at once.
 */
export async function loadRegisters(dir: string | null, plan: Plan): Promise<Registers> {
  const definitions = registerDefinitions(plan);
  const ids = Object.keys(definitions) as RegisterId[];
  const { files, problems } = dir === null ? { files: new Map<RegisterId, string>(), problems: [] } : filesIn(dir, ids);
  const found: Problem[] = [...problems];

  const rows = await Promise.all(
    ids.map(async (id): Promise<[RegisterId, readonly unknown[] | null]> => {
      const file = files.get(id);
      if (file === undefined) return [id, null];
      const read = await readFile(definitions[id] as RegisterDefinition<unknown>, file);
      found.push(...read.problems);
      return [id, read.rows];
    }),
  );
  if (found.length > 0) throw new UserError(EXIT.usage, inOrder(found));
  // Each list came from the definition of its own register.
  return Object.fromEntries(rows) as unknown as Registers;
}

/** The file of each register in a folder, as `loadRegisters` reads them. */
export const registerFiles = (dir: string | null, plan: Plan): ReadonlyMap<RegisterId, string> =>
  dir === null ? new Map() : filesIn(dir, Object.keys(registerDefinitions(plan)) as RegisterId[]).files;

/**
 * The file of one register, null where there is none, and what is wrong with how it lies in the folder: a second file
 * of the same register. Throws UserError (exit code 2) where the folder cannot be read.
 */
export function registerFile(
  dir: string,
  id: RegisterId,
  plan: Plan,
): { readonly file: string | null; readonly problems: readonly Problem[] } {
  const { files, problems } = filesIn(dir, Object.keys(registerDefinitions(plan)) as RegisterId[]);
  const isOfThis = ({ place }: Problem): boolean => parse(place.file ?? '').name.toLowerCase() === id;
  return { file: files.get(id) ?? null, problems: files.has(id) ? problems.filter(isOfThis) : [] };
}

function filesIn(dir: string, ids: readonly RegisterId[]) {
  const files = new Map<RegisterId, string>();
  const problems: Problem[] = [];
  for (const { name } of entriesOf(dir)) {
    const file = join(dir, name);
    const [, base = '', extension] = /^(.*)\.(csv|xlsx)$/i.exec(name) ?? [];
    const id = ids.find((id) => id === base.toLowerCase());
    if (id === undefined) {
      const remedy = extension
        ? `请改用规定的文件名（${ids.join('、')}），或移出此文件夹`
        : '台账请存为 .csv 或 .xlsx；其他文件请移出此文件夹';
      problems.push({ place: { file }, what: '不是规定的台账文件', remedy });
    } else if (files.has(id)) {
      const remedy = `请只保留 ${id}.csv 或 ${id}.xlsx 中的一个`;
      problems.push({ place: { file }, what: '同一台账有两个文件', remedy });
    } else {
      files.set(id, file);
    }
  }
  return { files, problems };
}

function entriesOf(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !BESIDE.test(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const remedy = '请用 --registers 指定存放台账的文件夹';
    throw new UserError(EXIT.usage, [{ place: { file: dir }, what: '台账文件夹无法读取', remedy }], { cause: error });
  }
}

/** What is wrong with the file as a whole is a problem like any other, so that the other registers are read too. */
async function readFile(definition: RegisterDefinition<unknown>, file: string) {
  try {
    const bytes = bytesOf(file);
    return readRows(definition, await readSheet(bytes, file), file);
  } catch (error) {
    if (error instanceof UserError) return { rows: [], problems: error.problems };
    throw error;
  }
}

/** The rows of a register's file as texts, by its extension. Throws UserError (exit code 2) where it cannot be opened. */
export const readSheet = async (bytes: Uint8Array, file: string): Promise<readonly SheetRow[]> =>
  /\.csv$/i.test(file) ? readCsv(bytes, file) : await readXlsx(bytes, file);

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const remedy = '请检查文件的读取权限，并关闭正在使用它的程序';
    throw new UserError(EXIT.usage, [{ place: { file }, what: '台账文件无法读取', remedy }], { cause: error });
  }
}

const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(({ place: a }, { place: b }) => {
    if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  });
