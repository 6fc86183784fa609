import type { Kysely, Selectable } from 'kysely';
import type { Role } from '../../model/account.ts';
import type { Action, LogEntry, LogEntryDraft } from '../../model/log-entry.ts';
import type { InspectionTables } from './tables.ts';

export interface LogFilter {
  readonly subject?: string;
  readonly unit?: string;
  readonly action?: Action;
  /** Entries before this one. */
  readonly before?: number;
  readonly limit: number;
}

/** What was done in the console, by whom. Entries are added and read; the database refuses everything else. */
export class ActionLog {
  readonly #db: Kysely<InspectionTables>;

  constructor(db: Kysely<InspectionTables>) {
    this.#db = db;
  }

  /** Adds entries in their order. */
  async add(entries: readonly LogEntryDraft[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      for (const entry of entries) await logIn(tx, entry);
    });
  }

  /** The newest entries that fit, newest first. */
  async entries({ subject, unit, action, before, limit }: LogFilter): Promise<readonly LogEntry[]> {
    let query = this.#db.selectFrom('action_log').selectAll().orderBy('seq', 'desc').limit(limit);
    if (subject !== undefined) query = query.where('subject', '=', subject);
    if (unit !== undefined) query = query.where('unit', '=', unit);
    if (action !== undefined) query = query.where('action', '=', action);
    if (before !== undefined) query = query.where('seq', '<', before);
    return (await query.execute()).map(fromRow);
  }
}

/** Adds an entry within a transaction, so that what was done and its entry stand or fall together; gives its number. */
export async function logIn(tx: Kysely<InspectionTables>, entry: LogEntryDraft): Promise<number> {
  const { at, by, byName, role, action, subject, period, unit, before, after } = entry;
  const { seq } = await tx
    .insertInto('action_log')
    .values({
      ...{ at, by, by_name: byName, role, action, subject, period, unit },
      before: JSON.stringify(before ?? null),
      after: JSON.stringify(after ?? null),
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

const fromRow = ({ by_name, role, action, before, after, ...rest }: Selectable<InspectionTables['action_log']>) => ({
  ...rest,
  byName: by_name,
  role: role as Role | '',
  action: action as Action,
  before: JSON.parse(before) as unknown,
  after: JSON.parse(after) as unknown,
});
