import { createHash } from 'node:crypto';
import { type Insertable, type Kysely, sql } from 'kysely';
import { BUCKETS, type Listing, type PageLook } from './pages.ts';
import { RowStatement } from './row-statement.ts';
import type { Tables } from './tables.ts';

/** Writes what looks and lists teach of addresses; part of a commit. */
export class Learning {
  private readonly read: RowStatement<PageRow>;
  private readonly unread: RowStatement<PageRow>;
  private readonly listed: RowStatement<PageRow>;
  private readonly listings: RowStatement<Tables['listings']>;

  constructor(db: Kysely<Tables>) {
    const upsert = (columns: readonly string[]) => (rows: readonly PageRow[]) =>
      db
        .insertInto('pages')
        .values(rows)
        .onConflict((conflict) => conflict.column('url').doUpdateSet((row) => taken(row, columns)));
    this.read = new RowStatement(upsert([...LOOK, ...PAYLOAD]));
    this.unread = new RowStatement(upsert(LOOK));
    this.listed = new RowStatement((rows) =>
      db
        .insertInto('pages')
        .values(rows)
        .onConflict((conflict) =>
          conflict.column('url').doUpdateSet((row) => ({
            ...taken(row, ['title', 'published']),
            // A row that says something else asks for a look, also where this run ends before it has one.
            readable: sql<number>`case when pages.title <> excluded.title or pages.published <> excluded.published
              then 0 else pages.readable end`,
            state: sql<string>`case when pages.state in ('unlisted', 'moved') then 'live' else pages.state end`,
          })),
        ),
    );
    this.listings = new RowStatement((rows) =>
      db
        .insertInto('listings')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing()),
    );
  }

  async run(
    tx: Kysely<Tables>,
    runId: string,
    looks: readonly PageLook[],
    listings: readonly Listing[],
  ): Promise<void> {
    for (const listing of listings) await this.list(tx, runId, listing);
    const rows = (wanted: boolean) =>
      looks.filter(({ payload }) => (payload !== null) === wanted).map((look) => lookRow(look, runId));
    await this.read.run(tx, rows(true));
    await this.unread.run(tx, rows(false));
  }

  private async list(tx: Kysely<Tables>, runId: string, listing: Listing): Promise<void> {
    const { listUrl, view, unit, column, whole, entries } = listing;
    if (whole) await tx.deleteFrom('listings').where('list_url', '=', listUrl).where('view', '=', view).execute();
    await this.listings.run(
      tx,
      entries.map(({ url }) => ({ list_url: listUrl, view, url })),
    );
    await this.listed.run(
      tx,
      entries.map(({ url, title, published }) => ({
        ...{ url, kind: 'document', unit, column_url: column, bucket: bucketOf(url), first_run: runId },
        ...{ title, published, ...UNSEEN },
      })),
    );
  }
}

type PageRow = Insertable<Tables['pages']>;

const LOOK = ['state', 'absences', 'readable', 'absent_on'] as const;
const PAYLOAD = [
  ...(['final_url', 'content_type', 'captured_at', 'sha256', 'record'] as const),
  ...(['etag', 'last_modified', 'list_pages', 'rendered'] as const),
] as const;

/** The columns that a row which is there already takes from the one that was to be inserted. */
const taken = (row: { ref(name: never): unknown }, columns: readonly string[]): Record<string, never> =>
  Object.fromEntries(columns.map((column) => [column, row.ref(`excluded.${column}` as never) as never]));

/** An address that a list names and nobody has looked at. */
const UNSEEN = {
  ...{ state: 'live', absences: 0, absent_on: '', readable: 0, final_url: '', content_type: '' },
  ...{ captured_at: '', sha256: '', record: '', etag: '', last_modified: '', list_pages: '[]', rendered: 0 },
} as const;

function lookRow(look: PageLook, runId: string): PageRow {
  const { url, kind, unit, column, state, absences, absentOn, readable, payload } = look;
  return {
    ...{ url, kind, unit, column_url: column, bucket: bucketOf(url), first_run: runId, title: '', published: '' },
    ...UNSEEN,
    ...{ state, absences, absent_on: absentOn, readable: readable ? 1 : 0 },
    ...(payload && {
      final_url: payload.finalUrl,
      content_type: payload.contentType,
      captured_at: payload.capturedAt,
      sha256: payload.sha256,
      record: payload.record,
      etag: payload.etag,
      last_modified: payload.lastModified,
      list_pages: JSON.stringify(payload.listPages),
      rendered: payload.rendered ? 1 : 0,
    }),
  };
}

const bucketOf = (url: string): number => createHash('sha1').update(url).digest().readUInt32BE() % BUCKETS;
