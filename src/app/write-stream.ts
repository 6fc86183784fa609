import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { notWritable } from './write-file.ts';

/**
 * Writes a file whole or not at all, as `writeWhole` does, for what is too large to be held in memory.
 * Throws UserError (exit code 5) where it cannot be written; errors of the content itself pass through.
 */
export async function writeWholeFrom(file: string, content: Readable): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  let contentError: unknown;
  content.on('error', (error) => {
    contentError = error;
  });
  try {
    await mkdir(dirname(file), { recursive: true });
    await pipeline(content, createWriteStream(draft));
    const handle = await open(draft, 'r');
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw contentError ?? notWritable(file, error);
  }
}
