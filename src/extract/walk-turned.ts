import type { Gap } from '../model/document.ts';
import type { ColumnPage, Pager } from './page.ts';

interface Totals {
  readonly entries: number;
  readonly pages: number;
  /** Entries read. */
  readonly read: number;
}

/**
 * Further list pages that may rightly hold nothing: those that a site may number differently, those beyond the last
 * page it counts, and a last page that says itself that it is empty. Whether they are gaps is known only at the end.
 */
export class TurnedPages {
  private readonly spare = new Set<string>();
  private readonly beyond = new Set<string>();
  private readonly doubts: Gap[] = [];
  /** How many rows each page had that brought something new. */
  private readonly rows: number[] = [];
  /** A page after a doubtful one brought something, so that one was not beyond the end. */
  private wentOn = false;

  expect({ spare = [], beyond = [] }: Pick<Pager, 'spare' | 'beyond'>): void {
    for (const url of spare) this.spare.add(url);
    for (const url of beyond) this.beyond.add(url);
  }

  isSpare(url: string): boolean {
    return this.spare.has(url) || this.beyond.has(url);
  }

  brought(page: ColumnPage): void {
    if (this.doubts.length > 0) this.wentOn = true;
    if (page.kind === 'list') this.rows.push(page.entries.length);
    else if (page.kind === 'inline') this.rows.push(page.articles.length);
  }

  doubt(gap: Gap): void {
    this.doubts.push(gap);
  }

  /**
   * The doubtful pages that stay gaps. They do not where exactly as many entries were read as the site counts; a page
   * numbered otherwise not where all pages counted were read, and one beyond the last not where, in addition, that one
   * is shorter than the first: a count alone may be wrong.
   */
  unsettled({ entries, pages, read }: Totals): readonly Gap[] {
    // Where only the first of several pages brought anything, a site may count the rows of each page by itself.
    const isOfPage = this.rows.length === 1 && (pages > 1 || this.beyond.size > 0);
    if (entries > 0 && entries === read && !isOfPage) return [];
    const isWhole = entries === 0 && pages > 0 && this.rows.length >= pages;
    const [first = 0] = this.rows;
    const ends = isWhole && !this.wentOn && this.rows.length === pages && (this.rows.at(-1) ?? 0) < first;
    return this.doubts.filter(({ url }) => !(isWhole && this.spare.has(url)) && !(ends && this.beyond.has(url)));
  }
}

/** Whether a page of a list says itself that it has no rows. */
export const isEmptyPage = (page: ColumnPage): boolean => page.kind === 'list' && page.entries.length === 0;

/** Whether a list is not on this page but on those that it names: a shell, such as a frame around another page. */
export const isShell = (page: ColumnPage): boolean =>
  page.kind === 'list' && page.entries.length === 0 && page.pager.pages.length > 0;
