import { chownSync } from 'node:fs';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** Does the work with the rights of an ordinary user, since nothing is forbidden to root. */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Gives a folder or file to the user that `asOrdinaryUser` is. */
export function giveToOrdinaryUser(path: string): void {
  if (isRoot) chownSync(path, NOBODY, NOBODY);
}
