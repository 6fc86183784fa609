import { describe, expect, it } from 'vitest';
import { isFull, recordsError, storageError } from './storage-error.ts';
import { UserError } from './user-error.ts';

const failed = (code: string, path?: string): Error =>
  Object.assign(new Error(code), { code, ...(path ? { path } : {}) });

describe('trouble of the disk, told to people', () => {
  it.each([
    ['ENOSPC', /磁盘空间不足/],
    ['SQLITE_FULL', /磁盘空间不足/],
    ['EDQUOT', /磁盘配额已用完/],
    ['EFBIG', /超过系统允许的大小.*ulimit -f/],
    ['EIO', /磁盘读写出错/],
    ['SQLITE_IOERR', /磁盘读写出错/],
    ['SQLITE_IOERR_WRITE', /磁盘读写出错/],
    ['SQLITE_IOERR_SHMSIZE', /磁盘读写出错/],
    ['EROFS', /文件系统是只读的/],
    ['EACCES', /没有权限/],
    ['EPERM', /没有权限/],
    ['SQLITE_READONLY', /没有权限/],
    ['SQLITE_READONLY_DIRECTORY', /没有权限/],
    ['SQLITE_READONLY_DBMOVED', /被移走或删除/],
    ['SQLITE_CANTOPEN', /xunjian\.db 不能打开/],
    ['SQLITE_CANTOPEN_ISDIR', /xunjian\.db 不能打开/],
    ['ENOTDIR', /是文件而不是文件夹/],
    ['EEXIST', /是文件而不是文件夹/],
    ['ELOOP', /符号链接/],
    ['ENAMETOOLONG', /路径过长/],
    ['ENOENT', /被移走或删除/],
    ['EMFILE', /打开的文件过多.*ulimit -n/],
    ['ENFILE', /打开的文件过多/],
    ['SQLITE_CORRUPT', /已损坏/],
    ['SQLITE_CORRUPT_INDEX', /已损坏/],
    ['SQLITE_NOTADB', /已损坏/],
    ['SQLITE_BUSY', /被其他程序占用/],
    ['SQLITE_BUSY_SNAPSHOT', /被其他程序占用/],
  ])('%s', (code, words) => {
    const told = storageError(failed(code), '/数据');
    expect(told).toBeInstanceOf(UserError);
    expect(told).toMatchObject({ exitCode: 5, message: expect.stringMatching(words) });
    expect((told as UserError).problems[0]).toMatchObject({
      place: { file: '/数据' },
      remedy: expect.stringMatching(/。|请/),
    });
  });

  it('names the file at fault where the system names it', () => {
    expect(storageError(failed('EACCES', '/数据/evidence/a.warc.gz'), '/数据')).toMatchObject({
      problems: [{ place: { file: '/数据/evidence/a.warc.gz' } }],
    });
  });

  it('passes through what it does not know and what is for people already', () => {
    const known = new UserError(2, [{ place: {}, what: '某事', remedy: '请处理' }]);
    for (const error of [
      failed('ECONNRESET'),
      failed('SQLITE_CONSTRAINT_UNIQUE'),
      new TypeError('x'),
      known,
      null,
      'x',
    ])
      expect(storageError(error, '/数据')).toBe(error);
  });

  it('knows a full disk from other trouble', () => {
    expect(['ENOSPC', 'SQLITE_FULL', 'EDQUOT', 'EIO'].map((code) => isFull(storageError(failed(code), '/')))).toEqual([
      ...[true, true, false, false],
    ]);
    expect(isFull(undefined)).toBe(false);
  });

  it.each([
    ['ENOSPC', /inspection\.db 无法写入/],
    ['SQLITE_FULL', /inspection\.db 无法写入/],
    ['EDQUOT', /inspection\.db 无法写入/],
    ['SQLITE_CORRUPT_INDEX', /inspection\.db 已损坏/],
    ['SQLITE_NOTADB', /inspection\.db 已损坏/],
    ['SQLITE_BUSY_SNAPSHOT', /inspection\.db 正被其他程序占用/],
    ['SQLITE_CANTOPEN', /inspection\.db 不能打开/],
    ['SQLITE_IOERR_WRITE', /磁盘读写出错/],
    ['EROFS', /文件系统是只读的/],
  ])('of inspection.db, %s: never the words of the index, which another crawl would mend', (code, words) => {
    const told = recordsError(failed(code), '/数据/inspection.db');
    expect(told).toMatchObject({ exitCode: 5, message: expect.stringMatching(words) });
    expect((told as UserError).message).not.toMatch(/xunjian\.db|断点|取证/);
    expect((told as UserError).problems[0]?.place).toEqual({ file: '/数据/inspection.db' });
  });

  it('of inspection.db passes through what it does not know', () => {
    const unknown = new TypeError('x');
    expect(recordsError(unknown, '/')).toBe(unknown);
  });
});
