import type { KnownPage, Listing } from '../store/pages.ts';
import type { TaskDraft } from '../store/tasks.ts';
import { type Leads, tasksOf } from './children.ts';
import type { CrawlContext, Errand } from './context.ts';

/**
 * The tasks that a page's leads are worth tonight: those within the site and the cap on list pages; on a night that
 * asks only for what has changed, documents that are new, whose row says something else, or that were not read last time.
 */
export async function wantedOf(leads: Leads, task: Errand, context: CrawlContext): Promise<readonly TaskDraft[]> {
  const { gate, mode } = context;
  const entries = leads.entries?.filter(({ url }) => gate.inScope(url)) ?? null;
  const inScope = {
    ...leads,
    listPages: await withinCap(
      leads.listPages.filter((url) => gate.inScope(url)),
      task,
      context,
    ),
    entries: entries && mode === 'changed' ? await changedOnes(entries, context) : entries,
    attachments: leads.attachments.filter((url) => gate.inScope(url)),
  };
  return tasksOf(inScope, task);
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
