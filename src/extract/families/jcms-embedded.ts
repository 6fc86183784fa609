import { parseHtml, rawText } from '../html.ts';
import type { ColumnPage, Pager } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { columnNumber, ownerOf } from './jcms-address.ts';
import { type Datastore, datastoresIn, entriesOfRows, nextGroupUrl } from './jcms-datastore.ts';
import { type ListCall, listCallsIn } from './jcms-list-call.ts';
import { groupBeyond, groupsAfter, pieceUrl } from './jcms-paging.ts';
import { mayBeFull, NO_MORE } from './listed-rows.ts';

interface Found extends Datastore {
  readonly entries: ReturnType<typeof entriesOfRows>['entries'];
  readonly unread: number;
  readonly call: ListCall | null;
  readonly isOwn: boolean;
}

/**
 * The list that JCMS writes into a column's page, or the call by which its script asks for it. A page may hold several,
 * side boxes among them: the one that carries the column's number is the list. null where there is none of either.
 */
export function readEmbedded(page: ParsedPage): ColumnPage | null {
  const column = columnNumber(new URL(page.url).pathname);
  const text = /&lt;datastore\b/i.test(page.html) ? rawText(parseHtml(page.html)) : page.html;
  const calls = listCallsIn(text, page.base);
  const stores = datastoresIn(text);
  const found = stores.map((store) => foundOf(store, stores, calls, column, page));
  const own = found.filter(({ isOwn }) => isOwn);
  const best = own.reduce<Found | null>(
    (most, one) => (most && most.rows.length >= one.rows.length ? most : one),
    null,
  );
  if (best) return listOf(best, page);
  const call =
    calls.find((one) => column !== null && one.columnId === column) ?? (calls.length === 1 ? calls[0] : null);
  if (call && stores.length === 0 && (column === null || call.columnId === column)) return shellOf(call);
  return null;
}

function foundOf(
  store: Datastore,
  all: readonly Datastore[],
  calls: readonly ListCall[],
  column: string | null,
  page: ParsedPage,
): Found {
  const { entries, unread } = entriesOfRows(store.rows, page);
  const next = nextGroupUrl(store, page);
  const named = next === null ? null : new URL(next).searchParams.get('columnid');
  // The call stands behind its data, or is the only one.
  const until = all.find(({ at }) => at > store.at)?.at ?? Number.POSITIVE_INFINITY;
  const call =
    calls.find(({ columnId }) => named !== null && columnId === named) ??
    calls.find(({ at }) => at > store.at && at < until) ??
    (calls.length === 1 && all.length === 1 ? (calls[0] ?? null) : null);
  const owners = new Set(entries.map(({ url }) => ownerOf(url)));
  const told = [call?.columnId, named].filter((id) => typeof id === 'string' && /^\d+$/.test(id));
  const isOwn = ((): boolean => {
    if (column !== null && owners.has(column)) return true;
    if (column !== null && told.length > 0) return told.includes(column);
    // Nothing says whose it is: the only list of a page is the page's.
    return all.length === 1 && (owners.has(null) || entries.length === 0 || column === null);
  })();
  return { ...store, entries, unread, call, isOwn };
}

function listOf(found: Found, page: ParsedPage): ColumnPage {
  const { entries, rows, unread, whole, call } = found;
  const counts = [found.total, call?.total ?? null].filter((count) => count !== null);
  const total = counts.length > 0 ? Math.max(...counts) : null;
  if (rows.length === 0 && total !== 0) {
    if (call) return shellOf(call);
    return { kind: 'unfilled', detail: '页面上的列表数据为空，未说明总数' };
  }
  const partial = whole && unread === 0 ? {} : { partial: '页面上的列表数据有无法识别的部分' };
  return { kind: 'list', entries, pager: pagerOf(found, total, page), ...partial };
}

/** By the page's own parameters where it has them, else by the address of the next group. */
function pagerOf(found: Found, total: number | null, page: ParsedPage): Pager {
  const { rows, call } = found;
  const have = rows.length;
  const base = { ...NO_MORE, totalEntries: total };
  const next = nextGroupUrl(found, page);
  const isOpen = total === null || mayBeFull(have) || total === 0;
  if (call) {
    const pages = total === null ? [] : groupsAfter(call.asking, have, total);
    if (pages.length > 0) return { ...base, pages, hasNext: true };
    if (have === 0 || !isOpen) return base;
    const beyond = [groupBeyond(call.asking, have)];
    return { ...base, pages: beyond, spare: total === null ? [] : beyond };
  }
  if (next !== null && (total === null || have < total)) return { ...base, pages: [next], hasNext: true };
  if (next !== null && have > 0 && isOpen) return { ...base, pages: [next], spare: [next] };
  return { ...base, hasNext: total !== null && have < total };
}

/** The data is still to be asked for. */
function shellOf({ asking, total }: ListCall): ColumnPage {
  const pages = groupsAfter(asking, 0, Math.max(1, total ?? 1));
  const [first = pieceUrl(asking, 1, asking.perPage)] = pages;
  return {
    kind: 'list',
    entries: [],
    pager: { ...NO_MORE, pages: [first, ...pages.slice(1)], hasNext: true, totalEntries: total },
  };
}
