import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RegisterId } from '../../model/register.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { edited } from '../../registers/edit-table.ts';
import { tableOf } from '../../registers/table.ts';
import { hashOf } from '../keep-registers.ts';
import { parseUploadedRegister } from '../uploads/parse-uploaded-register.ts';
import { changeRegister, type RegisterChange } from './change-register.ts';
import type { RegisterDesk } from './register-desk.ts';
import { UnfitRows } from './register-errors.ts';

/**
 * Puts a kept version of a register back, byte for byte where the register's file has the same format now, else row by
 * row. Throws UnfitRows where it would not be accepted today, UserError: 2 where no such version is kept, 4 where its
 * copy is damaged, 5 where it cannot be written.
 */
export async function restoreRegister(
  desk: RegisterDesk,
  { id, sha256 }: { readonly id: RegisterId; readonly sha256: string },
): Promise<RegisterChange> {
  const { bytes, extension } = keptVersion(desk.data, sha256);
  const { sheet, problems } = await parseUploadedRegister(bytes, `${id}${extension}`, { id, ...desk });
  if (problems.length > 0) throw new UnfitRows(problems);
  return changeRegister(desk, id, async ({ definition, name }) => {
    const table = tableOf(definition, sheet);
    if (extname(name).toLowerCase() === extension) return { table, bytes };
    const rows = table.rows.map(({ texts }) => texts);
    return { table: edited(table, rows) };
  });
}

/** A version of a register that is kept. Throws UserError: 2 where there is none, 4 where its copy is damaged. */
export function keptVersion(data: string, sha256: string): { readonly bytes: Uint8Array; readonly extension: string } {
  const extension = /^[0-9a-f]{64}$/.test(sha256)
    ? ['.csv', '.xlsx'].find((extension) => existsSync(join(data, 'registers', `${sha256}${extension}`)))
    : undefined;
  if (extension === undefined)
    throw new UserError(EXIT.usage, [
      { place: {}, what: '没有保存这个版本的台账', value: sha256.slice(0, 64), remedy: '请从台账的修改记录中选择' },
    ]);
  const record = `registers/${sha256}${extension}`;
  const bytes = readFileSync(join(data, record));
  if (hashOf(bytes) === sha256) return { bytes, extension };
  throw new UserError(EXIT.damaged, [
    { place: { file: record }, what: '保存的台账已损坏，与其摘要不符', remedy: '请从备份恢复该文件' },
  ]);
}
