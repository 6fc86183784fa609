import type { Kysely, Migration } from 'kysely';

/** Changes of `inspection.db`, by name in order. One that was released is never edited. */
export const INSPECTION_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-findings-and-bulletins': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('nights')
        .addColumn('run_id', 'text', (column) => column.primaryKey())
        .addColumn('started_at', 'text', (column) => column.notNull())
        .addColumn('as_of', 'text', (column) => column.notNull())
        .execute();
      let findings = db.schema.createTable('findings').addColumn('id', 'text', (column) => column.primaryKey());
      for (const name of FINDING_TEXTS) findings = findings.addColumn(name, 'text', (column) => column.notNull());
      await findings.addColumn('advisory', 'integer', (column) => column.notNull()).execute();
      await db.schema.createIndex('findings_of_unit').on('findings').columns(['unit', 'state']).execute();
      await db.schema
        .createTable('quarters')
        .addColumn('period', 'text', (column) => column.primaryKey())
        .addColumn('as_of', 'text', (column) => column.notNull())
        .addColumn('run_id', 'text', (column) => column.notNull())
        .addColumn('result', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('bulletins')
        .addColumn('period', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('published_on', 'text', (column) => column.notNull())
        .addColumn('rectify_by', 'text', (column) => column.notNull())
        .addColumn('audit', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('bulletins_once', ['period', 'version'])
        .execute();
      await db.schema
        .createTable('bulletin_items')
        .addColumn('period', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('unit', 'text', (column) => column.notNull())
        .addColumn('finding', 'text', (column) => column.notNull())
        .addColumn('charged_to', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('bulletin_items_once', ['period', 'version', 'finding'])
        .execute();
    },
  },
};

const FINDING_TEXTS = [
  ...['unit', 'check_id', 'topic', 'message', 'subject', 'text', 'state', 'first_seen', 'last_seen', 'since'],
  ...['night', 'prior'],
];
