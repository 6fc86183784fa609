import type { Kysely, Selectable } from 'kysely';
import type { LogEntryDraft } from '../../model/log-entry.ts';
import type { Objection, ObjectionAnswer, UploadedFile } from '../../model/objection.ts';
import { logIn } from './action-log.ts';
import type { InspectionTables } from './tables.ts';

/** What units say against findings. */
export class ObjectionRepository {
  readonly #db: Kysely<InspectionTables>;

  constructor(db: Kysely<InspectionTables>) {
    this.#db = db;
  }

  /** Puts an objection on record with its entry in the log; gives its id. */
  async put(objection: Omit<Objection, 'id' | 'answer'>, entry: LogEntryDraft): Promise<number> {
    const { period, finding, unit, text, file, byName, at } = objection;
    return this.#db.transaction().execute(async (tx) => {
      const row = {
        period,
        finding,
        unit,
        text,
        file: file ? JSON.stringify(file) : '',
        by_name: byName,
        at,
        answer: '',
      };
      const { id } = await tx.insertInto('objections').values(row).returning('id').executeTakeFirstOrThrow();
      await logIn(tx, entry);
      return id;
    });
  }

  /** Answers an objection; false where it was answered already, or is not there. */
  async answer(id: number, answer: ObjectionAnswer, entry: LogEntryDraft): Promise<boolean> {
    return this.#db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('objections')
        .set({ answer: JSON.stringify(answer) })
        .where('id', '=', id)
        .where('answer', '=', '')
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return false;
      await logIn(tx, entry);
      return true;
    });
  }

  /** Objections of a quarter, oldest first; of one finding where it is named. */
  async of(period: string, finding?: string): Promise<readonly Objection[]> {
    let query = this.#db.selectFrom('objections').selectAll().where('period', '=', period).orderBy('id');
    if (finding !== undefined) query = query.where('finding', '=', finding);
    return (await query.execute()).map(fromRow);
  }

  async get(id: number): Promise<Objection | null> {
    const row = await this.#db.selectFrom('objections').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? fromRow(row) : null;
  }
}

const fromRow = ({ file, by_name, answer, ...rest }: Selectable<InspectionTables['objections']>): Objection => ({
  ...rest,
  file: file === '' ? null : (JSON.parse(file) as UploadedFile),
  byName: by_name,
  answer: answer === '' ? null : (JSON.parse(answer) as ObjectionAnswer),
});
