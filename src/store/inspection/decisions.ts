import type { Kysely, Selectable } from 'kysely';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Decision, DecisionKind } from '../../model/decision.ts';
import type { LogEntryDraft } from '../../model/log-entry.ts';
import { logIn } from './action-log.ts';
import type { InspectionTables } from './tables.ts';

/** A decision to be made: `kind` null takes back the one that is there. */
export interface DecisionDraft extends Omit<Decision, 'kind' | 'version'> {
  readonly kind: DecisionKind | null;
  /** Version of the decision that whoever decides has seen; 0 for none. */
  readonly seen: number;
  readonly entry: LogEntryDraft;
}

/** What came of drafts, by finding: decisions as they stand now, null where there is none (any more). */
export interface Decided {
  readonly made: ReadonlyMap<string, Decision | null>;
  /** What somebody else decided, or took back, since it was looked at; left as it is. */
  readonly conflicts: ReadonlyMap<string, Decision | null>;
}

/** What inspectors decided on findings. */
export class DecisionRepository {
  readonly #db: Kysely<InspectionTables>;

  constructor(db: Kysely<InspectionTables>) {
    this.#db = db;
  }

  /** The decisions that count in a quarter. */
  async of(period: string): Promise<readonly Decision[]> {
    const rows = await this.#db.selectFrom('decisions').selectAll().where('period', '=', period).execute();
    return rows.map(fromRow);
  }

  /**
   * Makes decisions, each with its entry in the log, all in one transaction. One on which somebody else has decided
   * since it was looked at is left as it is and told of; the others are made.
   */
  async make(drafts: readonly DecisionDraft[]): Promise<Decided> {
    const made = new Map<string, Decision | null>();
    const conflicts = new Map<string, Decision | null>();
    await this.#db.transaction().execute(async (tx) => {
      // What begins with reading may lose against another writer.
      await tx.deleteFrom('decisions').where('period', '=', '').execute();
      for (const draft of drafts) {
        const { period, finding, kind, seen, entry } = draft;
        const now = await tx
          .selectFrom('decisions')
          .selectAll()
          .where('period', '=', period)
          .where('finding', '=', finding)
          .executeTakeFirst();
        if ((now?.version ?? 0) !== seen) {
          conflicts.set(finding, now ? fromRow(now) : null);
          continue;
        }
        if (kind === null && !now) continue;
        const version = await logIn(tx, { ...entry, before: now ? fromRow(now) : null });
        if (kind === null) {
          await tx.deleteFrom('decisions').where('period', '=', period).where('finding', '=', finding).execute();
          made.set(finding, null);
          continue;
        }
        const { unit, points, reason, by, byName, at, on } = draft;
        const row = { period, finding, unit, kind, points, reason, by, by_name: byName, at, on_day: on, version };
        await tx.replaceInto('decisions').values(row).execute();
        made.set(finding, fromRow(row));
      }
    });
    return { made, conflicts };
  }
}

const fromRow = ({ kind, by_name, on_day, ...rest }: Selectable<InspectionTables['decisions']>): Decision => ({
  ...rest,
  kind: kind as DecisionKind,
  byName: by_name,
  on: on_day as CivilDate,
});
