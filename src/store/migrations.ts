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
  '0002-nights': {
    async up(db: Kysely<unknown>): Promise<void> {
      const runs = db.schema.alterTable('runs');
      await runs.addColumn('mode', 'text', (column) => column.notNull().defaultTo('full')).execute();
      await runs.addColumn('reading', 'text', (column) => column.notNull().defaultTo('')).execute();
      for (const name of ['night', 'requests', 'bytes', 'cpu_ms', 'browser_cpu_ms', 'wall_ms'])
        await runs.addColumn(name, 'integer', (column) => column.notNull().defaultTo(0)).execute();
      await db.schema
        .alterTable('captures')
        .addColumn('payload_record', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      await tasksByAddress(db);
      await db.schema
        .createTable('pages')
        .addColumn('url', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('unit', 'text', (column) => column.notNull())
        .addColumn('column_url', 'text', (column) => column.notNull())
        .addColumn('bucket', 'integer', (column) => column.notNull())
        .addColumn('first_run', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('published', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('state', 'text', (column) => column.notNull().defaultTo('live'))
        .addColumn('absences', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('moved_to', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('readable', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('final_url', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('content_type', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('status', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('captured_at', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('sha256', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('record', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('etag', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('last_modified', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('list_pages', 'text', (column) => column.notNull().defaultTo('[]'))
        .addColumn('rendered', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema.createIndex('pages_of_column').on('pages').columns(['column_url', 'kind']).execute();
      await db.schema
        .createTable('listings')
        .addColumn('list_url', 'text', (column) => column.notNull())
        .addColumn('view', 'text', (column) => column.notNull())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('run_id', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('listings_once', ['list_url', 'view', 'url'])
        .execute();
      await db.schema.createIndex('listings_of_url').on('listings').column('url').execute();
      await db.schema
        .createTable('page_events')
        .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('run_id', 'text', (column) => column.notNull())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('unit', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('record', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('page_events_of_url').on('page_events').columns(['url', 'id']).execute();
      await db.schema.createIndex('page_events_of_run').on('page_events').columns(['run_id', 'kind']).execute();
    },
  },
  '0003-absences-by-day': {
    async up(db: Kysely<unknown>): Promise<void> {
      const pages = db.schema.alterTable('pages');
      await pages.addColumn('absent_on', 'text', (column) => column.notNull().defaultTo('')).execute();
      // No look later than the last one can have counted.
      await sql`update pages set absent_on = coalesce((select substr(max(captured_at), 1, 10) from captures
        where captures.url = pages.url and captures.view = 'http'), '') where absences > 0`.execute(db);
      await pages.dropColumn('moved_to').execute();
      await pages.dropColumn('status').execute();
      await db.schema.alterTable('listings').dropColumn('run_id').execute();
    },
  },
};

/** Tasks may wait for their time, and are found by address: an address asked for under two kinds shares one capture. */
async function tasksByAddress(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tasks rename to old_tasks`.execute(db);
  await db.schema.dropIndex('tasks_next').execute();
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
    .addColumn('not_before', 'integer', (column) => column.notNull().defaultTo(0))
    .addUniqueConstraint('tasks_once', ['run_id', 'url', 'kind'])
    .execute();
  await sql`insert into tasks (id, run_id, kind, url, host, unit, column_url, state, tries)
    select id, run_id, kind, url, host, unit, column_url, state, tries from old_tasks`.execute(db);
  await sql`drop table old_tasks`.execute(db);
  // Only what is still to do: a task leaves the index when it is taken in hand.
  await sql`create index tasks_next on tasks (run_id, host, tries, id) where state = 'todo'`.execute(db);
  await sql`create index tasks_list_pages on tasks (run_id, column_url) where kind = 'list-page'`.execute(db);
}
