import type { Capture } from '../model/capture.ts';
import type { ColumnFacts, Document, Gap, ListEntry } from '../model/document.ts';
import { type Ref, refOf } from '../model/evidence.ts';
import type { Column, Site } from '../model/plan.ts';
import { whyUnread } from '../model/why.ts';
import { isWithinHosts } from './links.ts';
import { type LookedUp, type Lookup, readCapture } from './lookup.ts';
import type { ColumnPage, Pager } from './page.ts';
import { otherNumbering } from './pager-scripted.ts';
import { needsBrowser, readColumnPage } from './read.ts';
import { documentOfArticle, documentOfEntry } from './walk-document.ts';
import { ListOwners } from './walk-owners.ts';
import { ColumnPlace } from './walk-place.ts';
import { isEmptyPage, isShell, TurnedPages } from './walk-turned.ts';

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
  private readonly place: ColumnPlace;
  private readonly owners = new ListOwners();
  private readonly turned = new TurnedPages();
  private inline = 0;
  private pagesRead = 0;
  private totalEntries = 0;
  private totalPages = 0;

  constructor(column: Column, site: Site, lookup: Lookup) {
    this.column = column;
    this.site = site;
    this.lookup = lookup;
    this.place = new ColumnPlace(column.url);
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
      : await this.readPage(capture);
    if (needsBrowser(page)) await this.readRendered(capture, page);
    else await this.readPages(capture, page);
    this.checkTotals();
  }

  /** Server-made lists: this page, and every page that it and those after it make known. */
  private async readPages(first: Capture, firstPage: ColumnPage): Promise<void> {
    const queue: string[] = [];
    const add = (url: string): void => {
      if (this.visited.has(url)) return;
      this.visited.add(url);
      queue.push(url);
    };
    this.visited.add(first.finalUrl);
    const take = (capture: Capture, page: ColumnPage): void => {
      const pager = this.take(capture, page);
      if (!pager) return;
      if (pager.hasNext && pager.pages.length === 0) this.turnGap(capture);
      this.turned.expect(pager);
      for (const url of pager.pages) add(url);
    };
    take(first, firstPage);
    this.turned.brought(firstPage);
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const [capture] = await this.lookup(url, 'http');
      if (!capture) this.gap(url, 'not-fetched', '栏目分页尚未抓取', null);
      else if (this.turned.isSpare(url) && isNothing(capture)) {
        this.turned.doubt({ url, why: 'not-found', detail: '栏目分页不存在', ref: refOf(capture) });
        const others = otherNumbering(url);
        this.turned.expect({ spare: others });
        for (const other of others) add(other);
      } else if (this.isReadable(capture)) this.takeTurned(capture, await this.readPage(capture), take);
    }
  }

  /** A further page counts where it brings something new that is the column's own. */
  private takeTurned(capture: Capture, read: ColumnPage, take: (capture: Capture, page: ColumnPage) => void): void {
    const page = this.owners.ownPart(read);
    const { url } = capture;
    const doubt = (detail: string): Gap => ({ url, why: 'unreadable-list', detail, ref: refOf(capture) });
    const judge = (gap: Gap): void => {
      if (this.turned.isSpare(url) || isEmptyPage(page)) this.turned.doubt(gap);
      else this.gaps.push(gap);
    };
    if (page !== read) judge(doubt('栏目分页混有其他栏目的信息'));
    if (page.kind === 'list' && this.place.isForeign(page.entries)) {
      judge(doubt('栏目分页显示的是其他栏目的信息'));
      return;
    }
    const known = this.entries.size;
    // The frame of a shell is the list itself: it may say that it is empty.
    const isFirst = known === 0 && isEmptyPage(page);
    take(capture, page);
    if (this.entries.size > known) this.turned.brought(page);
    // Some sites answer with the first page, whatever page is asked for.
    else if (page.kind !== 'unfilled' && !isFirst) this.turned.doubt(doubt('栏目分页没有新内容，可能未翻到该页'));
  }

  /** Script-made lists: the pages that a browser turned to, in order. */
  private async readRendered(http: Capture, page: ColumnPage): Promise<void> {
    // What a browser saw on an earlier night is not what the column shows now.
    const captures = (await this.lookup(this.column.url, 'rendered')).filter(({ runId }) => runId === http.runId);
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
    let last: { capture: Capture; pager: Pager } | null = null;
    for (const capture of captures) {
      if (!this.isReadable(capture)) continue;
      const pager = this.take(capture, await this.readPage(capture));
      if (pager) last = { capture, pager };
    }
    if (last?.pager.hasNext) this.turnGap(last.capture);
  }

  private readPage(capture: LookedUp): Promise<ColumnPage> {
    return readCapture(capture, 'column', (opened) => readColumnPage(opened, this.site));
  }

  private take(capture: Capture, page: ColumnPage): Pager | null {
    if (page.kind === 'unfilled') {
      this.gap(capture.url, 'unreadable-list', page.detail, refOf(capture));
      return null;
    }
    this.totalEntries = Math.max(this.totalEntries, page.pager.totalEntries ?? 0);
    this.totalPages = Math.max(this.totalPages, page.pager.totalPages ?? 0);
    if (isShell(page)) return page.pager;
    this.pagesRead += 1;
    const titles = page.kind === 'list' ? page.entries : page.articles;
    this.refs.push(refOf(capture, titles[0]?.title ?? (this.entries.size === 0 ? '栏目显示暂无信息' : undefined)));
    if (page.kind === 'list') {
      if (page.partial !== undefined) this.gap(capture.url, 'unreadable-list', page.partial, refOf(capture));
      this.place.learn(page.entries);
      this.owners.learn(page.entries);
      for (const entry of page.entries) this.takeEntry(entry, capture);
    } else this.takeArticles(page.articles, capture);
    return page.pager;
  }

  private takeEntry(entry: ListEntry, capture: Capture): void {
    if (this.entries.has(entry.url)) return;
    this.entries.add(entry.url);
    this.found.push({ entry, ref: refOf(capture, entry.title) });
  }

  private takeArticles(articles: readonly Article[], capture: Capture): void {
    for (const article of articles) {
      const key = `${article.title}\n${article.dates[0]?.date ?? ''}\n${article.body.ok ? article.body.value.text : ''}`;
      if (this.entries.has(key)) continue;
      this.entries.add(key);
      this.inline += 1;
      this.found.push({ article, number: this.inline, ref: refOf(capture, article.title) });
    }
  }

  private isReadable(capture: Capture): boolean {
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
    this.gaps.push(...this.turned.unsettled({ entries: this.totalEntries, pages: this.totalPages, read }));
    if (read < this.totalEntries)
      this.gap(this.column.url, 'unreadable-list', `栏目显示共${this.totalEntries}条，实际读到${read}条`, first);
    else if (this.gaps.length === 0 && this.pagesRead < this.totalPages && read !== this.totalEntries)
      this.gap(
        this.column.url,
        'unreadable-list',
        `栏目显示共${this.totalPages}页，实际读到${this.pagesRead}页`,
        first,
      );
  }

  private turnGap(capture: Capture): void {
    this.gap(capture.url, 'unreadable-list', '栏目还有下一页，但未能翻到', refOf(capture));
  }

  private gap(url: string, why: Gap['why'], detail: string, ref: Ref | null): void {
    this.gaps.push({ url, why, detail, ref });
  }
}

/** An answer by which a site says of a list page that need not be there that it is not: 404, or a blank page. */
function isNothing({ result }: Capture): boolean {
  const isBlank = result.tag === 'responded' && result.judgement === 'unrendered';
  return isBlank || whyUnread(result) === 'not-found';
}
