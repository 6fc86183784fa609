import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * What can happen to an address from one night to the next. `added`: a list names it for the first time. `changed`:
 * what it says differs. `missing`: not there; `gone`: not there on several nights. `returned`: there again. `unlisted`:
 * no list names it any more. `moved`: the same document stands at the address in `detail`.
 */
export const PAGE_EVENTS = ['added', 'changed', 'missing', 'gone', 'returned', 'unlisted', 'moved'] as const;
export type PageEventKind = (typeof PAGE_EVENTS)[number];

export interface PageEvent {
  readonly url: string;
  readonly unit: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly kind: PageEventKind;
  /** Title of the document, what of it changed, or where it moved to. */
  readonly detail: string;
  /** The record of the look that showed it; '' where a list showed it. */
  readonly record: string;
}

/** The history of addresses over the nights. */
export class PageEventRepository {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** What happened to one address, oldest first. */
  async of(url: string): Promise<readonly PageEvent[]> {
    const rows = await this.db.selectFrom('page_events').selectAll().where('url', '=', url).orderBy('id').execute();
    return rows.map(fromRow);
  }

  async countsIn(runId: string): Promise<Readonly<Record<PageEventKind, number>>> {
    const rows = await this.db
      .selectFrom('page_events')
      .select(['kind', sql<number>`count(*)`.as('count')])
      .where('run_id', '=', runId)
      .groupBy('kind')
      .execute();
    const counts = Object.fromEntries(PAGE_EVENTS.map((kind) => [kind, 0])) as Record<PageEventKind, number>;
    for (const { kind, count } of rows) counts[kind as PageEventKind] = count;
    return counts;
  }
}

export async function insertEvents(db: Kysely<Tables>, runId: string, events: readonly PageEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('page_events')
    .values(events.map((event) => ({ run_id: runId, ...event })))
    .execute();
}

const fromRow = ({ url, unit, at, kind, detail, record }: PageEvent | Record<keyof PageEvent, string>): PageEvent => ({
  ...{ url, unit, at, detail, record },
  kind: kind as PageEventKind,
});
