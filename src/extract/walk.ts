import type { OpenedCapture } from '../model/capture.ts';
import type { ColumnFacts, Document, Gap, ListEntry } from '../model/document.ts';
import { type Ref, refOf } from '../model/evidence.ts';
import type { Column, Site } from '../model/plan.ts';
import { whyUnread } from '../model/why.ts';
import { isWithinHosts } from './links.ts';
import type { Lookup } from './lookup.ts';
import type { ColumnPage, Pager } from './page.ts';
import { needsBrowser, readColumnPage } from './read.ts';
import { documentOfArticle, documentOfEntry } from './walk-document.ts';

export type { Lookup };

/**
 * Replays the reading of a column over stored captures: its list pages, then every document and attachment. What could
 * not be read or understood becomes a gap or a reading that is not ok, never an absence.
 */
export async function walkColumn(column: Column, site: Site, lookup: Lookup): Promise<ColumnFacts> {
  const walk = new ListWalk(column, site, lookup);
  await walk.run();
  const documents: Document[] = [];
  for (const found of walk.found) {
    documents.push(
      'entry' in found
        ? await documentOfEntry(column, site, lookup, found.entry, found.ref)
        : await documentOfArticle(column, site, lookup, found.article, found.number, found.ref),
    );
  }
  return { column, documents, gaps: walk.gaps, refs: walk.refs };
}

type Article = Extract<ColumnPage, { kind: 'inline' }>['articles'][number];
type Found =
  | { readonly entry: ListEntry; readonly ref: Ref }
  | { readonly article: Article; readonly number: number; readonly ref: Ref };

/** The lists of one column, page by page. */
class ListWalk {
  readonly found: Found[] = [];
  readonly gaps: Gap[] = [];
  readonly refs: Ref[] = [];
  private readonly entries = new Set<string>();
  private readonly visited = new Set<string>();
  private readonly column: Column;
  private readonly site: Site;
  private readonly lookup: Lookup;
  private inline = 0;
  private pagesRead = 0;
  private totalEntries = 0;
  private totalPages = 0;

  constructor(column: Column, site: Site, lookup: Lookup) {
    this.column = column;
    this.site = site;
    this.lookup = lookup;
  }

  async run(): Promise<void> {
    const { url } = this.column;
    this.visited.add(url);
    const [capture] = await this.lookup(url, 'http');
    if (!capture) return this.gap(url, 'not-fetched', '栏目页面尚未抓取', null);
    const unrendered = capture.result.tag === 'responded' && capture.result.judgement === 'unrendered';
    if (!unrendered && !this.isReadable(capture)) return;
    const page = unrendered
      ? ({ kind: 'unfilled', detail: '栏目内容由脚本加载' } as const)
      : readColumnPage(capture, this.site);
    if (needsBrowser(page)) await this.readRendered(capture, page);
    else await this.readPages(capture, page);
    this.checkTotals();
  }

