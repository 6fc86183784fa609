import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { notWritable } from './write-file.ts';

/**
 * Writes a file whole or not at all, as `writeWhole` does, for what is too large to be held in memory.
 * Throws UserError (exit code 5) where it cannot be written; errors of the content itself pass through.
 * @param mode permissions, less those that the process gives nobody (umask)
 */
export async function writeWholeFrom(file: string, content: Readable, mode = 0o666): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  // What goes wrong at one end is then told of the other as well: the first to tell is at fault.
  let isContentAtFault: boolean | null = null;
  content.on('error', () => {
    isContentAtFault ??= true;
  });
  try {
    await mkdir(dirname(file), { recursive: true });
    const written = createWriteStream(draft, { mode });
    written.on('error', () => {
      isContentAtFault ??= false;
    });
    await pipeline(content, written);
    const handle = await open(draft, 'r');
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    content.destroy();
    await rm(draft, { force: true }).catch(() => {});
    throw isContentAtFault === true ? error : notWritable(file, error);
  }
}
