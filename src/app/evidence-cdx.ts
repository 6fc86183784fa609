import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Gap, ScannedRecord } from '../evidence/scan-file.ts';
import { committedLengths, evidenceFormat } from './compose.ts';
import { damaged } from './evidence-gather.ts';
import { writeWholeFrom } from './write-stream.ts';

export interface CdxRequest {
  readonly data: string;
  /** File to write; null: standard output. */
  readonly out: string | null;
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void;
}

/**
 * Writes the CDXJ index of all committed records, sorted by bytes; it holds the lines in memory, about 400 bytes a
 * record. Returns how many lines there are. Throws UserError: 2 where nothing was crawled yet, 4 where records cannot be
 * read, so that no index leaves them out in silence.
 */
export async function writeCdx({ data, out, onProgress }: CdxRequest): Promise<number> {
  const lengths = await committedLengths(data);
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  const lines: string[] = [];
  let before = 0;
  for (const [file, length] of [...lengths].sort()) {
    let end = 0;
    for await (const found of scanned(join(data, file), length, file)) {
      if (found.kind === 'gap' || found.faults.length > 0) throw damaged(file, found.offset);
      const line = evidenceFormat.cdxLine(found, { filename: file.replace(/^evidence\//, ''), ...found });
      if (line) lines.push(line);
      end = found.offset + found.length;
      onProgress({ done: before + end, total, file });
    }
    if (end < length) throw damaged(file, end);
    before += length;
  }
  // Lines are ASCII, of which the order of code units is the order of bytes.
  lines.sort();
  const content = Readable.from(pieces(lines));
  if (out !== null) await writeWholeFrom(out, content);
  else for await (const piece of content) if (!process.stdout.write(piece)) await drained(process.stdout);
  return lines.length;
}

async function* scanned(path: string, length: number, file: string): AsyncGenerator<ScannedRecord | Gap> {
  try {
    yield* evidenceFormat.scanFile(path, length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw damaged(file, 0);
  }
}

const LINES_A_PIECE = 1000;

function* pieces(lines: readonly string[]): Generator<string> {
  for (let start = 0; start < lines.length; start += LINES_A_PIECE)
    yield `${lines.slice(start, start + LINES_A_PIECE).join('\n')}\n`;
}

const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.once('drain', resolve);
  });