  /** Server-made lists: this page, and every page that it and those after it make known. */
  private async readPages(first: OpenedCapture, firstPage: ColumnPage): Promise<void> {
    const queue: string[] = [];
    this.visited.add(first.finalUrl);
    const take = (capture: OpenedCapture, page: ColumnPage): void => {
      const pager = this.take(capture, page);
      if (!pager) return;
      if (pager.hasNext && pager.pages.length === 0) this.turnGap(capture);
      for (const url of pager.pages) {
        if (this.visited.has(url)) continue;
        this.visited.add(url);
        queue.push(url);
      }
    };
    take(first, firstPage);
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const [capture] = await this.lookup(url, 'http');
      if (!capture) this.gap(url, 'not-fetched', '栏目分页尚未抓取', null);
      else if (this.isReadable(capture)) {
        const known = this.entries.size;
        take(capture, readColumnPage(capture, this.site));
        // Some sites answer with the first page, whatever page is asked for.
        if (this.entries.size === known)
          this.gap(capture.url, 'unreadable-list', '栏目分页没有新内容，可能未翻到该页', refOf(capture));
      }
    }
  }

  /** Script-made lists: the pages that a browser turned to, in order. */
  private async readRendered(http: OpenedCapture, page: ColumnPage): Promise<void> {
    const captures = await this.lookup(this.column.url, 'rendered');
    if (captures.length === 0) {
      if (page.kind === 'unfilled') return this.gap(http.url, 'unreadable-list', page.detail, refOf(http));
      this.take(http, page);
      return this.turnGap(http);
    }
    // What the raw page holds is read too: its entries are evidence even where the browser failed.
    if (page.kind !== 'unfilled') {
      this.take(http, page);
      this.pagesRead -= 1;
    }
    let last: { capture: OpenedCapture; pager: Pager } | null = null;
    for (const capture of captures) {
      if (!this.isReadable(capture)) continue;
      const pager = this.take(capture, readColumnPage(capture, this.site));
      if (pager) last = { capture, pager };
    }
    if (last?.pager.hasNext) this.turnGap(last.capture);
  }

  private take(capture: OpenedCapture, page: ColumnPage): Pager | null {
    if (page.kind === 'unfilled') {
      this.gap(capture.url, 'unreadable-list', page.detail, refOf(capture));
      return null;
    }
    this.pagesRead += 1;
    const titles = page.kind === 'list' ? page.entries : page.articles;
    const ref = refOf(capture, titles[0]?.title ?? '栏目显示暂无信息');
    this.refs.push(ref);
    if (page.kind === 'list') for (const entry of page.entries) this.takeEntry(entry, capture);
    else this.takeArticles(page.articles, capture);
    this.totalEntries = Math.max(this.totalEntries, page.pager.totalEntries ?? 0);
    this.totalPages = Math.max(this.totalPages, page.pager.totalPages ?? 0);
    return page.pager;
  }

  private takeEntry(entry: ListEntry, capture: OpenedCapture): void {
    if (this.entries.has(entry.url)) return;
    this.entries.add(entry.url);
    this.found.push({ entry, ref: refOf(capture, entry.title) });
  }

  private takeArticles(articles: readonly Article[], capture: OpenedCapture): void {
    for (const article of articles) {
      const key = `${article.title}\n${article.dates[0]?.date ?? ''}\n${article.body.ok ? article.body.value.text : ''}`;
      if (this.entries.has(key)) continue;
      this.entries.add(key);
      this.inline += 1;
      this.found.push({ article, number: this.inline, ref: refOf(capture, article.title) });
    }
  }

  private isReadable(capture: OpenedCapture): boolean {
    const why = whyUnread(capture.result);
    if (why) this.gap(capture.url, why, '栏目页面未能读取', refOf(capture));
    else if (!isWithinHosts(capture.finalUrl, this.site.hosts))
      this.gap(capture.url, 'out-of-scope', `栏目页面跳转到规定网站范围之外：${capture.finalUrl}`, refOf(capture));
    else return true;
    return false;
  }

  private checkTotals(): void {
    const [first] = this.refs;
    if (!first) return;
    const read = this.entries.size;
    if (read < this.totalEntries)
      this.gap(this.column.url, 'unreadable-list', `栏目显示共${this.totalEntries}条，实际读到${read}条`, first);
    else if (this.gaps.length === 0 && this.pagesRead < this.totalPages && this.totalEntries === 0)
      this.gap(
        this.column.url,
        'unreadable-list',
        `栏目显示共${this.totalPages}页，实际读到${this.pagesRead}页`,
        first,
      );
  }

  private turnGap(capture: OpenedCapture): void {
    this.gap(capture.url, 'unreadable-list', '栏目还有下一页，但未能翻到', refOf(capture));
  }

  private gap(url: string, why: Gap['why'], detail: string, ref: Ref | null): void {
    this.gaps.push({ url, why, detail, ref });
  }
}
