import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { type BackupManifest, type Part, placeOf } from './backup-manifest.ts';
import { notWritable } from './write-file.ts';

/** Which parts of a backup are wanted, and where. */
export interface Wish {
  /** Where the data folder is to be; it must not exist, or be empty. */
  readonly data: string;
  /** The same of the folder of registers; without it these are left in the backup. */
  readonly registers?: string | undefined;
  /** Where targets.yaml is to be, with what stood beside it; without it these are left in the backup. */
  readonly targets?: string | undefined;
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** A part is unpacked into a folder beside its place, and moved from there when all is whole. */
export interface Place {
  readonly draft: string;
  readonly moves: readonly Move[];
}

/** Throws UserError (exit code 2) where something stands in a place already. */
export function wantedPlaces({ data, registers, targets }: Wish, backup: BackupManifest): ReadonlyMap<Part, Place> {
  const places = new Map<Part, Place>([['data', folderPlace(data)]]);
  if (registers !== undefined) places.set('registers', folderPlace(registers));
  if (targets !== undefined) places.set('config', configPlace(targets, backup));
  const taken = [...places.values()].flatMap(({ moves }) => moves).filter(({ to }) => isTaken(to));
  if (taken.length === 0) return places;
  const remedy = '请指定不存在的或空的位置，或先移走其中的文件；没有恢复任何文件';
  const problems = taken.map(({ to }) => ({ place: { file: to }, what: '恢复的位置已有内容，不会覆盖', remedy }));
  throw new UserError(EXIT.usage, problems);
}

function folderPlace(folder: string): Place {
  const to = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const draft = draftOf(to);
  return { draft, moves: [{ from: draft, to }] };
}

function configPlace(targets: string, { files, targets: named }: BackupManifest): Place {
  const main = resolve(targets);
  const draft = draftOf(main);
  const moves = files
    .filter(({ path }) => placeOf(path).part === 'config')
    .map(({ path }) => {
      const inner = placeOf(path).path;
      return { from: join(draft, inner), to: path === named ? main : join(dirname(main), inner) };
    });
  return { draft, moves };
}

const draftOf = (path: string): string => `${path}.${process.pid}.tmp`;

const isTaken = (path: string): boolean =>
  existsSync(path) && !(statSync(path).isDirectory() && readdirSync(path).length === 0);

/** Moves all, or, where one cannot be moved, none. A part without files has no folder. */
export function putInPlace(moves: readonly Move[]): void {
  const moved: string[] = [];
  for (const { from, to } of moves.filter((move) => existsSync(move.from)))
    try {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
      moved.push(to);
    } catch (error) {
      for (const path of moved) rmSync(path, { recursive: true, force: true });
      throw notWritable(to, error);
    }
}
