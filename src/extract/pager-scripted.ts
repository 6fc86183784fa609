import type { ParsedPage } from './parsed-page.ts';

/** The further pages that a script would link. */
interface ScriptedPages {
  readonly pages: readonly string[];
  /** Those of `pages` that need not exist, because the site may number its files from one later. */
  readonly spare: readonly string[];
  readonly total: number | null;
  /** A call is there, but not what it links. */
  readonly unread: boolean;
}

const CALL =
  /createPageHTML\s*\(\s*(?:["'][^"']*["']\s*,\s*)?(\w+)\s*,\s*(\w+)\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']/;
/** A site's own script that builds the names itself, from the variables alone. */
const BUILDS_NAMES = /["']([\w-]*?)_["']\s*\+[^;]{1,80}?\+\s*["']\.(s?html?)["']/;
const MOST = 1000;

/**
 * The pages behind TRS WCM's `createPageHTML(<pages>, <current>, "index", "html")`, its variables `countPage`,
 * `totalPage`, `currentPage`, and its files: `index.html` is page 1 and `index_1.html` page 2, but `index_2.html` on
 * some sites. What the page links decides, then the page's own address beside the number it gives itself; a first page
 * that says nothing lists the usual names and calls the first one spare.
 */
export function scriptedPages(page: ParsedPage, secondPage: string | undefined): ScriptedPages {
  const found = findCall(page.html);
  if (!found) return { pages: [], spare: [], total: null, unread: isCalled(page.html) };
  const { total, current, name, extension } = found;
  const fileOf = (n: number): string => new URL(`${name}_${n}.${extension}`, page.base).href;
  const own = new RegExp(`/${name}_(\\d+)\\.\\w+$`).exec(new URL(page.url).pathname)?.[1];
  const range = (from: number, to: number): string[] =>
    Array.from({ length: Math.max(0, Math.min(to, MOST) - from + 1) }, (_, i) => fileOf(from + i));
  if (own !== undefined) {
    const shift = Number(own) === current + 1 ? 1 : 0;
    return { pages: range(Number(own) + 1, total - 1 + shift), spare: [], total, unread: false };
  }
  // Page numbers from 1, or page 2 plainly linked as `index_2`.
  if (current === 1 || (secondPage !== undefined && secondPage === fileOf(2)))
    return { pages: range(2, total), spare: [], total, unread: false };
  const pages = range(current + 1, total - 1);
  const spare = secondPage === undefined && current === 0 ? pages.slice(0, 1) : [];
  return { pages, spare, total, unread: false };
}

function findCall(html: string): { total: number; current: number; name: string; extension: string } | null {
  const call = CALL.exec(html);
  if (call) {
    const total = numberOf(call[1], html);
    const current = numberOf(call[2], html);
    if (total === null || current === null) return null;
    return { total, current, name: call[3] ?? 'index', extension: call[4] ?? 'html' };
  }
  const total = numberOf('countPage', html) ?? numberOf('totalPage', html);
  const current = numberOf('currentPage', html);
  const names = BUILDS_NAMES.exec(html);
  if (total === null || current === null || !names) return null;
  return { total, current, name: names[1] || 'index', extension: names[2] ?? 'html' };
}

/** Whether the page has such a pager at all, be it one that is not understood. */
const isCalled = (html: string): boolean =>
  /(?<!function\s+)createPageHTML\s*\(/.test(html) || (numberOf('countPage', html) ?? 0) > 1;

/** A number, or the number that a variable of that name is given. */
function numberOf(word: string | undefined, html: string): number | null {
  if (word === undefined) return null;
  if (/^\d+$/.test(word)) return Number(word);
  const value = new RegExp(`(?<![\\w.])${word}\\s*=\\s*["']?(\\d{1,5})\\b`).exec(html)?.[1];
  return value === undefined ? null : Number(value);
}

/**
 * What to ask for instead of `…_1.html` that does not exist: on sites whose second page is `…_2.html` the first page
 * does not tell so. Nothing for any other address.
 */
export function otherNumbering(url: string): readonly string[] {
  const { pathname } = new URL(url);
  return /_1\.s?html?$/.test(pathname) ? [url.replace(/_1(\.s?html?)(?=$|\?)/, '_2$1')] : [];
}
