import { type Kysely, sql } from 'kysely';
import { insertEvents, type PageEvent } from './page-events.ts';
import type { Tables } from './tables.ts';
import type { TaskDraft } from './tasks.ts';

/** What is compared: a run whose lists have all been looked at, and the columns it looked at. */
export interface Reconciled {
  readonly runId: string;
  readonly columns: readonly string[];
  /** ISO instant, UTC. */
  readonly at: string;
}

/**
 * Documents that no list names any more, where every list page of their column was read this time: they become
 * `unlisted`, and are returned to be looked at once more. A column of which any page could not be read loses nothing.
 */
export async function unlist(db: Kysely<Tables>, { runId, columns, at }: Reconciled): Promise<readonly TaskDraft[]> {
  const whole = await wholeColumns(db, runId, columns);
  if (whole.length === 0) return [];
  return db.transaction().execute(async (tx) => {
    await forgetVanishedLists(tx, runId, whole);
    const lost = await tx
      .selectFrom('pages')
      .select(['url', 'unit', 'column_url', 'title'])
      .where('kind', '=', 'document')
      .where('column_url', 'in', whole)
      .where('state', 'in', ['live', 'missing'])
      .where('title', '<>', '')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('listings').select('listings.url').whereRef('listings.url', '=', 'pages.url'))),
      )
      .execute();
    for (const { url } of lost)
      await tx.updateTable('pages').set({ state: 'unlisted' }).where('url', '=', url).execute();
    const events = lost.map(
      ({ url, unit, title }): PageEvent => ({ url, unit, at, kind: 'unlisted', detail: title, record: '' }),
    );
    await insertEvents(tx, runId, events);
    return lost.map(({ url, unit, column_url }): TaskDraft => ({ kind: 'document', url, unit, column: column_url }));
  });
}

/**
 * Notes the documents that lists name for the first time, and which of them are old ones at a new address; part of a
 * run's end.
 */
export async function noteArrivals(tx: Kysely<Tables>, { runId, columns, at }: Reconciled): Promise<void> {
  const arrived = await tx
    .selectFrom('pages')
    .select(['url', 'unit', 'title', 'record', 'readable'])
    .where('first_run', '=', runId)
    .where('kind', '=', 'document')
    .where('column_url', 'in', columns)
    .where('title', '<>', '')
    .execute();
  const left = await tx
    .selectFrom('page_events')
    .innerJoin('pages', 'pages.url', 'page_events.url')
    .select(['pages.url', 'pages.unit', 'pages.title'])
    .distinct()
    .where('page_events.run_id', '=', runId)
    .where('page_events.kind', 'in', ['unlisted', 'missing', 'gone'])
    .where('pages.state', 'in', ['unlisted', 'missing', 'gone'])
    .execute();
  const byTitle = new Map(arrived.filter(({ readable }) => readable === 1).map((page) => [keyOf(page), page]));
  const events: PageEvent[] = [];
  for (const page of left) {
    const to = byTitle.get(keyOf(page));
    if (!to) continue;
    await tx.updateTable('pages').set({ state: 'moved' }).where('url', '=', page.url).execute();
    events.push({ url: page.url, unit: page.unit, at, kind: 'moved', detail: to.url, record: to.record });
  }
  for (const { url, unit, title, record } of arrived)
    events.push({ url, unit, at, kind: 'added', detail: title, record });
  await insertEvents(tx, runId, events);
}

const keyOf = ({ unit, title }: { unit: string; title: string }): string => `${unit}\n${title.replace(/\s/g, '')}`;

/** Columns of which every list page could be read in this run. */
async function wholeColumns(db: Kysely<Tables>, runId: string, columns: readonly string[]): Promise<string[]> {
  const broken = await db
    .selectFrom('tasks')
    .leftJoin('captures', (join) =>
      join.onRef('captures.run_id', '=', 'tasks.run_id').onRef('captures.url', '=', 'tasks.url'),
    )
    .select('tasks.column_url')
    .distinct()
    .where('tasks.run_id', '=', runId)
    .where('tasks.kind', 'in', ['column', 'list-page', 'render'])
    .where((when) =>
      when.or([
        when('captures.id', 'is', null),
        // A raw page may be an empty shell where a browser then reads the list.
        when.and([when('captures.view', '=', 'http'), when('captures.detail', 'not in', ['ok', 'unrendered'])]),
        when.and([when('captures.view', '=', 'rendered'), when('captures.detail', '<>', 'ok')]),
      ]),
    )
    .execute();
  const bad = new Set(broken.map(({ column_url }) => column_url));
  return columns.filter((column) => !bad.has(column));
}

/** List pages that the run was not led to any more name nothing now, unless another run saw them since it began. */
async function forgetVanishedLists(tx: Kysely<Tables>, runId: string, columns: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('listings')
    .where('view', '=', 'http')
    .where('list_url', 'in', (query) =>
      query
        .selectFrom('pages')
        .select('url')
        .where('kind', '=', 'list-page')
        .where('column_url', 'in', columns)
        .where(sql<boolean>`not exists (select 1 from tasks where tasks.run_id = ${runId} and tasks.url = pages.url)`)
        .where(
          sql<boolean>`not exists (select 1 from captures where captures.url = pages.url and captures.view = 'http'
            and captures.captured_at >= (select started_at from runs where id = ${runId}))`,
        ),
    )
    .execute();
}
