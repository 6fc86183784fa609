import type { Kysely, Selectable } from 'kysely';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Feedback, Recheck } from '../../model/feedback.ts';
import type { LogEntryDraft } from '../../model/log-entry.ts';
import { logIn } from './action-log.ts';
import type { InspectionTables } from './tables.ts';

/** What units report on the findings of bulletins. */
export class FeedbackRepository {
  readonly #db: Kysely<InspectionTables>;

  constructor(db: Kysely<InspectionTables>) {
    this.#db = db;
  }

  /** Puts a report on record with its entry in the log; gives its id. */
  async put(feedback: Omit<Feedback, 'id' | 'recheck'>, entry: LogEntryDraft): Promise<number> {
    const { period, finding, unit, text, link, byName, at, on } = feedback;
    return this.#db.transaction().execute(async (tx) => {
      const row = { period, finding, unit, text, link: link ?? '', by_name: byName, at, on_day: on, recheck: '' };
      const { id } = await tx.insertInto('feedback').values(row).returning('id').executeTakeFirstOrThrow();
      await logIn(tx, entry);
      return id;
    });
  }

  /**
   * Keeps what a re-check saw with the newest report on the finding that was made before it was begun: of what was
   * reported while it looked it says nothing. Nothing is kept where there is none.
   * @param begunAt ISO instant, UTC
   */
  async rechecked(finding: string, recheck: Recheck, begunAt: string = recheck.at): Promise<void> {
    await this.#db
      .updateTable('feedback')
      .set({ recheck: JSON.stringify(recheck) })
      .where('id', '=', (query) =>
        query
          .selectFrom('feedback')
          .select(({ fn }) => fn.max('id').as('id'))
          .where('finding', '=', finding)
          .where('at', '<=', begunAt),
      )
      .execute();
  }

  /** Whether a report on the finding was made after this instant (ISO, UTC) that no re-check has answered. */
  async isReportedSince(finding: string, instant: string): Promise<boolean> {
    const found = await this.#db
      .selectFrom('feedback')
      .select('id')
      .where('finding', '=', finding)
      .where('at', '>', instant)
      .where('recheck', '=', '')
      .executeTakeFirst();
    return found !== undefined;
  }

  /** Reports on a quarter's findings, oldest first. */
  async of(period: string): Promise<readonly Feedback[]> {
    const rows = await this.#db.selectFrom('feedback').selectAll().where('period', '=', period).orderBy('id').execute();
    return rows.map(fromRow);
  }
}

const fromRow = ({ link, by_name, on_day, recheck, ...rest }: Selectable<InspectionTables['feedback']>): Feedback => ({
  ...rest,
  link: link === '' ? null : link,
  byName: by_name,
  on: on_day as CivilDate,
  recheck: recheck === '' ? null : (JSON.parse(recheck) as Recheck),
});
