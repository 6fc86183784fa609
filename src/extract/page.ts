import type { Attachment, Document, ListEntry } from '../model/document.ts';

/** An attachment that a page links to, before anything of it was read. */
export type AttachmentLink = Pick<Attachment, 'url' | 'name' | 'type'>;

/** What one page says of one document; the walk turns it into a `Document` by adding where it stood. */
export interface Article extends Pick<Document, 'title' | 'metadata' | 'dates' | 'body'> {
  readonly attachments: readonly AttachmentLink[];
}

/** An entry with the column that its own address or record names, where it does: news of others is told apart by it. */
export type Listed = ListEntry & { readonly owner?: string };

/** A column's page (first or further list page, raw or rendered) as its reader understood it. */
export type ColumnPage =
  /**
   * Entries, each leading to a page of its own. `entries` may be empty only where the page itself says so (暂无, 共0条),
   * where the list is known to lie at `pager.pages` (a shell), or on a further page. `partial`: in Chinese, why some of
   * this page's own entries could not be made out.
   */
  | {
      readonly kind: 'list';
      readonly entries: readonly Listed[];
      readonly pager: Pager;
      readonly partial?: string;
    }
  /** One or more articles printed on the column's own page. */
  | { readonly kind: 'inline'; readonly articles: readonly [Article, ...Article[]]; readonly pager: Pager }
  /** Nothing that can be understood in the raw page; a script may fill it. */
  | { readonly kind: 'unfilled'; readonly detail: string };

export interface Pager {
  /** URLs of all further list pages that this page makes known, in order, this one excluded. */
  readonly pages: readonly string[];
  /** Those of `pages` that need not exist, or repeat another one, because a site may number its pages from there on. */
  readonly spare?: readonly string[];
  /** Those of `pages` that lie beyond the last page that the site counts; the count may be wrong. */
  readonly beyond?: readonly string[];
  /** The number of this page, from 1, where the page tells it. */
  readonly current?: number | null;
  /** Whether a next page exists, by link or by a button that only a browser can press. */
  readonly hasNext: boolean;
  /** What the page declares, where it does (共 N 条 / 共 M 页). */
  readonly totalEntries: number | null;
  readonly totalPages: number | null;
}
