import type { Article, ColumnPage } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';

/** What one content management system knows of its own pages. Both readers are pure. */
export interface Family {
  /** Whether this page was plainly made by this system; asked only where the plan says `auto`. */
  recognises(page: ParsedPage): boolean;
  readColumnPage(page: ParsedPage): ColumnPage;
  readArticlePage(page: ParsedPage): Article | { readonly unparsed: string };
}
