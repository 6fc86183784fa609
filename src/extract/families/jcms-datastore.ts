import { resolveUrl } from '../links.ts';
import { entriesOf } from '../list.ts';
import type { Listed } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { isArticle, ownerOf, withoutNoise } from './jcms-address.ts';
import { rowEntry } from './listed-rows.ts';

/** What JCMS hands a list over in: rows of HTML in XML, and where the next group of rows lies. */
export interface Datastore {
  readonly rows: readonly string[];
  readonly nextGroup: string | null;
  readonly total: number | null;
  /** False where it was cut off. */
  readonly whole: boolean;
  /** Position in the text that it was found in. */
  readonly at: number;
}

const STORE = /<datastore\b[^>]*>([\s\S]*?)(<\/datastore>|(?=<datastore\b)|$)/gi;
const RECORD = /<record\b[^>]*>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>|((?:(?!<record\b)[\s\S])*?))\s*<\/record>/gi;
const NEXT_GROUP = /<nextgroup\b[^>]*>([\s\S]*?)<\/nextgroup>/i;
const TOTAL = /<totalrecord>\s*(?:<!\[CDATA\[)?\s*(\d{1,7})/i;

/**
 * The datastores of a text, in order. The wrapper is XML of four fixed tags around HTML that is none, often inside a
 * page of HTML, and may be cut off anywhere; so it is taken apart by its tags.
 */
export function datastoresIn(text: string): Datastore[] {
  return [...text.matchAll(STORE)].map((store) => {
    const inner = store[1] ?? '';
    const rows = [...inner.matchAll(RECORD)].map((record) => record[1] ?? record[2] ?? '');
    const next = /href\s*=\s*["']([^"']+)["']/i.exec(NEXT_GROUP.exec(inner)?.[1] ?? '')?.[1];
    const total = TOTAL.exec(inner)?.[1];
    const opened = inner.match(/<record\b/gi)?.length ?? 0;
    return {
      rows,
      nextGroup: next?.replace(/&amp;/g, '&') ?? null,
      total: total === undefined ? null : Number(total),
      whole: store[2] !== '' && opened === rows.length,
      at: store.index,
    };
  });
}

/** The entries of rows, each URL once; `unread` counts the rows without one. The full title is in the link's attribute. */
export function entriesOfRows(
  rows: readonly string[],
  page: ParsedPage,
): { readonly entries: readonly Listed[]; readonly unread: number } {
  const candidates = rows.map((row) => rowEntry(row, page, isArticle));
  const read = candidates.filter((candidate) => candidate !== null);
  const entries = entriesOf(read.map((one) => ({ ...one, url: withoutNoise(one.url) }))).map(owned);
  return { entries, unread: candidates.length - read.length };
}

/** Named by their own address, where it does. */
export function owned(entry: Listed): Listed {
  const owner = ownerOf(entry.url);
  return owner === null ? entry : { ...entry, owner };
}

export const nextGroupUrl = ({ nextGroup }: Datastore, page: ParsedPage): string | null =>
  nextGroup === null ? null : resolveUrl(nextGroup, page.base);

/** Whether a text is a piece of a page rather than a page: what a proxy may answer instead of XML. */
export const isPiece = (text: string): boolean => !/<(?:!doctype|html|head|title|body)\b/i.test(text);
