import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { CivilDate } from '../../model/civil-date.ts';
import type { FindingState, TrackedFinding } from '../../model/finding.ts';
import type { Topic } from '../../model/topic.ts';
import type { Verdict } from '../../model/verdict.ts';
import { RowStatement } from '../row-statement.ts';
import type { InspectionTables } from './tables.ts';

type Row = Selectable<InspectionTables['findings']>;

/** The crawl run that a night's audit read. */
export interface NightId {
  readonly run: string;
  /** ISO instant, UTC, of the newest look that the audit read, of whichever run. */
  readonly lookedUntil: string;
  readonly asOf: CivilDate;
}

/** SQLite takes so many values in a statement. */
const BATCH = 500;

/** Findings across nights. */
export class FindingRepository {
  readonly #db: Kysely<InspectionTables>;

  readonly #replacing: RowStatement<Insertable<InspectionTables['findings']>>;
  readonly #restoring: RowStatement<Insertable<InspectionTables['findings']>>;
  readonly #detailing: RowStatement<Insertable<InspectionTables['finding_details']>>;

  constructor(db: Kysely<InspectionTables>) {
    this.#db = db;
    this.#replacing = new RowStatement((rows) => db.replaceInto('findings').values(rows));
    this.#restoring = new RowStatement((rows) =>
      db
        .insertInto('findings')
        .values(rows)
        .onConflict((conflict) => conflict.column('id').doNothing()),
    );
    this.#detailing = new RowStatement((rows) => db.replaceInto('finding_details').values(rows));
  }

  /** Findings of some units as they stand. */
  async of(units: readonly string[]): Promise<readonly TrackedFinding[]> {
    return (await rowsOf(this.#db, units)).map(findingOf);
  }

  /** Keeps what was found as it was seen last, so that it can be shown after it was put right. One transaction. */
  async keepDetails(verdicts: readonly Verdict[]): Promise<void> {
    const rows = verdicts.map((verdict) => ({ id: verdict.id, verdict: JSON.stringify(verdict) }));
    await this.#db.transaction().execute((tx) => this.#detailing.run(tx, rows));
  }

  /** A finding as it was seen last; null where it never was. */
  async detailOf(id: string): Promise<Verdict | null> {
    const row = await this.#db.selectFrom('finding_details').select('verdict').where('id', '=', id).executeTakeFirst();
    return row ? (JSON.parse(row.verdict) as Verdict) : null;
  }

  /**
   * Takes a night: `follow` says what it makes of the findings of `units` as they stood before it, which is asked anew
   * where the night was taken already. What rests on older looks than an audit that was taken, or is for an earlier day,
   * is not taken; says whether it was. One transaction, which begins with a write, so that no other audit comes in between.
   */
  async take(
    { run, lookedUntil, asOf }: NightId,
    units: readonly string[],
    follow: (before: ReadonlyMap<string, TrackedFinding>) => readonly TrackedFinding[],
  ): Promise<boolean> {
    return this.#db.transaction().execute(async (tx) => {
      const { rows: taken } = await sql`
        insert into nights (run_id, started_at, as_of)
        select ${run}, ${lookedUntil}, ${asOf}
        where not exists (select 1 from nights where as_of > ${asOf} or started_at > ${lookedUntil})
        on conflict (run_id) do update set as_of = excluded.as_of, started_at = excluded.started_at
        returning run_id`.execute(tx);
      if (taken.length === 0) return false;
      const before = beforeNight(run, await rowsOf(tx, units));
      const after = follow(before);
      // What the night said when it was taken before no longer counts.
      for (let at = 0; at < units.length; at += BATCH)
        await tx
          .deleteFrom('findings')
          .where('night', '=', run)
          .where('unit', 'in', units.slice(at, at + BATCH))
          .execute();
      const touched = new Set(after.map(({ id }) => id));
      const restored = [...before.values()].filter(({ id }) => !touched.has(id));
      await this.#restoring.run(
        tx,
        restored.map((finding) => rowOf(finding, '', '')),
      );
      await this.#replacing.run(
        tx,
        after.map((finding) => {
          const prior = before.get(finding.id);
          return rowOf(finding, run, prior ? JSON.stringify(prior) : '');
        }),
      );
      return true;
    });
  }
}

async function rowsOf(db: Kysely<InspectionTables>, units: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < units.length; at += BATCH)
    rows.push(
      ...(await db
        .selectFrom('findings')
        .selectAll()
        .where('unit', 'in', units.slice(at, at + BATCH))
        .orderBy('id')
        .execute()),
    );
  return rows;
}

/** Findings as they stood before a night, which may have been taken already. */
function beforeNight(run: string, rows: readonly Row[]): ReadonlyMap<string, TrackedFinding> {
  const findings = rows.flatMap((row): TrackedFinding[] => {
    if (row.night !== run) return [findingOf(row)];
    return row.prior === '' ? [] : [JSON.parse(row.prior) as TrackedFinding];
  });
  return new Map(findings.map((finding) => [finding.id, finding]));
}

/** Keys in one order, whatever the order in which a finding was put together. */
function rowOf(finding: TrackedFinding, night: string, prior: string): Insertable<InspectionTables['findings']> {
  const { id, unit, check, topic, message, subject, text, advisory, state, firstSeen, lastSeen, since } = finding;
  return {
    ...{ id, unit, check_id: check, topic, message, subject, text, advisory: Number(advisory), state },
    ...{ first_seen: firstSeen, last_seen: lastSeen, since, night, prior },
  };
}

function findingOf(row: Row): TrackedFinding {
  const { id, unit, check_id, topic, message, subject, text, advisory, state, first_seen, last_seen, since } = row;
  return {
    ...{ id, unit, check: check_id, topic: topic as Topic, message, subject, text, advisory: advisory !== 0 },
    state: state as FindingState,
    firstSeen: first_seen as CivilDate,
    lastSeen: last_seen as CivilDate,
    since: since as CivilDate,
  };
}
