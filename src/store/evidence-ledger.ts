import { type Kysely, sql } from 'kysely';
import type { Capture } from '../model/capture.ts';
import { fromRow } from './capture-row.ts';
import type { Tables } from './tables.ts';

/** What the index says of a place in an evidence file. */
export interface Expected {
  readonly offset: number;
  /** `look`: the capture's own record; `payload`: the record of an earlier look that holds its payload. */
  readonly role: 'look' | 'payload';
  readonly capture: Capture;
  /** Id of the unit that the page belongs to; '' where none does. */
  readonly unit: string;
}

/** A record as it was found, for comparing records with one another. '' where it does not have such a field. */
export interface Noted {
  readonly file: string;
  readonly offset: number;
  readonly id: string;
  readonly type: string;
  readonly url: string;
  readonly date: string;
  readonly digest: string;
  readonly concurrentTo: string;
  readonly refersTo: string;
  readonly refersToUrl: string;
  readonly refersToDate: string;
}

/** What two records, or a record and the index, contradict each other in. */
export type Contradiction = 'same-id' | 'no-neighbour' | 'wrong-request' | 'no-original' | 'no-request';

export interface Contradicted {
  readonly kind: Contradiction;
  readonly file: string;
  readonly offset: number;
  readonly url: string;
}

const NOTED = [
  ...(['file', 'offset', 'id', 'type', 'url', 'date', 'digest'] as const),
  ...(['concurrentTo', 'refersTo', 'refersToUrl', 'refersToDate'] as const),
] satisfies (keyof Noted)[];
const INDEXES = {
  noted_by_id: 'id',
  noted_by_look: 'url, date',
  noted_by_neighbour: 'concurrentTo',
} as const;
const PAGE = 1000;
/** Problems of the database that are told one by one. */
const MOST_PROBLEMS = 20;

/**
 * Compares the index with what a reading of the evidence files finds. It works on temporary tables, which SQLite keeps
 * outside the data folder and, when they are large, on the disk: memory stays flat, and a crawl may be writing.
 */
export class EvidenceLedger {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** What SQLite finds wrong with the database file, in its own words; empty where nothing is. */
  async integrity(): Promise<readonly string[]> {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(${sql.lit(MOST_PROBLEMS)})`.execute(
      this.db,
    );
    return rows.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok');
  }

  /** Takes down what the index says now; to be called first. Returns how many captures it has. */
  async begin(): Promise<number> {
    await this.drop();
    const place = (record: 'record' | 'payload_record') => {
      const column = sql.ref(record);
      const hash = sql`instr(${column}, '#')`;
      return sql`iif(${hash} > 0, substr(${column}, 1, ${hash} - 1), ${column}), cast(substr(${column}, ${hash} + 1) as integer)`;
    };
    await sql`create temp table expected (file text, "offset" integer, role text, capture integer)`.execute(this.db);
    await sql`insert into temp.expected
      select ${place('record')}, 'look', id from captures union all
      select ${place('payload_record')}, 'payload', id from captures where payload_record <> ''`.execute(this.db);
    await sql`create index temp.expected_by_place on expected (file, "offset", capture, role)`.execute(this.db);
    const columns = sql.join(NOTED.map((name) => sql.ref(name)));
    await sql`create temp table noted (${columns})`.execute(this.db);
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from temp.expected where role = 'look'`.execute(this.db);
    return rows[0]?.count ?? 0;
  }

  /** Names of the files that captures point into. */
  async files(): Promise<readonly string[]> {
    const { rows } = await sql<{ file: string }>`select distinct file from temp.expected order by file`.execute(
      this.db,
    );
    return rows.map(({ file }) => file);
  }

  /** What the index says of one file, by offset. */
  async *expected(file: string): AsyncGenerator<Expected> {
    type Key = { offset: number; role: Expected['role']; capture: number };
    let after: Key = { offset: -1, role: 'look', capture: 0 };
    for (;;) {
      const { rows } = await sql<Key>`select "offset", role, capture from temp.expected
        where file = ${file} and ("offset", capture, role) > (${after.offset}, ${after.capture}, ${after.role})
        order by "offset", capture, role limit ${PAGE}`.execute(this.db);
      const last = rows.at(-1);
      if (!last) return;
      const captures = await this.captures(rows.map(({ capture }) => capture));
      for (const { offset, role, capture } of rows) {
        const found = captures.get(capture);
        if (found) yield { offset, role, ...found };
      }
      after = last;
    }
  }

  private async captures(ids: readonly number[]): Promise<Map<number, Pick<Expected, 'capture' | 'unit'>>> {
    const rows = await this.db
      .selectFrom('captures')
      .leftJoin('pages', 'pages.url', 'captures.url')
      .selectAll('captures')
      .select('pages.unit')
      .where('captures.id', 'in', [...new Set(ids)])
      .execute();
    return new Map(rows.map(({ unit, ...row }) => [row.id, { capture: fromRow(row), unit: unit ?? '' }]));
  }

  /** Takes down records that were found. */
  async note(records: readonly Noted[]): Promise<void> {
    if (records.length === 0) return;
    const values = JSON.stringify(records.map((record) => NOTED.map((name) => record[name])));
    const fields = sql.join(NOTED.map((_, index) => sql`value ->> ${sql.lit(index)}`));
    await sql`insert into temp.noted select ${fields} from json_each(${values})`.execute(this.db);
  }

  /** What the records that were taken down contradict each other in; to be called last. */
  async contradictions(): Promise<readonly Contradicted[]> {
    for (const [name, columns] of Object.entries(INDEXES))
      await sql`create index temp.${sql.ref(name)} on noted (${sql.raw(columns)})`.execute(this.db);
    const found: Contradicted[] = [];
    for (const [kind, query] of Object.entries(CONTRADICTIONS)) {
      const { rows } = await query.execute(this.db);
      found.push(...rows.map((row) => ({ kind: kind as Contradiction, ...row })));
    }
    await this.drop();
    return found;
  }

  private async drop(): Promise<void> {
    await sql`drop table if exists temp.expected`.execute(this.db);
    await sql`drop table if exists temp.noted`.execute(this.db);
  }
}

const found = (condition: ReturnType<typeof sql>) =>
  sql<Omit<Contradicted, 'kind'>>`select n.file, n."offset", n.url from temp.noted n where ${condition}
    order by n.file, n."offset"`;

const CONTRADICTIONS = {
  'same-id': found(sql`n.id in (select id from temp.noted group by id having count(*) > 1)`),
  'no-neighbour':
    found(sql`(n.concurrentTo <> '' and not exists (select 1 from temp.noted o where o.id = n.concurrentTo))
    or (n.refersTo <> '' and not exists (select 1 from temp.noted o where o.id = n.refersTo))`),
  'wrong-request': found(sql`n.type = 'request' and exists (select 1 from temp.noted o
    where o.id = n.concurrentTo and (o.url <> n.url or o.type not in ('response', 'revisit')))`),
  'no-original': found(sql`n.type = 'revisit' and not exists (select 1 from temp.noted o where o.url = n.refersToUrl
    and o.date = n.refersToDate and o.digest = n.digest and o.type in ('response', 'resource'))`),
  'no-request': found(sql`n.type in ('response', 'revisit') and exists (select 1 from temp.expected e
      join captures c on c.id = e.capture
      where e.file = n.file and e."offset" = n."offset" and e.role = 'look' and c.view = 'http')
    and not exists (select 1 from temp.noted o where o.concurrentTo = n.id and o.type = 'request')`),
} satisfies Record<Contradiction, ReturnType<typeof found>>;
