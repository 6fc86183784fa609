import { entriesOf, findCandidates } from '../list.ts';
import type { ColumnPage, Listed, Pager } from '../page.ts';
import { readTotals } from '../pager-totals.ts';
import type { ParsedPage } from '../parsed-page.ts';
import { isArticle, withoutNoise } from './jcms-address.ts';
import { datastoresIn, entriesOfRows, isPiece, nextGroupUrl, owned } from './jcms-datastore.ts';
import { askedBy, groupBeyond, pagesWithin } from './jcms-paging.ts';
import { isWholePiece, mayBeFull, NO_MORE, PROBES } from './listed-rows.ts';

/** `/module/web/jpage/dataproxy.jsp`, `/module/jpage/dataproxy.jsp`, `…/morecolumndataproxy.jsp`. */
const PROXY = /\/module\/(?:web\/)?jpage\/\w*dataproxy\.jsp$/;

export const isProxyAnswer = (url: string): boolean => PROXY.test(new URL(url).pathname);

interface Answer {
  readonly entries: readonly Listed[];
  /** Rows handed over, those without an entry too. */
  readonly rows: number;
  readonly total: number | null;
  readonly next: string | null;
  readonly whole: boolean;
  readonly isHtml: boolean;
}

/**
 * A group of rows from the proxy: XML, or rows of HTML. An answer without rows proves nothing, since proxies give one
 * (54 bytes on many sites) also where they should have more.
 */
export function readProxyAnswer(page: ParsedPage): ColumnPage {
  const answer = readAnswer(page);
  if (!answer) return { kind: 'unfilled', detail: '列表接口返回的不是列表' };
  const asked = askedBy(page.url);
  if (answer.rows === 0) {
    const isFirst = asked ? asked.start === 1 : (new URL(page.url).searchParams.get('page') ?? '1') === '1';
    if (isFirst || !answer.whole) return { kind: 'unfilled', detail: '列表接口返回为空' };
    return { kind: 'list', entries: [], pager: NO_MORE };
  }
  const owner = new URL(page.url).searchParams.get('columnid') ?? '';
  const isForeign = /^\d+$/.test(owner) && answer.entries.every((entry) => (entry.owner ?? owner) !== owner);
  if (asked?.start === 1 && isForeign) return { kind: 'unfilled', detail: '列表接口返回的是其他栏目的信息' };
  const partial = answer.whole ? {} : { partial: '列表接口返回的内容不完整' };
  return { kind: 'list', entries: answer.entries, pager: pagerOf(page.url, answer), ...partial };
}

function readAnswer(page: ParsedPage): Answer | null {
  const [store] = datastoresIn(page.html);
  if (store) {
    const { entries, unread } = entriesOfRows(store.rows, page);
    const { total } = store;
    return {
      entries,
      rows: store.rows.length,
      total,
      next: nextGroupUrl(store, page),
      whole: store.whole && unread === 0,
      isHtml: false,
    };
  }
  if (!isPiece(page.html)) return null;
  const candidates = findCandidates(page, isArticle);
  const entries = entriesOf(candidates.map((one) => ({ ...one, url: withoutNoise(one.url) }))).map(owned);
  if (entries.length === 0 && page.flow.blocks.some(({ text }) => text !== '')) return null;
  return {
    entries,
    rows: entries.length,
    total: readTotals(page, false).entries,
    next: null,
    whole: isWholePiece(page.html),
    isHtml: true,
  };
}

/** What follows a group: its own pages where the server gave less than was asked for, else a group more where it was full. */
function pagerOf(url: string, { rows, total, next, isHtml }: Answer): Pager {
  const asked = askedBy(url);
  const base = { ...NO_MORE, totalEntries: total };
  if (!asked) {
    // Rows of HTML cannot name what comes next; XML without a next group is the last.
    if (next === null) return { ...base, hasNext: isHtml && total === null && mayBeFull(rows) };
    return { ...base, pages: [next], hasNext: true, ...spareAtEnd(url, next, rows, total) };
  }
  const size = asked.end - asked.start + 1;
  // Fewer rows than there must be, or other than there can be; where nothing tells, whole pages.
  const expected = total === null ? null : Math.min(size, total - asked.start + 1);
  const isShort =
    expected === null ? rows % asked.perPage === 0 : expected > 0 && rows !== expected && rows !== expected + 1;
  const isCut = rows < size && size > asked.perPage && isShort;
  if (isCut) return { ...base, pages: pagesWithin(asked, asked.start, asked.end, total), hasNext: true };
  const isLast = rows >= size && size > asked.perPage && asked.end >= (total ?? asked.end);
  if (!isLast) return base;
  if (total !== null && asked.end > total + PROBES * size) return { ...base, hasNext: true };
  const beyond = [groupBeyond(asked, asked.end)];
  return { ...base, pages: beyond, spare: beyond };
}

/** Some servers name a next group for ever; one beyond the last record may be empty. */
function spareAtEnd(url: string, next: string, rows: number, total: number | null): Partial<Pager> {
  const page = Number(new URL(url).searchParams.get('page') ?? '1');
  if (total === null || page * rows < total) return {};
  return page * rows > total + rows ? { pages: [], hasNext: false } : { spare: [next] };
}
