import { EXIT, UserError } from './user-error.ts';

/** Turns a failure of the disk or of the index into an error for people (exit code 5); anything unexpected passes through. */
export function storageError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const problem = (what: string, remedy: string): UserError =>
    new UserError(EXIT.storage, [{ place: { file: folder }, what, remedy }], { cause: error });
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return problem('磁盘空间不足，取证数据无法写入', '请清理磁盘或换用空间充足的数据目录，再次运行即从断点继续');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return problem('数据目录不能写入', '请检查目录权限，或用 --data 指定其他目录');
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return problem('取证索引 xunjian.db 已损坏', '请从备份恢复该文件，或用 --data 指定其他目录重新取证');
    default:
      return error;
  }
}
