import { chmodSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { EXIT, UserError } from '../model/user-error.ts';
import { type BackedUpFile, type Part, placeOf } from './backup-manifest.ts';
import { type BackupArchive, openBackup } from './restore-archive.ts';
import { type Place, putInPlace, type Wish, wantedPlaces } from './restore-places.ts';
import { writeWholeFrom } from './write-stream.ts';

export interface RestoreRequest extends Wish {
  /** The backup. */
  readonly file: string;
  /** Aborting it ends the work and leaves nothing behind. */
  readonly signal: AbortSignal;
  /** Bytes checked, of how many. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void;
}

export interface RestoreOutcome {
  /** How many files were put in place. */
  readonly files: number;
  /** `xunjian VERSION` that made the backup. */
  readonly software: string;
  /** ISO instant, UTC. */
  readonly createdAt: string;
  /** Parts that are in the backup and were not asked for. */
  readonly left: readonly Exclude<Part, 'data'>[];
}

/**
 * Puts a backup in place. Every file is checked, also those that are not asked for, and nothing is where it belongs
 * before all of them are: a backup that is damaged leaves nothing behind. Throws UserError: 2 where something is there
 * already or the file is no backup, 4 where it is damaged, 5 where the folders cannot be written, 6 where it was stopped.
 */
export async function restore(request: RestoreRequest): Promise<RestoreOutcome> {
  const archive = await openBackup(request.file);
  try {
    const { software, createdAt, files } = archive.manifest;
    const places = wantedPlaces(request, archive.manifest);
    const count = await unpackAll(archive, places, request);
    const parts = new Set(files.map(({ path }) => placeOf(path).part));
    const left = (['registers', 'config'] as const).filter((part) => parts.has(part) && !places.has(part));
    return { files: count, software, createdAt, left };
  } finally {
    archive.close();
  }
}

async function unpackAll(
  archive: BackupArchive,
  places: ReadonlyMap<Part, Place>,
  { signal, onProgress }: RestoreRequest,
): Promise<number> {
  const { files } = archive.manifest;
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let [done, count] = [0, 0];
  try {
    for (const file of files) {
      const content = archive.read(file, (bytes) => {
        if (signal.aborted) throw stopped();
        done += bytes;
        onProgress({ done, total, file: file.path });
      });
      const { part, path } = placeOf(file.path);
      const place = places.get(part);
      if (place === undefined) await finished(content.resume());
      else {
        await unpack(content, join(place.draft, path), file);
        count += 1;
      }
    }
    putInPlace([...places.values()].flatMap(({ moves }) => moves));
    return count;
  } finally {
    for (const { draft } of places.values()) rmSync(draft, { recursive: true, force: true });
  }
}

/** The time matters: that of a register's copy says when an audit first saw it. */
async function unpack(content: Readable, to: string, { mode, modifiedAt }: BackedUpFile): Promise<void> {
  await writeWholeFrom(to, content, mode);
  chmodSync(to, mode);
  utimesSync(to, new Date(modifiedAt), new Date(modifiedAt));
}

const stopped = (): UserError =>
  new UserError(EXIT.interrupted, [{ place: {}, what: '恢复已停止，没有留下文件', remedy: '请重新运行同一命令' }]);
