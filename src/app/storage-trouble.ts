import { statfsSync } from 'node:fs';
import { isFull, storageError } from '../model/storage-error.ts';
import { UserError } from '../model/user-error.ts';

const MEGABYTE = 1024 ** 2;

/**
 * What to tell people where work on a data folder failed: trouble of the disk in words (UserError, storage), with the
 * space that is left where it was full. Anything else passes through.
 */
export function storageTrouble(error: unknown, data: string): unknown {
  const told = storageError(error, data);
  if (!(told instanceof UserError) || !isFull(told)) return told;
  const value = `剩余空间 ${spaceLeft(data)}`;
  return new UserError(
    told.exitCode,
    told.problems.map((problem) => ({ ...problem, value })),
    { cause: told.cause },
  );
}

/** What an ordinary user may still write there. */
function spaceLeft(folder: string): string {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return `${((bavail * bsize) / MEGABYTE).toFixed(1)} MB`;
  } catch {
    return '未知';
  }
}
