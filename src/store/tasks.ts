import { type Kysely, type Selectable, sql } from 'kysely';
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

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** Adds tasks that the run does not know yet. */
  async add(runId: string, drafts: readonly TaskDraft[]): Promise<number> {
    return insertTasks(this.db, runId, drafts);
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

  /** When the next task of a lane may be tried, in epoch milliseconds; null where there is none. */
  async nextDue(runId: string, { host, lane }: LaneFilter): Promise<number | null> {
    const { due } = await this.db
      .selectFrom('tasks')
      .select((query) => query.fn.min<number | null>('not_before').as('due'))
      .where('run_id', '=', runId)
      .where('state', '=', 'todo')
      .where('host', '=', host)
      .where('kind', lane === 'render' ? '=' : '<>', 'render')
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

/** SQLite binds at most 32,766 values in one statement. */
const ROWS_A_STATEMENT = 1000;

export async function insertTasks(db: Kysely<Tables>, runId: string, drafts: readonly TaskDraft[]): Promise<number> {
  let added = 0;
  for (let start = 0; start < drafts.length; start += ROWS_A_STATEMENT) {
    const rows = drafts.slice(start, start + ROWS_A_STATEMENT).map(({ kind, url, unit, column }) => ({
      run_id: runId,
      kind,
      url,
      host: new URL(url).host,
      unit,
      column_url: column,
      state: 'todo' as const,
    }));
    const result = await db
      .insertInto('tasks')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['run_id', 'url', 'kind']).doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
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
