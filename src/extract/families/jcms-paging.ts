/** Pages that one request asks for: the system's own script does so. */
const PAGES_A_GROUP = 3;
/** Servers cut answers of more rows than about so many. */
const MOST_ROWS = 300;
const OURS = ['startrecord', 'endrecord', 'perpage', 'page'];

/** How a list is asked for, piece by piece. Records count from 1. */
export interface Asking {
  /** Address of the proxy, with all parameters that are not about paging. */
  readonly proxy: string;
  readonly perPage: number;
}

const groupSize = ({ perPage }: Asking): number =>
  Math.max(perPage, Math.min(PAGES_A_GROUP, Math.floor(MOST_ROWS / perPage)) * perPage);

/**
 * The address for records `start` to `end`. Some servers ignore the records and obey only a page number, which counts
 * groups or pages: it is sent too, as `ask` is made up of.
 */
export function pieceUrl({ proxy, perPage }: Asking, start: number, end: number): string {
  const given = new URL(proxy);
  const url = new URL(given.pathname, given);
  const size = end - start + 1;
  url.searchParams.set('startrecord', String(start));
  url.searchParams.set('endrecord', String(end));
  url.searchParams.set('perpage', String(perPage));
  url.searchParams.set('page', String(Math.ceil(start / size)));
  for (const [name, value] of given.searchParams) if (!OURS.includes(name)) url.searchParams.append(name, value);
  return url.href;
}

/** All groups that hold records after the first `have`, up to `total`. */
export function groupsAfter(asking: Asking, have: number, total: number): string[] {
  const size = groupSize(asking);
  const urls: string[] = [];
  if (have >= total) return urls;
  for (let start = Math.floor(have / size) * size + 1; start <= total; start += size)
    urls.push(pieceUrl(asking, start, start + size - 1));
  return urls;
}

/** The group after the last record that is known. */
export const groupBeyond = (asking: Asking, last: number): string =>
  pieceUrl(asking, last + 1, last + groupSize(asking));

/** The pages that make up a group, up to `total` where that is known. */
export function pagesWithin(asking: Asking, start: number, end: number, total: number | null): string[] {
  const urls: string[] = [];
  for (let from = start; from <= Math.min(end, total ?? end); from += asking.perPage)
    urls.push(pieceUrl(asking, from, from + asking.perPage - 1));
  return urls;
}

/** What an address asks for; null for those that do not ask by record. */
export function askedBy(address: string): (Asking & { readonly start: number; readonly end: number }) | null {
  const { searchParams } = new URL(address);
  const [start, end, perPage] = ['startrecord', 'endrecord', 'perpage'].map((name) => Number(searchParams.get(name)));
  return start && end && perPage ? { proxy: address, perPage, start, end } : null;
}
