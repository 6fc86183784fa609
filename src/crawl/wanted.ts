import type { KnownPage, Listing } from '../store/pages.ts';
import type { TaskDraft } from '../store/tasks.ts';
import { type Leads, tasksOf } from './children.ts';
import type { CrawlContext, Errand } from './context.ts';

/** Without the addresses that lie outside the site: nothing is ever asked or remembered of them. */
export function withinSite(leads: Leads, { gate }: Pick<CrawlContext, 'gate'>): Leads {
  return {
    ...leads,
    listPages: leads.listPages.filter((url) => gate.inScope(url)),
    entries: leads.entries?.filter(({ url }) => gate.inScope(url)) ?? null,
    attachments: leads.attachments.filter((url) => gate.inScope(url)),
  };
}

/**
 * The tasks that a page's leads are worth tonight: list pages up to the cap on them; on a night that asks only for what
 * has changed, documents that are new, whose row says something else, or that were not read last time.
 */
export async function wantedOf(leads: Leads, task: Errand, context: CrawlContext): Promise<readonly TaskDraft[]> {
  const { entries } = leads;
  const listPages = await withinCap(leads.listPages, task, context);
  return tasksOf(
    {
      ...leads,
      listPages,
      entries: entries && context.mode === 'changed' ? await changedOnes(entries, context) : entries,
    },
    task,
  );
}

async function withinCap(pages: readonly string[], task: Errand, context: CrawlContext): Promise<readonly string[]> {
  if (pages.length === 0) return pages;
  const { runId, plan, store } = context;
  const room = plan.crawl.caps.listPages - 1 - (await store.tasks.listPages(runId, task.column));
  return pages.slice(0, Math.max(0, room));
}

type Entry = Listing['entries'][number];

async function changedOnes(entries: readonly Entry[], { store }: CrawlContext): Promise<readonly Entry[]> {
  const known = await store.pages.known(entries.map(({ url }) => url));
  return entries.filter((entry) => isNews(entry, known.get(entry.url)));
}

function isNews({ title, published }: Entry, known: KnownPage | undefined): boolean {
  if (!known?.readable || known.state !== 'live') return true;
  return known.title !== title || known.published !== published;
}
