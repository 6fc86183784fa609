import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** Migrations by name, in order; one that was released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-runs-tasks-captures': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('runs')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('plan', 'text', (column) => column.notNull())
        .addColumn('units', 'text', (column) => column.notNull())
        .addColumn('started_at', 'text', (column) => column.notNull())
        .addColumn('finished_at', 'text')
        .execute();
      await db.schema
        .createTable('tasks')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id').onDelete('cascade'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('host', 'text', (column) => column.notNull())
        .addColumn('unit', 'text', (column) => column.notNull())
        .addColumn('column_url', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
        .addUniqueConstraint('tasks_once', ['run_id', 'kind', 'url'])
        .execute();
      await db.schema
        .createIndex('tasks_next')
        .on('tasks')
        .columns(['run_id', 'state', 'host', 'tries', 'id'])
        .execute();
      await db.schema
        .createTable('captures')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('run_id', 'text', (column) => column.notNull().references('runs.id'))
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('final_url', 'text', (column) => column.notNull())
        .addColumn('view', 'text', (column) => column.notNull())
        .addColumn('page', 'integer', (column) => column.notNull())
        .addColumn('captured_at', 'text', (column) => column.notNull())
        .addColumn('tag', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('content_type', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('record', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('captures_of_url').on('captures').columns(['url', 'view', 'id']).execute();
      // One capture for each look at an address in a run, so that a resumed run cannot keep anything twice.
      await sql`create unique index captures_once on captures (run_id, url, view, page) where view <> 'subrequest'`.execute(
        db,
      );
      await db.schema
        .createTable('evidence_files')
        .addColumn('file', 'text', (column) => column.primaryKey())
        .addColumn('length', 'integer', (column) => column.notNull())
        .execute();
    },
  },
};
