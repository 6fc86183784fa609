import { flowOf } from '../flow.ts';
import { parseHtml } from '../html.ts';
import { type Candidate, findCandidates } from '../list.ts';
import type { Pager } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';

/** A piece of HTML that came inside data, read as a page of its own with the address of the one it came with. */
export function pageOfHtml(piece: string, page: ParsedPage): ParsedPage {
  const whole = /^\s*<tr\b/i.test(piece) ? `<table>${piece}</table>` : piece;
  const html = `<html><body>${whole}</body></html>`;
  const document = parseHtml(html);
  return { ...page, html, document, flow: flowOf(document) };
}

/** The link that a row of a list stands for: the first to an article, else the first to anything. */
export function rowEntry(row: string, page: ParsedPage, isArticle: (url: string) => boolean): Candidate | null {
  const candidates = findCandidates(pageOfHtml(row, page), () => true);
  return candidates.find(({ url }) => isArticle(url)) ?? candidates[0] ?? null;
}

/** Whether rows of HTML end where they should: what was opened is closed, though rows themselves need not be. */
export function isWholePiece(html: string): boolean {
  const count = (pattern: string): number => html.match(new RegExp(pattern, 'gi'))?.length ?? 0;
  const isClosed = (name: string, optional: boolean): boolean => {
    const closed = count(`</${name}\\s*>`);
    return closed === count(`<${name}\\b`) || (optional && closed === 0);
  };
  const holders = ['ul', 'ol', 'dl', 'table', 'div'].every((name) => isClosed(name, false));
  return holders && ['li', 'tr', 'dd'].every((name) => isClosed(name, true)) && />\s*$/.test(html);
}

/** A list's last page may be full by chance, or the site's count too low: so many entries may be a page's whole size. */
export const mayBeFull = (entries: number): boolean => entries > 0 && entries % 5 === 0;

/** How far beyond the declared end it is looked for more, in pages or groups: some sites give a full page for ever. */
export const PROBES = 3;

export const NO_MORE: Pager = { pages: [], hasNext: false, totalEntries: null, totalPages: null };
