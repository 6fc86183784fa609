import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';

/**
 * Writes a file whole or not at all: a reader sees the old content or the new, never a part.
 * Throws UserError (exit code 5) where the folder cannot be written or the disk is full.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(draft, 'w');
    try {
      const bytes = Buffer.from(content as string);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    remove(draft);
    throw notWritable(file, error);
  }
}

/** What to tell where a file cannot be written (exit code 5). */
export function notWritable(file: string, error: unknown): UserError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const remedy = REMEDIES[code] ?? '请检查目录权限和磁盘空间';
  return new UserError(EXIT.storage, [{ place: { file }, what: '文件无法写入', value: message, remedy }], {
    cause: error,
  });
}

const REMEDIES: Record<string, string> = {
  EISDIR: '该路径是文件夹，请写明文件名',
  ENOTDIR: '路径中有一段是文件而不是文件夹，请检查路径',
  EEXIST: '路径中有一段是文件而不是文件夹，请检查路径',
};

/** The draft may not even exist, for the same cause for which it could not be written; that cause is what counts. */
function remove(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Said by the error on its way.
  }
}
