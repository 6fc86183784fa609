/** Where these systems put their articles: by column and number, or by a long name, below a date or the column. */
const ARTICLE = /\/art\/(?:[\w-]+\/)*art_(?:(\d+)_\d+|[0-9a-f]{32})\.html?$/i;
const COLUMN = /\/col\/col(\d+)\//;
/** What links add to the address of one and the same article: how it is to be shown, and from where it was called. */
const NOISE = ['xxgkhide', 'vc_xxgkarea', 'number', 'jh'];

export const columnNumber = (pathname: string): string | null => COLUMN.exec(pathname)?.[1] ?? null;

export const isArticle = (url: string): boolean => ARTICLE.test(new URL(url).pathname);

/** The number of the column that an article's address names; null for addresses that name none. */
export function ownerOf(url: string): string | null {
  const { pathname } = new URL(url);
  return ARTICLE.exec(pathname)?.[1] ?? columnNumber(pathname);
}

/** An article's address without noise; other addresses unchanged. */
export function withoutNoise(address: string): string {
  if (!isArticle(address)) return address;
  const url = new URL(address);
  if (url.search === '') return address;
  for (const name of NOISE) url.searchParams.delete(name);
  return url.href;
}
