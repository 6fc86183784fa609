import type { Generated } from 'kysely';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { openRecords } from './open-records.ts';

interface Notes {
  notes: { id: Generated<number>; text: string };
}

const MIGRATIONS = {
  '0001': {
    async up(db: Parameters<import('kysely').Migration['up']>[0]) {
      await db.schema
        .createTable('notes')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('text', 'text')
        .execute();
    },
  },
};
const opened = (folder: string) => openRecords<Notes>(folder, 'inspection.db', MIGRATIONS);

describe('a file of records', () => {
  it('is written by several in one process at once, each transaction whole', async () => {
    const folder = temporaryFolder();
    const all = await Promise.all([opened(folder), opened(folder), opened(folder)]);
    const write = ({ db }: (typeof all)[number], name: string) =>
      db.transaction().execute(async (tx) => {
        const before = await tx.selectFrom('notes').select('id').execute();
        await tx
          .insertInto('notes')
          .values({ text: `${name} after ${before.length}` })
          .execute();
      });
    await Promise.all(all.map((one, at) => write(one, `${at}`)));
    const [first] = all;
    const texts = (await first?.db.selectFrom('notes').select('text').execute())?.map(({ text }) => text.slice(-1));
    expect(texts).toEqual(['0', '1', '2']);
    await Promise.all(all.map(({ close }) => close()));
  });

  it('stays open for the others when one has done with it, and opens again afterwards', async () => {
    const folder = temporaryFolder();
    const [one, other] = [await opened(folder), await opened(folder)];
    await one.close();
    await one.close();
    await other.db.insertInto('notes').values({ text: 'still open' }).execute();
    await other.close();
    const again = await opened(folder);
    expect(await again.db.selectFrom('notes').select('text').execute()).toEqual([{ text: 'still open' }]);
    await again.close();
  });
});
