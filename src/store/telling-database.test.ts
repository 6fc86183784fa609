import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { openDatabase, preparingOnce, setting } from './database.ts';
import { tellingDatabase } from './telling-database.ts';

const told = (file: string, what: string) =>
  expect.objectContaining({ exitCode: 5, message: expect.stringContaining(`${file} ${what}`) });

it('tells of a full disk and of another writer by the name of the file', () => {
  const file = join(temporaryFolder(), 'inspection.db');
  const sqlite = openDatabase(file, { timeout: 10 });
  sqlite.exec('create table kept (text)');
  const telling = tellingDatabase(preparingOnce(sqlite), file);
  const write = (length: number) =>
    telling.prepare('insert into kept values (?) returning 1').all(['x'.repeat(length)]);
  expect(write(10)).toHaveLength(1);

  setting(sqlite, 'max_page_count = 3');
  expect(() => write(100_000)).toThrow(told(file, '磁盘空间不足，巡检记录 inspection.db 无法写入'));

  const other = openDatabase(file, {});
  other.exec('begin immediate');
  expect(() => write(10)).toThrow(told(file, '巡检记录 inspection.db 正被其他程序占用'));
  other.close();
  expect(() => telling.prepare('select text from nowhere')).toThrow(/no such table/);
  telling.close();
});
