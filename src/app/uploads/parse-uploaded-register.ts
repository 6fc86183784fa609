import type { RegisterId } from '../../model/register.ts';
import type { RegisterRules } from '../registers/ruled-definition.ts';
import { inWorker } from './in-worker.ts';
import { megabytes, REGISTER_LIMITS, type UploadLimits } from './limits.ts';
import type { UploadedRegister } from './read-uploaded-register.ts';
import { refusedUpload } from './refuse-upload.ts';
import { uploadName } from './upload-name.ts';

/**
 * Reads an uploaded file as a register, CSV or workbook by its content whatever its name says, in a thread of its own
 * and within limits. Throws UserError (exit code 2) where it is neither, or goes beyond them.
 */
export async function parseUploadedRegister(
  bytes: Uint8Array,
  name: string,
  { id, plan, coverageMax }: RegisterRules & { readonly id: RegisterId },
  limits: Partial<UploadLimits> = {},
): Promise<UploadedRegister> {
  const within = { ...REGISTER_LIMITS, ...limits };
  const shown = uploadName(name);
  if (bytes.length > within.bytes)
    throw refusedUpload(shown, `文件超过 ${megabytes(within.bytes)}`, '请删去已不需要的行');
  const rules = { plan, coverageMax };
  return inWorker({ kind: 'register', bytes: Uint8Array.from(bytes), name: shown, limits: within, id, rules });
}
