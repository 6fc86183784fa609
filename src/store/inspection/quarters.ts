import type { Kysely } from 'kysely';
import type { Audit } from '../../model/audit.ts';
import type { QuarterResult } from '../../model/quarter.ts';
import type { InspectionTables } from './tables.ts';

/** The newest whole audit of each quarter: for trends and for the year's score. */
export class QuarterRepository {
  readonly #db: Kysely<InspectionTables>;
  /** Results by the text that they are kept as. */
  readonly #kept = new Map<string, QuarterResult>();
  /** What published versions say, by quarter and version: they are large and never change. */
  readonly #published = new Map<string, QuarterResult>();

  constructor(db: Kysely<InspectionTables>) {
    this.#db = db;
  }

  /** Keeps a quarter's points, unless an audit for a later day is kept already. */
  async keep({ period, asOf, units, scores, deductions, run }: Audit): Promise<void> {
    const result = JSON.stringify({ period, asOf, units, scores, deductions } satisfies QuarterResult);
    await this.#db
      .insertInto('quarters')
      .values({ period, as_of: asOf, run_id: run.id, result })
      .onConflict((conflict) =>
        conflict
          .column('period')
          .doUpdateSet({ as_of: asOf, run_id: run.id, result })
          .where('quarters.as_of', '<=', asOf),
      )
      .execute();
  }

  /** Every quarter that is kept, oldest first. One whose bulletin is out is as the newest version of that has it. */
  async all(): Promise<readonly QuarterResult[]> {
    const rows = await this.#db.selectFrom('quarters').select('result').orderBy('period').execute();
    const results = new Map(rows.map(({ result }) => this.#parsed(result)).map((one) => [one.period, one]));
    const newest = await this.#db
      .selectFrom('bulletins')
      .select(({ fn }) => ['period', fn.max('version').as('version')])
      .groupBy('period')
      .execute();
    for (const { period, version } of newest) results.set(period, await this.#publishedAs(period, version));
    return [...results.values()].sort((one, other) => (one.period < other.period ? -1 : 1));
  }

  /** The newest of each quarter is parsed once: every page with a curve over quarters asks for all of them. */
  #parsed(text: string): QuarterResult {
    const known = this.#kept.get(text);
    if (known) return known;
    const result = JSON.parse(text) as QuarterResult;
    for (const [older, { period }] of this.#kept) if (period === result.period) this.#kept.delete(older);
    this.#kept.set(text, result);
    return result;
  }

  async #publishedAs(period: string, version: number): Promise<QuarterResult> {
    const key = `${period}-v${version}`;
    const known = this.#published.get(key);
    if (known) return known;
    const { audit } = await this.#db
      .selectFrom('bulletins')
      .select('audit')
      .where('period', '=', period)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    const { asOf, units, scores, deductions } = JSON.parse(audit) as Audit;
    const result = { period, asOf, units, scores, deductions };
    this.#published.set(key, result);
    return result;
  }
}
