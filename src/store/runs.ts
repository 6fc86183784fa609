import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * How much a run asks for. `full`: everything, unconditionally.
 * `changed`: the lists, what they show to be new or changed, and a share of the rest.
 */
export type RunMode = 'full' | 'changed';

/** What a run has cost, over all its starts: requests, payload bytes, milliseconds of processor and of wall clock. */
export interface RunCost {
  readonly requests: number;
  readonly bytes: number;
  readonly cpuMs: number;
  /** Of the browser's processes, beside `cpuMs`. */
  readonly browserCpuMs: number;
  readonly ms: number;
}

/** One crawl of a plan, whole or not yet. */
export interface Run extends RunCost {
  readonly id: string;
  /** Digest of the plan and the units that were selected. */
  readonly plan: string;
  /** Digest of what decides how pages are read. */
  readonly reading: string;
  /** Those of which every column is asked for; none where only some columns are. */
  readonly units: readonly string[];
  readonly mode: RunMode;
  /** Nights since everything was fetched, that one being 0. */
  readonly night: number;
  /** ISO instants, UTC; `finishedAt` null while something is left to do. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export type RunDraft = Omit<Run, 'finishedAt' | keyof RunCost>;

export class RunRepository {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /**
   * The newest run of these units where it is unfinished and of this plan, with the tasks that it had in hand given
   * back; else null. Runs of fewer units or columns that came in between do not end it.
   * @param begunSince ISO instant, UTC: a run that began before is not gone on with; any is without it
   */
  async resume(plan: string, units: readonly string[], begunSince = ''): Promise<Run | null> {
    const newest = await this.newest(units);
    if (!newest || newest.finishedAt !== null || newest.plan !== plan || newest.startedAt < begunSince) return null;
    await this.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('tasks')
        .set({ state: 'todo' })
        .where('run_id', '=', newest.id)
        .where('state', '=', 'leased')
        .execute();
      await askAgainBeforeRendering(tx, newest.id);
    });
    return newest;
  }

  async begin(draft: RunDraft): Promise<Run> {
    const { id, plan, reading, units, mode, night, startedAt } = draft;
    await this.db
      .insertInto('runs')
      .values({
        ...{ id, plan, reading, mode, night, started_at: startedAt, finished_at: null },
        units: JSON.stringify(units),
      })
      .execute();
    return { ...draft, finishedAt: null, requests: 0, bytes: 0, cpuMs: 0, browserCpuMs: 0, ms: 0 };
  }

  /** The run that began last of those that asked for all of these units; null where none did. */
  async newest(units: readonly string[] = []): Promise<Run | null> {
    for (let offset = 0; ; offset += AT_ONCE) {
      const runs = await this.newestFirst(AT_ONCE, offset);
      const found = runs.find((run) => units.every((unit) => run.units.includes(unit)));
      if (found || runs.length < AT_ONCE) return found ?? null;
    }
  }

  async get(id: string): Promise<Run> {
    const row = await this.db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return fromRow(row);
  }

  /** Finished runs that read pages in this way, newest first. */
  async finished(reading: string): Promise<readonly Run[]> {
    const rows = await this.db
      .selectFrom('runs')
      .selectAll()
      .where('reading', '=', reading)
      .where('finished_at', 'is not', null)
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(fromRow);
  }

  private async newestFirst(limit: number, offset: number): Promise<Run[]> {
    const rows = await this.db
      .selectFrom('runs')
      .selectAll()
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(fromRow);
  }
}

/** Runs read in one piece: mostly the newest is the one that is looked for. */
const AT_ONCE = 50;

/**
 * What a browser sees of a column counts only beside the raw page of its own run, and the newest raw page counts. Where
 * another run looked at the column meanwhile, the browser's turn is preceded by a look of this run.
 */
async function askAgainBeforeRendering(tx: Kysely<Tables>, runId: string): Promise<void> {
  await sql`update tasks set state = 'todo' where run_id = ${runId} and kind = 'column' and state = 'done'
    and exists (select 1 from tasks turn where turn.run_id = ${runId} and turn.url = tasks.url
      and turn.kind = 'render' and turn.state <> 'done')
    and ${runId} <> (select run_id from captures where captures.url = tasks.url and captures.view = 'http'
      order by captures.id desc limit 1)`.execute(tx);
}

/** Ends a run; part of a transaction. Its tasks are all done and tell nothing that its captures do not. */
export async function endRun(tx: Kysely<Tables>, id: string, finishedAt: string): Promise<void> {
  await tx.deleteFrom('tasks').where('run_id', '=', id).execute();
  await tx.updateTable('runs').set({ finished_at: finishedAt }).where('id', '=', id).execute();
}

/** Adds to what a run has cost. */
export async function spend(db: Kysely<Tables>, runId: string, cost: RunCost): Promise<void> {
  await db
    .updateTable('runs')
    .set({
      requests: sql<number>`requests + ${cost.requests}`,
      bytes: sql<number>`bytes + ${cost.bytes}`,
      cpu_ms: sql<number>`cpu_ms + ${cost.cpuMs}`,
      browser_cpu_ms: sql<number>`browser_cpu_ms + ${cost.browserCpuMs}`,
      wall_ms: sql<number>`wall_ms + ${cost.ms}`,
    })
    .where('id', '=', runId)
    .execute();
}

const fromRow = (row: Selectable<Tables['runs']>): Run => ({
  id: row.id,
  plan: row.plan,
  reading: row.reading,
  units: JSON.parse(row.units) as string[],
  mode: row.mode as RunMode,
  night: row.night,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  requests: row.requests,
  bytes: row.bytes,
  cpuMs: row.cpu_ms,
  browserCpuMs: row.browser_cpu_ms,
  ms: row.wall_ms,
});
