import { own } from '../html.ts';
import type { Pager } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';

const NUMBERED = /^(.*\/)(\d{1,4})(\.s?html?)$/;

/**
 * The numbered files behind a list page of 博达: of `xxx.htm` with M pages the second is `xxx/M-1.htm` and the last
 * `xxx/1.htm`, so that old pages keep their names as new ones come; some templates count up. Which way it goes is seen
 * from the next page's number; then all that follow are known at once, though one of them may fail.
 */
export function withNumberedPages(pager: Pager, page: ParsedPage): Pager {
  const { current = null, totalPages } = pager;
  const [next] = pager.pages;
  const match = next === undefined || pager.beyond?.includes(next) ? null : NUMBERED.exec(new URL(next).pathname);
  if (!match || current === null || totalPages === null) return pager;
  const [, folder = '', digits = '', extension = ''] = match;
  const number = Number(digits);
  const step = number === totalPages - current ? -1 : number === current + 1 ? 1 : 0;
  // The middle page of an even count reads both ways: its neighbours tell.
  if (step === 0 || totalPages - current === current + 1) return pager;
  const left = totalPages - current;
  const urls = Array.from(
    { length: left },
    (_, i) => new URL(`${folder}${number + i * step}${extension}`, page.url).href,
  );
  return { ...pager, pages: [...new Set([...pager.pages, ...urls.map(own)])] };
}
