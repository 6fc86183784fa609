import { join } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { openDatabase } from './database.ts';

/**
 * Holds the data folder for one writing process. The lock is the operating system's, on a file that SQLite locks, so
 * that a process that dies lets go of it. Returns the release. Throws UserError (storage) where another one holds it.
 */
export function lockData(dataDir: string): () => void {
  const file = openDatabase(join(dataDir, 'xunjian.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new UserError(
      EXIT.storage,
      [
        {
          place: { file: dataDir },
          what: '另一个 xunjian 进程正在使用该数据目录',
          remedy: '请等它结束，或用 --data 指定其他目录',
        },
      ],
      { cause: error },
    );
  }
  return () => file.close();
}
