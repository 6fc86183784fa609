import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../../model/user-error.ts';
import { hashOf } from '../keep-registers.ts';
import { writeWhole } from '../write-file.ts';

/** Folder in the data folder; files are named by their hash alone, so that no name of theirs reaches the disk. */
const FOLDER = 'uploads';

/**
 * Keeps an uploaded file whole, the same bytes once, and returns its hash. A copy that is damaged is kept anew. Throws
 * UserError (exit code 5) where it cannot be written.
 */
export function keepUpload(data: string, bytes: Uint8Array): string {
  const sha256 = hashOf(bytes);
  const file = join(data, FOLDER, sha256);
  if (!existsSync(file) || hashOf(readFileSync(file)) !== sha256) writeWhole(file, bytes);
  return sha256;
}

/** The bytes that were kept under a hash. Throws UserError: 2 where none were, 4 where they are damaged. */
export function openUpload(data: string, sha256: string): Uint8Array {
  const file = join(data, FOLDER, sha256);
  if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(file))
    throw new UserError(EXIT.usage, [{ place: {}, what: '没有这个附件', remedy: '请返回列表重新打开' }]);
  const bytes = readFileSync(file);
  if (hashOf(bytes) === sha256) return bytes;
  throw new UserError(EXIT.damaged, [
    { place: { file: `${FOLDER}/${sha256}` }, what: '保存的附件已损坏，与其摘要不符', remedy: '请从备份恢复该文件' },
  ]);
}
