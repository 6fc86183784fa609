import type { ColumnPage, Listed } from './page.ts';

/**
 * Tells entries of the column from news of others that a site fills a page up with, where entries name their column.
 * Only a first page whose entries all name one and the same says which that is: a parent column lists its children's.
 */
export class ListOwners {
  private owner: string | null = null;
  private learnt = false;

  /** Takes the first page that has entries as the column's own. */
  learn(entries: readonly Listed[]): void {
    const [first] = entries;
    if (this.learnt || !first) return;
    this.learnt = true;
    if (first.owner !== undefined && entries.every(({ owner }) => owner === first.owner)) this.owner = first.owner;
  }

  /** A further page without the entries of others; the same page where there are none. */
  ownPart(page: ColumnPage): ColumnPage {
    if (page.kind !== 'list' || this.owner === null) return page;
    const entries = page.entries.filter(({ owner }) => owner === this.owner);
    return entries.length === page.entries.length ? page : { ...page, entries };
  }
}
