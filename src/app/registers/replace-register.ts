import type { RegisterId } from '../../model/register.ts';
import { edited } from '../../registers/edit-table.ts';
import { tableOf } from '../../registers/table.ts';
import { keepUpload } from '../uploads/kept-uploads.ts';
import type { UploadLimits } from '../uploads/limits.ts';
import { parseUploadedRegister } from '../uploads/parse-uploaded-register.ts';
import { changeRegister, type RegisterChange } from './change-register.ts';
import type { RegisterDesk } from './register-desk.ts';
import { UnfitRows } from './register-errors.ts';
import { ruledDefinition } from './ruled-definition.ts';

export interface RegisterReplacement extends RegisterChange {
  /** SHA-256 of the file as it was uploaded, which is kept with the other uploads. */
  readonly upload: string;
}

/**
 * Puts an uploaded CSV or workbook in the place of a register. Its rows are written anew, in the format that the
 * register has: formulas, macros and whatever else a file may bring stay with the upload. Throws UnfitRows with every
 * mistake, UserError: 2 for a file that is no register or too large, 5 where it cannot be written.
 */
export async function replaceRegister(
  desk: RegisterDesk,
  upload: { readonly id: RegisterId; readonly bytes: Uint8Array; readonly name: string },
  limits?: Partial<UploadLimits>,
): Promise<RegisterReplacement> {
  const { id, bytes, name } = upload;
  const { sheet, problems } = await parseUploadedRegister(bytes, name, { id, ...desk }, limits);
  if (problems.length > 0) throw new UnfitRows(problems);
  const kept = keepUpload(desk.data, bytes);
  const table = tableOf(ruledDefinition(id, desk), sheet);
  const next = edited(
    table,
    table.rows.map(({ texts }) => texts),
  );
  return { ...(await changeRegister(desk, id, async () => ({ table: next }))), upload: kept };
}
