import type { OpenedCapture } from '../model/capture.ts';
import type { Site } from '../model/plan.ts';
import { familyOf } from './families/index.ts';
import type { Article, ColumnPage } from './page.ts';
import { openPage } from './parsed-page.ts';

/**
 * What a column's page says: its list, the articles printed on it, or nothing that can be understood.
 * Expects a readable capture of view `http` or `rendered`; never throws on odd markup.
 */
export function readColumnPage(capture: OpenedCapture, site: Site): ColumnPage {
  const page = openPage(capture, site);
  return familyOf(page).readColumnPage(page);
}

/** The article on a document's own page, or in Chinese why none could be made out. */
export function readArticlePage(capture: OpenedCapture, site: Site): Article | { readonly unparsed: string } {
  const page = openPage(capture, site);
  return familyOf(page).readArticlePage(page);
}

/** Whether only a browser can show the column: its list is filled, or turned over, by script. */
export function needsBrowser(page: ColumnPage): boolean {
  return page.kind === 'unfilled' || (page.pager.hasNext && page.pager.pages.length === 0);
}
