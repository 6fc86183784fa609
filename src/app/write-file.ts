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
    rmSync(draft, { force: true });
    throw new UserError(
      EXIT.storage,
      [{ place: { file }, what: '文件无法写入', value: (error as Error).message, remedy: '请检查目录权限和磁盘空间' }],
      { cause: error },
    );
  }
}
