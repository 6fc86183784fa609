import { elementsNamed, fold, rawText } from './html.ts';
import { hrefOf, isWithinHosts } from './links.ts';
import type { ParsedPage } from './parsed-page.ts';

/** Longer texts are titles. */
const LONGEST_TEXT = 12;
const BACKWARDS = /上|前|首|返回|第一|第?\s*1\s*页|^[[【(（]?\s*1\s*[\]】)）]?$|prev|first|[‹«<＜←]/i;
const PAGE_FILE = /^(?:index|list|default|main|page|p)?[-_]?(\d{1,3})\.(?:s?html?|jspx?|aspx?|php)$/i;
const NAMED_FILE = /^(?:index|list|default|main|page|p)/i;
const PAGE_PARAMETER = /^(?:[a-z]*page(?:no|num|index|number)?|p|pg|pn|currpage|curpage|totalresult)$/i;

/**
 * Links that by their address alone are further pages of this list, whatever is printed on them: a picture, a dot, an
 * arrow, words of a template's own. `list_2.html` beside the page, or its own address with another page number; of lists cut up by year, the other
 * years. Numbers are left out where the page's own words told of them.
 */
export function linkedPages(page: ParsedPage, withNumbers: boolean): string[] {
  const found = new Map<number, string>();
  // A browser turns pages by itself, and the address need not follow.
  if (page.view !== 'http') return [];
  const years = new Set<string>();
  const current = pageNumber(page.url, page.url) ?? 1;
  for (const anchor of elementsNamed(page.document, 'a')) {
    const text = fold(rawText(anchor));
    if (text.length > LONGEST_TEXT || BACKWARDS.test(text)) continue;
    const url = hrefOf(anchor, page.base);
    if (url === null || url === page.url || !isWithinHosts(url, page.site.hosts)) continue;
    if (YEAR.test(text) && isBelow(url, page.url)) years.add(url);
    const number = pageNumber(url, page.url);
    if (withNumbers && number !== null && number > current && !found.has(number)) found.set(number, url);
  }
  return [...[...found].sort(([a], [b]) => a - b).map(([, url]) => url), ...years];
}

/** The name of one part of a list that is cut up by year. */
export const YEAR = /^(?:19|20)\d\d\s*年?度?$/;

function isBelow(url: string, column: string): boolean {
  const folder = new URL('.', column);
  return folder.pathname.length > 1 && url.startsWith(folder.href);
}

/** The number that an address has among the pages of the list at `self`; null where it is none of them. */
export function pageNumber(address: string, self: string): number | null {
  const one = new URL(address);
  const other = new URL(self);
  if (one.host !== other.host) return null;
  const [folder, file] = split(one.pathname);
  const [ownFolder, ownFile] = split(other.pathname);
  if (one.pathname === other.pathname) {
    const names = [...one.searchParams.keys()].filter((name) => PAGE_PARAMETER.test(name));
    const [name] = names;
    if (name === undefined || names.length > 1) return null;
    const rest = (url: URL): string =>
      [...url.searchParams]
        .filter(([key]) => key !== name)
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join('&');
    const value = one.searchParams.get(name) ?? '';
    return rest(one) === rest(other) && /^\d{1,4}$/.test(value) ? Number(value) : null;
  }
  if (folder !== ownFolder || one.search !== other.search) return null;
  const number = PAGE_FILE.exec(file)?.[1];
  // A bare number may as well be a document.
  if (number === undefined || !NAMED_FILE.test(file)) return stemNumber(file, ownFile);
  return Number(number);
}

/** `tzgg_2.html` beside `tzgg.html`. */
function stemNumber(file: string, own: string): number | null {
  const stem = /^(.+?)(?:[-_]\d{1,3})?\.\w+$/.exec(own)?.[1];
  if (stem === undefined || !file.startsWith(stem)) return null;
  const number = /^[-_](\d{1,3})\.\w+$/.exec(file.slice(stem.length))?.[1];
  return number === undefined ? null : Number(number);
}

function split(pathname: string): [string, string] {
  const at = pathname.lastIndexOf('/') + 1;
  return [pathname.slice(0, at), pathname.slice(at)];
}
