import { CompiledQuery, type Kysely, type Selectable, sql } from 'kysely';
import type { Capture, View } from '../model/capture.ts';
import { whyUnread } from '../model/why.ts';
import { fromRow } from './capture-row.ts';
import type { Tables } from './tables.ts';

/** The `captures` table. A capture 'cancelled' before it was attempted never hides an older one. */
export class CaptureRepository {
  private readonly db: Kysely<Tables>;
  private latestQuery: CompiledQuery | null = null;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** All pages of the newest run that attempted the URL in this view, by page; empty where none did. */
  async latest(url: string, view: View): Promise<readonly Capture[]> {
    // An audit asks a hundred thousand times: the text is made once.
    this.latestQuery ??= latestQuery(this.db, URL_PLACE, VIEW_PLACE).compile();
    const { sql: text, parameters } = this.latestQuery;
    const values = parameters.map((value) => (value === URL_PLACE ? url : value === VIEW_PLACE ? view : value));
    const query = CompiledQuery.raw(text, values);
    const { rows } = await this.db.executeQuery<Selectable<Tables['captures']>>(query);
    return rows.map(fromRow);
  }

  /** The capture of a URL by plain HTTP in one run, if there is one. */
  async inRun(runId: string, url: string): Promise<Capture | null> {
    const row = await this.db
      .selectFrom('captures')
      .selectAll()
      .where('run_id', '=', runId)
      .where('url', '=', url)
      .where('view', '=', 'http')
      .executeTakeFirst();
    return row ? fromRow(row) : null;
  }

  /** How many captures there are, of all runs and views; none is ever deleted. */
  async size(): Promise<number> {
    const query = this.db.selectFrom('captures').select((select) => select.fn.max('id').as('newest'));
    return (await query.executeTakeFirst())?.newest ?? 0;
  }

  /** ISO instant, UTC, of the newest capture; null before any. */
  async newestAt(): Promise<string | null> {
    // Those that end together are kept in any order.
    const last = this.db.selectFrom('captures').select('captured_at').orderBy('id', 'desc').limit(TOGETHER).as('last');
    const query = this.db.selectFrom(last).select((select) => select.fn.max<string | null>('captured_at').as('at'));
    return (await query.executeTakeFirstOrThrow()).at;
  }

  /** Pages and files asked for in a run, and how many of them could not be read. Pictures and subrequests do not count. */
  async counts(runId: string): Promise<{ readonly captures: number; readonly unreadable: number }> {
    const rows = await this.db
      .selectFrom('captures')
      .select(['tag', 'status', 'detail', sql<number>`count(*)`.as('count')])
      .where('run_id', '=', runId)
      .where('view', 'in', ['http', 'rendered'])
      .groupBy(['tag', 'status', 'detail'])
      .execute();
    let captures = 0;
    let unreadable = 0;
    for (const { tag, status, detail, count } of rows) {
      captures += count;
      const { result } = fromRow({ ...BLANK, tag, status, detail });
      if (whyUnread(result)) unreadable += count;
    }
    return { captures, unreadable };
  }

  /** Captures of pages that a browser rendered in a run, first pages only; not those for which there was no browser. */
  async renderedIn(runId: string): Promise<number> {
    const { count } = await this.db
      .selectFrom('captures')
      .select((query) => query.fn.countAll<number>().as('count'))
      .where('run_id', '=', runId)
      .where('view', '=', 'rendered')
      .where('page', '=', 1)
      .where('sha256', '!=', '')
      .executeTakeFirstOrThrow();
    return count;
  }
}

/** More captures than are under way at once. */
const TOGETHER = 1000;

/** Stand for the values in a query that is made once. */
const URL_PLACE = ':url';
const VIEW_PLACE = ':view';

const latestQuery = (db: Kysely<Tables>, url: string, view: string) =>
  db
    .selectFrom('captures')
    .selectAll()
    .where('url', '=', url)
    .where('view', '=', view)
    .where('detail', '<>', 'cancelled')
    .where('run_id', '=', (query) =>
      query
        .selectFrom('captures')
        .select('run_id')
        .where('url', '=', url)
        .where('view', '=', view)
        .where('detail', '<>', 'cancelled')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .orderBy('page')
    .orderBy('id');

const BLANK = {
  id: 0,
  run_id: '',
  url: '',
  final_url: '',
  view: 'http',
  page: 1,
  captured_at: '',
  content_type: '',
  sha256: '',
  record: '',
  payload_record: '',
};
