import { type Kysely, type Migration, sql } from 'kysely';

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
  '0002-decisions-and-log': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('finding_details')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('verdict', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('bulletin_files')
        .addColumn('period', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('bulletin_files_once', ['period', 'version', 'name'])
        .execute();
      let decisions = db.schema
        .createTable('decisions')
        .addPrimaryKeyConstraint('decisions_once', ['period', 'finding'] as never[]);
      for (const name of DECISION_TEXTS) decisions = decisions.addColumn(name, 'text', (column) => column.notNull());
      await decisions
        .addColumn('points', 'real')
        .addColumn('version', 'integer', (column) => column.notNull())
        .execute();
      for (const [table, own] of SAID) {
        let said = db.schema
          .createTable(table)
          .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement());
        for (const name of [...SAID_TEXTS, ...own]) said = said.addColumn(name, 'text', (column) => column.notNull());
        await said.execute();
        await db.schema.createIndex(`${table}_of_finding`).on(table).columns(['period', 'finding']).execute();
      }
      let log = db.schema
        .createTable('action_log')
        .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement());
      for (const name of LOG_TEXTS) log = log.addColumn(name, 'text', (column) => column.notNull());
      await log.execute();
      await db.schema.createIndex('action_log_of_subject').on('action_log').columns(['subject', 'seq']).execute();
      await db.schema.createIndex('action_log_of_unit').on('action_log').columns(['unit', 'seq']).execute();
      for (const change of ['update', 'delete'])
        await sql`create trigger ${sql.ref(`action_log_no_${change}`)} before ${sql.raw(change)} on action_log
          begin select raise(abort, 'the log is append-only'); end`.execute(db);
    },
  },
};

const FINDING_TEXTS = [
  ...['unit', 'check_id', 'topic', 'message', 'subject', 'text', 'state', 'first_seen', 'last_seen', 'since'],
  ...['night', 'prior'],
];

const DECISION_TEXTS = ['period', 'finding', 'unit', 'kind', 'reason', 'by', 'by_name', 'at', 'on_day'];
const SAID_TEXTS = ['period', 'finding', 'unit', 'text', 'by_name', 'at'];
const SAID = [
  ['objections', ['file', 'answer']],
  ['feedback', ['link', 'on_day', 'recheck']],
] as const;
const LOG_TEXTS = ['at', 'by', 'by_name', 'role', 'action', 'subject', 'period', 'unit', 'before', 'after'];
