import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { databaseOf, writeEvidenceFolder } from '../../test/support/evidence-folder.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { committedIn, copyDatabase } from './backup-database.ts';

describe('a copy of a database', () => {
  it('holds what is committed while others write, wherever it lies', () => {
    const folder = join(temporaryFolder(), "the inspector's");
    mkdirSync(folder);
    const [file, copy] = [join(folder, 'a.db'), join(folder, 'b.db')];
    const writer = new Database(file);
    writer.pragma('journal_mode = WAL');
    writer.exec("create table said (text); insert into said values ('one'); begin; insert into said values ('two')");
    copyDatabase(file, copy);
    writer.close();
    const reader = new Database(copy, { readonly: true });
    expect(reader.prepare('select text from said').pluck().all()).toEqual(['one']);
    reader.close();
  });

  it('is not made of what is no database, or not there', () => {
    const folder = temporaryFolder();
    const [file, copy] = [join(folder, 'a.db'), join(folder, 'b.db')];
    expect(() => copyDatabase(file, copy)).toThrow(expect.objectContaining({ code: 'SQLITE_CANTOPEN' }));
    writeFileSync(file, 'x'.repeat(5000));
    expect(() => copyDatabase(file, copy)).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }));
  });
});

describe('what is committed', () => {
  it('is told of each evidence file by a copy of the index', async () => {
    const folder = temporaryFolder();
    await writeEvidenceFolder(folder);
    copyDatabase(databaseOf(folder), join(folder, 'copy.db'));
    const lengths = committedIn(join(folder, 'copy.db'));
    expect([...lengths.keys()]).toHaveLength(2);
    for (const [file, length] of lengths) {
      expect(file).toMatch(/^evidence\/.*\.warc\.gz$/);
      expect(length).toBeGreaterThan(500);
    }
  });

  it('is nothing by an index that has no tables yet', () => {
    const file = join(temporaryFolder(), 'a.db');
    new Database(file).exec('pragma user_version = 1').close();
    expect(committedIn(file)).toEqual(new Map());
  });
});
