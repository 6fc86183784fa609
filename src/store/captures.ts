import { type Kysely, sql } from 'kysely';
import type { Capture, View } from '../model/capture.ts';
import { whyUnread } from '../model/why.ts';
import { fromRow } from './capture-row.ts';
import type { Tables } from './tables.ts';

/** The newest captures of every address, held in memory: an audit asks for thousands of them. */
export interface CaptureIndex {
  /** Captures of the newest run that attempted the URL, by page; empty where none did. */
  get(url: string, view: View): readonly Capture[];
}

/** The `captures` table. A capture 'cancelled' before it was attempted never hides an older one. */
export class CaptureRepository {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** All pages of the newest run that attempted the URL in this view, by page. */
  async latest(url: string, view: View): Promise<readonly Capture[]> {
    const rows = await this.db
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
      .orderBy('id')
      .execute();
    return rows.map(fromRow);
  }

  /** `latest` for all addresses at once. */
  async index(): Promise<CaptureIndex> {
    const rows = await this.db
      .with('newest', (db) =>
        db
          .selectFrom('captures')
          .select(['url', 'view', (query) => query.fn.max('id').as('id')])
          .where('detail', '<>', 'cancelled')
          .groupBy(['url', 'view']),
      )
      .selectFrom('newest')
      .innerJoin('captures as last', 'last.id', 'newest.id')
      .innerJoin('captures', (join) =>
        join
          .onRef('captures.url', '=', 'last.url')
          .onRef('captures.view', '=', 'last.view')
          .onRef('captures.run_id', '=', 'last.run_id'),
      )
      .selectAll('captures')
      .where('captures.detail', '<>', 'cancelled')
      .orderBy('captures.page')
      .orderBy('captures.id')
      .execute();
    const byKey = new Map<string, Capture[]>();
    for (const row of rows) {
      const key = `${row.view} ${row.url}`;
      const list = byKey.get(key);
      if (list) list.push(fromRow(row));
      else byKey.set(key, [fromRow(row)]);
    }
    return { get: (url, view) => byKey.get(`${view} ${url}`) ?? [] };
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
