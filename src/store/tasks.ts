import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { RowStatement } from './row-statement.ts';
import type { Tables } from './tables.ts';

export const TASK_KINDS = ['column', 'list-page', 'render', 'document', 'attachment', 'model'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Something to be captured. Unique by run, kind and URL. */
export interface TaskDraft {
  readonly kind: TaskKind;
  readonly url: string;
  /** Id of the unit that it was first asked for; '' for pages of no unit. */
  readonly unit: string;
  /** URL of the column that it was first found in; '' for pages of no column. */
  readonly column: string;
}

export interface Task extends TaskDraft {
  readonly id: number;
  readonly host: string;
  /** Tries before this one. */
  readonly tries: number;
  /** Whether the run asks for this address under another kind too, so that both share one capture. */
  readonly shared: boolean;
}

export interface LaneFilter {
  readonly host: string;
  readonly lane: 'http' | 'render';
}

export class TaskRepository {
  private readonly db: Kysely<Tables>;
  private readonly insertion: RowStatement<Insertable<Tables['tasks']>>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
    this.insertion = new RowStatement((rows) =>
      db
        .insertInto('tasks')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['run_id', 'url', 'kind']).doNothing()),
    );
  }

  /** Adds tasks that the run does not know yet; returns how many those were. */
  async add(runId: string, drafts: readonly TaskDraft[], db: Kysely<Tables> = this.db): Promise<number> {
    const rows = drafts.map(({ kind, url, unit, column }) => ({
      ...{ run_id: runId, kind, url, host: new URL(url).host, unit, column_url: column, state: 'todo' as const },
    }));
    return this.insertion.run(db, rows);
  }

  /**
   * Takes tasks of one lane in hand whose time has come, those never tried first, then in the order found.
   * @param now epoch milliseconds
   */
  async lease(runId: string, { host, lane }: LaneFilter, limit: number, now: number): Promise<readonly Task[]> {
    const rows = await this.db
      .updateTable('tasks')
      .set({ state: 'leased' })
      .where('id', 'in', (query) =>
        query
          .selectFrom('tasks')
          .select('id')
          .where('run_id', '=', runId)
          .where('state', '=', 'todo')
          .where('host', '=', host)
          .where('kind', lane === 'render' ? '=' : '<>', 'render')
          .where('not_before', '<=', now)
          .orderBy('tries')
          .orderBy('id')
          .limit(limit),
      )
      .returningAll()
      .returning(
        sql<number>`exists (select 1 from tasks other where other.run_id = tasks.run_id and other.url = tasks.url
          and other.id <> tasks.id and other.kind <> 'render')`.as('shared'),
      )
      .execute();
    return rows.map(fromRow).sort((a, b) => a.tries - b.tries || a.id - b.id);
  }

  /**
   * When the first of a lane's tasks that still wait for their time may be tried; null where none waits.
   * @param now and the answer: epoch milliseconds
   */
  async nextDue(runId: string, { host, lane }: LaneFilter, now: number): Promise<number | null> {
    const { due } = await this.db
      .selectFrom('tasks')
      .select((query) => query.fn.min<number | null>('not_before').as('due'))
      .where('run_id', '=', runId)
      .where('state', '=', 'todo')
      .where('host', '=', host)
      .where('kind', lane === 'render' ? '=' : '<>', 'render')
      .where('not_before', '>', now)
      .executeTakeFirstOrThrow();
    return due;
  }

  /** Hosts that still have tasks to do. */
  async hosts(runId: string): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('tasks')
      .select('host')
      .distinct()
      .where('run_id', '=', runId)
      .where('state', '=', 'todo')
      .execute();
    return rows.map(({ host }) => host);
  }

  /** List pages already known for a column, for the cap on them. */
  async listPages(runId: string, column: string): Promise<number> {
    const { count } = await this.db
      .selectFrom('tasks')
      .select((query) => query.fn.countAll<number>().as('count'))
      .where('run_id', '=', runId)
      .where('kind', '=', 'list-page')
      .where('column_url', '=', column)
      .executeTakeFirstOrThrow();
    return count;
  }

  async progress(runId: string): Promise<{ readonly done: number; readonly left: number }> {
    const row = await this.db
      .selectFrom('tasks')
      .select([
        sql<number>`coalesce(sum(state = 'done'), 0)`.as('done'),
        sql<number>`coalesce(sum(state <> 'done'), 0)`.as('left'),
      ])
      .where('run_id', '=', runId)
      .executeTakeFirstOrThrow();
    return row;
  }
}

const fromRow = (row: Selectable<Tables['tasks']> & { shared: number }): Task => ({
  id: row.id,
  kind: row.kind as TaskKind,
  url: row.url,
  host: row.host,
  unit: row.unit,
  column: row.column_url,
  tries: row.tries,
  shared: row.shared === 1,
});
