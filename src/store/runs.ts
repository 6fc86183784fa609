import type { Kysely, Selectable } from 'kysely';
import type { Tables } from './tables.ts';

/** One crawl of a plan, whole or not yet. */
export interface Run {
  readonly id: string;
  /** Digest of the plan and the units that were selected. */
  readonly plan: string;
  readonly units: readonly string[];
  /** ISO instants, UTC; `finishedAt` null while something is left to do. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export class RunRepository {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /**
   * Goes on with the newest run where it is unfinished and of the same plan, giving back the tasks that it had in hand;
   * otherwise begins `draft`.
   */
  async resumeOrBegin(draft: Omit<Run, 'finishedAt'>): Promise<{ readonly run: Run; readonly resumed: boolean }> {
    const newest = await this.newest();
    if (newest && newest.finishedAt === null && newest.plan === draft.plan) {
      await this.db
        .updateTable('tasks')
        .set({ state: 'todo' })
        .where('run_id', '=', newest.id)
        .where('state', '=', 'leased')
        .execute();
      return { run: newest, resumed: true };
    }
    const { id, plan, units, startedAt } = draft;
    await this.db
      .insertInto('runs')
      .values({ id, plan, units: JSON.stringify(units), started_at: startedAt, finished_at: null })
      .execute();
    return { run: { ...draft, finishedAt: null }, resumed: false };
  }

  /** The run that began last; null before any. */
  async newest(): Promise<Run | null> {
    const row = await this.db
      .selectFrom('runs')
      .selectAll()
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  async finish(id: string, finishedAt: string): Promise<void> {
    await this.db.updateTable('runs').set({ finished_at: finishedAt }).where('id', '=', id).execute();
  }
}

const fromRow = (row: Selectable<Tables['runs']>): Run => ({
  id: row.id,
  plan: row.plan,
  units: JSON.parse(row.units) as string[],
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});
