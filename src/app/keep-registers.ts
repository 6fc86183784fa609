import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Ref } from '../model/evidence.ts';
import type { RegisterId } from '../model/register.ts';
import { writeWhole } from './write-file.ts';

/**
 * Keeps a copy of each register in the data folder, named by its hash, so that a verdict that rests on one can be
 * shown the table as it was. A register that did not change is kept once; the time is that of the first keeping. A copy
 * that is damaged is kept anew.
 * Throws UserError (exit code 5) where the folder cannot be written.
 */
export function keepRegisters(files: ReadonlyMap<RegisterId, string>, data: string): Partial<Record<RegisterId, Ref>> {
  const kept = [...files].map(([id, file]): [RegisterId, Ref] => {
    const { sha256, record } = keepRegister(readFileSync(file), extname(file), data);
    const capturedAt = statSync(join(data, record)).mtime.toISOString();
    return [id, { url: `registers/${basename(file)}`, capturedAt, sha256, record }];
  });
  return Object.fromEntries(kept);
}

/** Keeps one version of a register in the same way; `record` is where, in the data folder. */
export function keepRegister(
  bytes: Uint8Array,
  extension: string,
  data: string,
): { readonly sha256: string; readonly record: string } {
  const sha256 = hashOf(bytes);
  const record = `registers/${sha256}${extension.toLowerCase()}`;
  const copy = join(data, record);
  if (!existsSync(copy) || hashOf(readFileSync(copy)) !== sha256) writeWhole(copy, bytes);
  return { sha256, record };
}

/** Lower-case hex SHA-256. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
