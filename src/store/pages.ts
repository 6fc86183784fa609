import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from './tables.ts';
import type { TaskDraft, TaskKind } from './tasks.ts';

/**
 * What became of an address. `missing`: not there at the last look. `gone`: not there on several days in a row.
 * `unlisted`: no list names it any more. `moved`: the same document stands at another address now.
 */
export type PageState = 'live' | 'missing' | 'gone' | 'unlisted' | 'moved';

/** The last readable look at an address by plain HTTP: what to ask with next time, and where the payload lies. */
export interface PagePayload {
  readonly finalUrl: string;
  readonly contentType: string;
  /** ISO instant, UTC, of the look whose record holds the payload. */
  readonly capturedAt: string;
  readonly sha256: string;
  readonly record: string;
  readonly etag: string;
  readonly lastModified: string;
  /** Further list pages that it makes known, and whether its list needs a browser. */
  readonly listPages: readonly string[];
  readonly rendered: boolean;
}

export interface KnownPage {
  readonly url: string;
  readonly state: PageState;
  /** Days in a row on which it was not there, and the last of them (YYYY-MM-DD in UTC; '' for none). */
  readonly absences: number;
  readonly absentOn: string;
  /** Whether the last look could be read. */
  readonly readable: boolean;
  /** As the list that named it last has them; '' where none does. */
  readonly title: string;
  readonly published: string;
  /** Null before any readable look. */
  readonly payload: PagePayload | null;
}

/** What a look at an address teaches. `payload` null: nothing new of what it holds. */
export interface PageLook extends Pick<TaskDraft, 'url' | 'unit' | 'column'> {
  readonly kind: TaskKind;
  readonly state: PageState;
  readonly absences: number;
  readonly absentOn: string;
  readonly readable: boolean;
  readonly payload: PagePayload | null;
}

/** Entries of one list page as now read. */
export interface Listing {
  readonly listUrl: string;
  readonly view: 'http' | 'rendered';
  readonly unit: string;
  readonly column: string;
  /** Whether these are all of its entries: then they replace what was known of it, else they are added. */
  readonly whole: boolean;
  readonly entries: readonly { readonly url: string; readonly title: string; readonly published: string }[];
}

/** How many nights may pass between looks at documents that no list shows to have changed, by their age in days. */
const LOOK_EVERY = { young: 6, ofTheYear: 15, older: 60 } as const;
const YOUNG_DAYS = 30;
const YEAR_DAYS = 365;
/** Addresses are spread over so many buckets; divisible by all of the above. */
export const BUCKETS = 5040;
const DAY_MS = 86_400_000;

export class PageRepository {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** What is known of these addresses, by address. */
  async known(urls: readonly string[]): Promise<ReadonlyMap<string, KnownPage>> {
    if (urls.length === 0) return new Map();
    const rows = await this.db.selectFrom('pages').selectAll().where('url', 'in', urls).execute();
    return new Map(rows.map((row) => [row.url, fromRow(row)]));
  }

  /**
   * Documents and files of these columns to be looked at tonight whatever the lists say: those that could not be read
   * or were not there last time, and a share of the others, so that an edit without a trace in its list is found.
   * @param night decides which share
   * @param now ISO instant, UTC
   */
  async due(columns: readonly string[], night: number, now: string): Promise<readonly TaskDraft[]> {
    const daysAgo = (days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString().slice(0, 10);
    const turn = (every: number) => sql<boolean>`bucket % ${every} = ${night % every}`;
    const rows = await this.db
      .selectFrom('pages')
      .select(['url', 'kind', 'unit', 'column_url'])
      .where('column_url', 'in', columns)
      .where('kind', 'in', ['document', 'attachment'])
      .where((when) =>
        when.or([
          when.and([when('state', '=', 'live'), when('readable', '=', 0)]),
          when('state', 'in', ['missing', 'gone']),
          when.and([
            when('state', '=', 'live'),
            when.or([
              when.and([when('published', '>=', daysAgo(YOUNG_DAYS)), turn(LOOK_EVERY.young)]),
              when.and([when('published', '>=', daysAgo(YEAR_DAYS)), turn(LOOK_EVERY.ofTheYear)]),
              turn(LOOK_EVERY.older),
            ]),
          ]),
        ]),
      )
      .execute();
    return rows.map(({ url, kind, unit, column_url }) => ({ url, kind: kind as TaskKind, unit, column: column_url }));
  }
}

function fromRow(row: Selectable<Tables['pages']>): KnownPage {
  return {
    url: row.url,
    state: row.state as PageState,
    absences: row.absences,
    absentOn: row.absent_on,
    readable: row.readable === 1,
    title: row.title,
    published: row.published,
    payload:
      row.record === ''
        ? null
        : {
            finalUrl: row.final_url,
            contentType: row.content_type,
            capturedAt: row.captured_at,
            sha256: row.sha256,
            record: row.record,
            etag: row.etag,
            lastModified: row.last_modified,
            listPages: JSON.parse(row.list_pages) as string[],
            rendered: row.rendered === 1,
          },
  };
}
