import { type Kysely, sql } from 'kysely';
import type { Capture } from '../model/capture.ts';
import { fromRow } from './capture-row.ts';
import type { Tables } from './tables.ts';

/** Finds what belongs together in the index: for exporting the evidence of a case. */
export class EvidenceCases {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** Addresses of all pages of a unit: columns, list pages, documents, attachments. */
  async ofUnit(unit: string): Promise<readonly string[]> {
    const rows = await this.db.selectFrom('pages').select('url').where('unit', '=', unit).orderBy('url').execute();
    return rows.map(({ url }) => url);
  }

  /** The column that a page belongs to, with its list pages, and every list that names the page. */
  async lists(url: string): Promise<readonly string[]> {
    const page = await this.db.selectFrom('pages').select('column_url').where('url', '=', url).executeTakeFirst();
    const column = page?.column_url || url;
    const pages = await this.db
      .selectFrom('pages')
      .select('url')
      .where('column_url', '=', column)
      .where('kind', 'in', ['column', 'list-page'])
      .execute();
    const lists = await this.db.selectFrom('listings').select('list_url as url').where('url', '=', url).execute();
    return [...new Set([column, ...[...pages, ...lists].map((row) => row.url)])];
  }

  /** The columns in which these pages were found, and those of the lists that name them. */
  async columnsOf(urls: readonly string[]): Promise<readonly string[]> {
    const { rows } = await sql<{
      column: string;
    }>`with cited as (select value as url from json_each(${JSON.stringify(urls)}))
      select distinct column_url as column from pages where column_url <> '' and (url in (select url from cited)
        or url in (select list_url from listings where url in (select url from cited)))
      order by column_url`.execute(this.db);
    return rows.map(({ column }) => column);
  }

  /** Those of these addresses that are attachments. */
  async attachments(urls: readonly string[]): Promise<readonly string[]> {
    const { rows } = await sql<{ url: string }>`select url from pages where kind = 'attachment'
      and url in (select value from json_each(${JSON.stringify(urls)}))`.execute(this.db);
    return rows.map(({ url }) => url);
  }

  /** The captures whose look or payload is one of these records. */
  async ofRecords(records: readonly string[]): Promise<readonly Capture[]> {
    const { rows } = await sql<{ id: number }>`select id from captures
      where record in (select value from json_each(${JSON.stringify(records)}))
      or payload_record in (select value from json_each(${JSON.stringify(records)}))`.execute(this.db);
    if (rows.length === 0) return [];
    const found = await this.db
      .selectFrom('captures')
      .selectAll()
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
    return found.map(fromRow);
  }

  /** The look at an address whose own record is this one; null where the index knows none. */
  async look({ url, record }: Pick<Capture, 'url' | 'record'>): Promise<Capture | null> {
    const row = await this.db
      .selectFrom('captures')
      .selectAll()
      .where('url', '=', url)
      .where('record', '=', record)
      .orderBy('id')
      .executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  /**
   * The picture of the address that was taken in the same run; where there is none, the last one before it (no new one is
   * taken of a page that did not change), or else the first one after it.
   */
  async picture({ id, runId, url }: Pick<Capture, 'id' | 'runId' | 'url'>): Promise<Capture | null> {
    const row = await this.db
      .selectFrom('captures')
      .selectAll()
      .where('url', '=', url)
      .where('view', '=', 'screenshot')
      .where('sha256', '!=', '')
      .orderBy(sql`run_id = ${runId}`, 'desc')
      .orderBy(sql`id < ${id}`, 'desc')
      .orderBy(sql`abs(id - ${id})`)
      .executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  /**
   * Records of captures that were kept shortly before this one: places from which a file can be read forward to it.
   */
  async before(capture: Pick<Capture, 'id'>): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('captures')
      .select('record')
      .where('id', '<', capture.id)
      .orderBy('id', 'desc')
      .limit(NEARBY)
      .execute();
    return rows.map(({ record }) => record);
  }
}

/** More than end in one transaction. */
const NEARBY = 500;
