import { type Compilable, CompiledQuery, type Kysely } from 'kysely';

/** A database binds a limited number of values in one statement; SQLite at most 32,766. */
const ROWS_A_STATEMENT = 500;

/**
 * A statement over many rows, all with the same keys in the same order, whose text is made once for each number of rows:
 * making it anew costs more than running it. `build` binds the values of the rows and nothing else.
 */
export class RowStatement<Row extends object> {
  private readonly build: (rows: readonly Row[]) => Compilable;
  private readonly texts = new Map<number, string>();

  constructor(build: (rows: readonly Row[]) => Compilable) {
    this.build = build;
  }

  /** Returns how many rows were inserted or updated. */
  async run(db: Pick<Kysely<unknown>, 'executeQuery'>, rows: readonly Row[]): Promise<number> {
    let affected = 0;
    for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
      const part = rows.slice(start, start + ROWS_A_STATEMENT);
      const values = part.flatMap((row): unknown[] => Object.values(row));
      const result = await db.executeQuery(CompiledQuery.raw(this.textFor(part, values.length), values));
      affected += Number(result.numAffectedRows ?? 0n);
    }
    return affected;
  }

  private textFor(rows: readonly Row[], values: number): string {
    const known = this.texts.get(rows.length);
    if (known !== undefined) return known;
    const { sql: text, parameters } = this.build(rows).compile();
    if (parameters.length !== values) throw new Error(`a statement of ${values} values binds ${parameters.length}`);
    this.texts.set(rows.length, text);
    return text;
  }
}
