import { EXIT, UserError } from './user-error.ts';

type Words = readonly [what: string, remedy: string];

const GOES_ON = '再次运行即从断点继续';
const FULL: Words = [
  '磁盘空间不足，取证数据无法写入',
  `请清理磁盘，${GOES_ON}；也可用 --data 换用空间充足的数据目录重新取证`,
];
const FORBIDDEN: Words = ['没有权限，数据目录不能写入', '请检查目录及其中文件的权限，或用 --data 指定其他目录'];
const READ_ONLY: Words = ['文件系统是只读的，数据目录不能写入', '请重新挂载为可写，或用 --data 指定其他目录'];
const NO_FOLDER: Words = ['数据目录不能写入：路径中有一段是文件而不是文件夹', '请检查路径，或用 --data 指定其他目录'];
const GONE: Words = ['数据目录或其中的文件被移走或删除', `请恢复该目录后重试，或用 --data 指定其他目录`];
const FAULTY: Words = ['磁盘读写出错', `请检查磁盘、网络目录和磁盘配额，排除故障后${GOES_ON}`];
const DAMAGED: Words = ['取证索引 xunjian.db 已损坏', '请从备份恢复该文件，或用 --data 指定其他目录重新取证'];
const BUSY: Words = ['取证索引 xunjian.db 正被其他程序占用', `请关闭占用它的程序后重试，${GOES_ON}`];

/** By the code of a failed system call, or of SQLite; its extended codes (`SQLITE_IOERR_WRITE`) by what they begin with. */
const WORDS: Readonly<Record<string, Words>> = {
  ENOSPC: FULL,
  SQLITE_FULL: FULL,
  EDQUOT: ['磁盘配额已用完，取证数据无法写入', `请清理文件或请管理员增加配额，${GOES_ON}`],
  EFBIG: ['文件超过系统允许的大小，取证数据无法写入', `请放宽文件大小限制（ulimit -f）或换用其他文件系统，${GOES_ON}`],
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: READ_ONLY,
  SQLITE_READONLY: FORBIDDEN,
  SQLITE_READONLY_DBMOVED: GONE,
  SQLITE_CANTOPEN: ['取证索引 xunjian.db 不能打开', '请检查数据目录及其中文件的权限，或用 --data 指定其他目录'],
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  EISDIR: ['数据目录中有一个文件夹占用了文件的名称', '请移走该文件夹后重试，或用 --data 指定其他目录'],
  ELOOP: ['数据目录的符号链接互相指向，无法到达', '请更正符号链接，或用 --data 指定其他目录'],
  ENAMETOOLONG: ['数据目录的路径过长', '请用 --data 指定较短的路径'],
  ENOENT: GONE,
  ESTALE: GONE,
  EIO: FAULTY,
  SQLITE_IOERR: FAULTY,
  EMFILE: ['本程序打开的文件过多', `请放宽文件数限制（ulimit -n），${GOES_ON}`],
  ENFILE: ['系统打开的文件过多', `请关闭其他程序，${GOES_ON}`],
  SQLITE_NOTADB: DAMAGED,
  SQLITE_CORRUPT: DAMAGED,
  SQLITE_BUSY: BUSY,
  SQLITE_LOCKED: BUSY,
  SQLITE_PROTOCOL: BUSY,
};

/** Files of what people and audits said, which no crawl writes and no crawl brings back: what they are, and what to do without a backup. */
const RECORDS: Readonly<Record<string, readonly [title: string, withoutBackup: string]>> = {
  'inspection.db': ['巡检记录', '移走该文件后重新运行 xunjian audit（以前各次的问题记录和已发布通报不能重新生成）'],
  'console.db': ['控制台账号', '移走该文件后重新运行 xunjian serve（账号须重新建立）'],
};

/** What is told otherwise of such a file than of the index of the evidence. */
function ofRecords(name: string): ReadonlyMap<Words | undefined, Words> {
  const [title, withoutBackup] = RECORDS[name] ?? ['文件', '请与管理员联系'];
  const file = `${title} ${name}`;
  return new Map([
    [FULL, [`磁盘空间不足，${file} 无法写入`, '请清理磁盘后重新运行本命令']],
    [WORDS.EDQUOT, [`磁盘配额已用完，${file} 无法写入`, '请清理文件或请管理员增加配额后重新运行本命令']],
    [FAULTY, ['磁盘读写出错', '请检查磁盘、网络目录和磁盘配额，排除故障后重新运行本命令']],
    [WORDS.SQLITE_CANTOPEN, [`${file} 不能打开`, '请检查数据目录及其中文件的权限']],
    [DAMAGED, [`${file} 已损坏`, `请从备份恢复该文件；没有备份的，${withoutBackup}`]],
    [BUSY, [`${file} 正被其他程序占用`, '请关闭占用它的程序后重新运行本命令']],
  ]);
}

/** `storageError` for a file of what people and audits say, whose troubles have other remedies. */
export function recordsError(error: unknown, file: string): unknown {
  const told = storageError(error, file);
  if (!(told instanceof UserError) || told === error) return told;
  const { code } = error as { readonly code: string };
  const words = ofRecords(file.split(/[/\\]/).pop() ?? '').get(wordsOf(code));
  if (!words) return told;
  const [what, remedy] = words;
  return new UserError(told.exitCode, [{ place: { file }, what, remedy }], { cause: error });
}

/**
 * Turns a failure of the disk or of the index into an error for people (exit code 5) that names the file at fault, or
 * else `folder`; anything unexpected, and what is for people already, passes through.
 */
export function storageError(error: unknown, folder: string): unknown {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  const words = typeof code === 'string' ? wordsOf(code) : undefined;
  if (!words || error instanceof UserError) return error;
  const [what, remedy] = words;
  const file = typeof path === 'string' ? path : folder;
  return new UserError(EXIT.storage, [{ place: { file }, what, remedy }], { cause: error });
}

/** True where the cause of the error is a disk without space. */
export const isFull = (error: unknown): boolean => {
  const { code } = ((error as Error | undefined)?.cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && wordsOf(code) === FULL;
};

function wordsOf(code: string): Words | undefined {
  return WORDS[code] ?? WORDS[code.split('_').slice(0, 2).join('_')];
}
