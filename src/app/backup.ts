import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { archiveStream } from './backup-archive.ts';
import { configSources } from './backup-config.ts';
import { dataSources, type Snapshots, type Source } from './backup-sources.ts';
import { type InputFiles, registersFolder } from './inputs.ts';
import { version } from './version.ts';
import { notWritable } from './write-file.ts';
import { writeWholeFrom } from './write-stream.ts';

export interface BackupRequest {
  readonly files: Pick<InputFiles, 'targets' | 'registers'>;
  readonly data: string;
  /** The .zip file to write; it must not exist yet. */
  readonly out: string;
  /** Aborting it ends the backup and leaves nothing behind. */
  readonly signal: AbortSignal;
  /** The clock, for the backup's own date. */
  readonly now?: () => Date;
  /** Bytes read, and about how many there are. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number; readonly file: string }) => void;
  /** Told in Chinese of what the user should know meanwhile. */
  readonly onNotice: (line: string) => void;
}

export interface BackupOutcome {
  readonly files: number;
  /** Of the archive. */
  readonly bytes: number;
  /** Evidence files that are shorter than their index says, or gone; what is there of them is in the backup. */
  readonly damaged: readonly string[];
}

/** For the owner alone: a backup holds what accounts and sessions are known by. */
const PRIVATE = 0o600;

/**
 * Writes all that cannot be made again into one file: data folder, registers, targets.yaml and what stands beside it.
 * Crawl, audit and console may go on meanwhile (docs/adr/0013). Throws UserError: 2 where there is nothing to back up
 * or the file cannot be one, 5 where something cannot be read or written, 6 where it was stopped.
 */
export async function backUp(request: BackupRequest): Promise<BackupOutcome> {
  const { files, data, out, signal, now = () => new Date(), onProgress, onNotice } = request;
  const registers = registersFolder({ ...files, units: [] });
  refuse(out, data, registers);
  const total = sizeUnder(data) + (registers === null ? 0 : sizeUnder(registers));
  const damaged: string[] = [];
  let [count, done] = [0, 0];
  const scratch = scratchBeside(out);
  try {
    const snapshots: Snapshots = { scratch, onDamage: (file) => damaged.push(file) };
    const stream = archiveStream({
      sources: inOrder(configSources(files.targets, onNotice), registers, data, snapshots),
      head: {
        schema: 'xunjian.backup/1',
        software: `xunjian ${version()}`,
        createdAt: now().toISOString(),
        targets: `config/${basename(files.targets)}`,
      },
      onBytes: (bytes, file) => {
        if (signal.aborted) throw stopped();
        done += bytes;
        onProgress({ done: Math.min(done, total), total, file });
      },
      onFile: () => {
        count += 1;
      },
    });
    await writeWholeFrom(out, stream, PRIVATE);
  } catch (error) {
    throw unreadable(error);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return { files: count, bytes: statSync(out).size, damaged };
}

async function* inOrder(
  config: readonly Source[],
  registers: string | null,
  data: string,
  snapshots: Snapshots,
): AsyncGenerator<Source> {
  yield* config;
  yield* dataSources(data, 'data', snapshots);
  // A bulletin or a unit's feedback goes into the database first, and then into a register.
  if (registers !== null) yield* dataSources(registers, 'registers', snapshots);
}

function refuse(out: string, data: string, registers: string | null): void {
  const refusal = (file: string, what: string, remedy: string): UserError =>
    new UserError(EXIT.usage, [{ place: { file }, what, remedy }]);
  if (!existsSync(data) || readdirSync(data).length === 0)
    throw refusal(data, '数据目录不存在或是空的，没有可备份的内容', '请用 --data 指定数据目录');
  // The last good backup may be at stake: it is never replaced in silence.
  if (existsSync(out)) throw refusal(out, '文件已存在，未覆盖', '请换一个文件名（如加上日期），或先移走该文件');
  if ([data, registers].some((folder) => folder !== null && isWithin(out, folder)))
    throw refusal(out, '备份文件不能放在被备份的目录中', '请放到其他目录，最好是另一块磁盘');
}

function isWithin(file: string, folder: string): boolean {
  const above = dirname(resolve(file));
  const steps = relative(realpathSync(folder), existsSync(above) ? realpathSync(above) : above);
  return steps !== '..' && !steps.startsWith(`..${sep}`);
}

/** Beside the backup, where there is space for it. */
function scratchBeside(out: string): string {
  try {
    mkdirSync(dirname(out), { recursive: true });
    return mkdtempSync(join(dirname(out), '.xunjian-backup-'));
  } catch (error) {
    throw notWritable(out, error);
  }
}

/** Bytes of the files in a folder and below, as far as they can be told. */
function sizeUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    return found?.isFile() ? sum + found.size : sum;
  }, 0);
}

const stopped = (): UserError =>
  new UserError(EXIT.interrupted, [{ place: {}, what: '备份已停止，没有留下文件', remedy: '请重新运行同一命令' }]);

/** What the operating system refuses, in words; whatever else is wrong passes through. */
function unreadable(error: unknown): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (error instanceof UserError || typeof code !== 'string') return error;
  return new UserError(
    EXIT.storage,
    [
      {
        ...{ place: path === undefined ? {} : { file: path }, what: '文件无法读取，备份没有完成', value: message },
        remedy: '请检查文件权限和磁盘后重新备份',
      },
    ],
    { cause: error },
  );
}
