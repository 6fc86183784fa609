import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Job, JobKind, JobResult, JobState } from '../../model/job.ts';
import type { ConsoleTables } from './tables.ts';

export type JobDraft = Pick<Job, 'id' | 'kind' | 'unit' | 'finding' | 'requestedBy'>;

/** How a job ended. */
export interface JobEnd {
  readonly state: Exclude<JobState, 'waiting' | 'running'>;
  readonly result: JobResult | null;
  /** In Chinese; null for nothing to tell. */
  readonly error: string | null;
}

type Row = Selectable<ConsoleTables['jobs']>;

/**
 * Work for the one crawler, in the order in which it is done: re-checks, self-checks, audits, nights, and else as it was
 * asked for; what was begun and stopped before what was not, but for nights. Instants are epoch milliseconds.
 */
export class JobRepository {
  readonly #db: Kysely<ConsoleTables>;

  constructor(db: Kysely<ConsoleTables>) {
    this.#db = db;
  }

  /** Puts a job in; where the same is waiting or running already, gives that one, whoever asked for it. */
  async ask(draft: JobDraft, now: number): Promise<Job> {
    const { kind, unit, finding } = draft;
    const row = rowOf(draft, now);
    return this.#db.transaction().execute(async (tx) => {
      // Looks and puts in at once: of two that ask at the same instant one finds the other's.
      await sql`insert into jobs (${sql.join(Object.keys(row).map(sql.ref))})
        select ${sql.join(Object.values(row))} where not exists (select 1 from jobs
          where kind = ${kind} and unit = ${unit ?? ''} and finding = ${finding ?? ''}
            and state in ('waiting', 'running'))`.execute(tx);
      const found = await tx
        .selectFrom('jobs')
        .selectAll()
        .where('kind', '=', kind)
        .where('unit', '=', unit ?? '')
        .where('finding', '=', finding ?? '')
        .where('state', 'in', ['waiting', 'running'])
        .executeTakeFirstOrThrow();
      return jobOf(found);
    });
  }

  /** Null where there is no such job. */
  async get(id: string): Promise<Job | null> {
    const row = await this.#db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? jobOf(row) : null;
  }

  /** The job whose turn it is, of any kind or of this one; null where none waits. */
  async next(kind?: JobKind): Promise<Job | null> {
    const waiting = await this.#inOrder(['waiting']);
    return waiting.find((job) => kind === undefined || job.kind === kind) ?? null;
  }

  /** Takes a waiting job in hand; false where it waits no longer. */
  async begin(id: string, now: number): Promise<boolean> {
    const begun = await this.#db
      .updateTable('jobs')
      .set({ state: 'running', started_at: sql<number>`coalesce(started_at, ${now})` })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .returning('id')
      .execute();
    return begun.length > 0;
  }

  /** Puts a job in hand back into the queue, to be gone on with. */
  async giveBack(id: string): Promise<void> {
    await this.#db
      .updateTable('jobs')
      .set({ state: 'waiting' })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute();
  }

  /** Ends a job in hand; one that has ended stays as it is. */
  async end(id: string, { state, result, error }: JobEnd, now: number): Promise<void> {
    await this.#db
      .updateTable('jobs')
      .set({ state, result: result === null ? '' : JSON.stringify(result), error: error ?? '', ended_at: now })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute();
  }

  /** Takes a waiting job out of the queue; false where it waits no longer. */
  async cancel(id: string, now: number): Promise<boolean> {
    const cancelled = await this.#db
      .updateTable('jobs')
      .set({ state: 'cancelled', ended_at: now })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .returning('id')
      .execute();
    return cancelled.length > 0;
  }

  /** Puts back what was in hand when the program ended without a word; to be called before anything is begun. */
  async requeueRunning(): Promise<void> {
    await this.#db.updateTable('jobs').set({ state: 'waiting' }).where('state', '=', 'running').execute();
  }

  /** How many jobs come before this one; null where it neither waits nor runs. */
  async waitingBefore(id: string): Promise<number | null> {
    const place = (await this.queue()).findIndex((job) => job.id === id);
    return place < 0 ? null : place;
  }

  /** The job in hand and those that wait, in the order in which they are done. */
  queue(): Promise<readonly Job[]> {
    return this.#inOrder(['running', 'waiting']);
  }

  /** Jobs of one unit, the newest first. */
  async of(unit: string, limit: number): Promise<readonly Job[]> {
    const rows = await this.#newest().where('unit', '=', unit).limit(limit).execute();
    return rows.map(jobOf);
  }

  /** Jobs of all units and of the district, the newest first. */
  async recent(limit: number): Promise<readonly Job[]> {
    const rows = await this.#newest().limit(limit).execute();
    return rows.map(jobOf);
  }

  #newest() {
    return this.#db.selectFrom('jobs').selectAll().orderBy('requested_at', 'desc').orderBy(sql`rowid`, 'desc');
  }

  async #inOrder(states: readonly JobState[]): Promise<readonly Job[]> {
    const rows = await this.#db
      .selectFrom('jobs')
      .selectAll()
      .where('state', 'in', states)
      .orderBy(sql`state = 'waiting'`)
      .orderBy(sql`kind = 'night'`)
      .orderBy(sql`started_at is null`)
      .orderBy(sql`case kind when 'recheck' then 0 when 'self-check' then 1 else 2 end`)
      .orderBy('requested_at')
      .orderBy(sql`rowid`)
      .execute();
    return rows.map(jobOf);
  }
}

const rowOf = ({ id, kind, unit, finding, requestedBy }: JobDraft, now: number): Insertable<ConsoleTables['jobs']> => ({
  ...{ id, kind, unit: unit ?? '', finding: finding ?? '', state: 'waiting', requested_by: requestedBy ?? '' },
  ...{ requested_at: now, started_at: null, ended_at: null, result: '', error: '' },
});

const orNull = (text: string): string | null => (text === '' ? null : text);

const jobOf = (row: Row): Job => ({
  id: row.id,
  kind: row.kind as JobKind,
  unit: orNull(row.unit),
  finding: orNull(row.finding),
  state: row.state as JobState,
  requestedBy: orNull(row.requested_by),
  requestedAt: row.requested_at,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  result: row.result === '' ? null : (JSON.parse(row.result) as JobResult),
  error: orNull(row.error),
});
