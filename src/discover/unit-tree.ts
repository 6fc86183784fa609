import { classifyTopic } from './classify-topic.ts';
import { type ColumnLink, columnLinks, type UnitScope } from './column-links.ts';
import type { ProposedColumn } from './proposal.ts';
import type { SitePage } from './site-page.ts';

/** How a part of a unit's tree answered. */
export type Answer =
  | { readonly tag: 'page'; readonly page: SitePage }
  | { readonly tag: 'gone' }
  | { readonly tag: 'unread'; readonly why: string };

/** The tree of one unit as it becomes known, page by page. */
export class UnitTree {
  readonly scope: UnitScope;
  private readonly links = new Map<string, ColumnLink>();
  private readonly answers = new Map<string, Answer>();

  constructor(scope: UnitScope) {
    this.scope = scope;
  }

  /** Takes up the columns that a page shows; returns those not known before. */
  add(page: SitePage): readonly ColumnLink[] {
    const fresh = columnLinks(page, this.scope, new Set(this.links.keys())).filter(({ url }) => !this.links.has(url));
    for (const link of fresh) this.links.set(link.url, link);
    return fresh;
  }

  /** Takes up columns that another page shows under the unit's name. */
  addLinks(links: readonly ColumnLink[]): void {
    for (const link of links) if (!this.links.has(link.url)) this.links.set(link.url, link);
  }

  get addresses(): readonly string[] {
    return [...this.links.keys()];
  }

  answered(url: string, answer: Answer): void {
    this.answers.set(url, answer);
  }

  /** Addresses of the menu that answered that there is no such page. */
  get dead(): readonly ColumnLink[] {
    return [...this.links.values()].filter(({ url }) => this.answers.get(url)?.tag === 'gone');
  }

  /** Columns whose pages could not be read, with the reason in Chinese. */
  get unread(): readonly { readonly url: string; readonly why: string }[] {
    return [...this.answers].flatMap(([url, answer]) => (answer.tag === 'unread' ? [{ url, why: answer.why }] : []));
  }

  /** The columns, each with its topic; parts of the tree that only hold others, and dead links, left out. */
  columns(unitNames: readonly string[]): ProposedColumn[] {
    const parents = new Set([...this.links.values()].map(({ parent }) => parent));
    return [...this.links.values()]
      .filter(({ url }) => this.answers.get(url)?.tag !== 'gone' && !(parents.has(url) && this.isMereParent(url)))
      .map((link) => this.propose(link, unitNames));
  }

  /** An item with others below it is a column only where its own page prints an article or lists documents of its own. */
  private isMereParent(url: string): boolean {
    const answer = this.answers.get(url);
    if (answer?.tag !== 'page') return true;
    const { inline, documents } = answer.page;
    const folder = new URL('.', url).href;
    const own = [...documents].filter((document) => document.startsWith(folder)).length;
    return !inline && (own === 0 || own * 2 <= documents.size);
  }

  private propose({ url, name, above }: ColumnLink, unitNames: readonly string[]): ProposedColumn {
    const answer = this.answers.get(url);
    const page = answer?.tag === 'page' ? answer.page : null;
    const crumbs = page ? page.crumbs.map(({ text }) => text).reverse() : [];
    const places = [...above, ...crumbs].filter((text) => text !== name && !unitNames.includes(text));
    // At the unit's own address the breadcrumb is the unit's, and its page may list the columns.
    const titles = page?.titles ?? [];
    const guess = classifyTopic({ name, url, above: [...new Set(places)], titles });
    const unread = answer?.tag === 'unread' ? `；栏目网页未能读取（${answer.why}）` : '';
    return { name, url, ...guess, why: `${guess.why}${unread}` };
  }
}
