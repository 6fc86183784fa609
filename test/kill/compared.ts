/** What a killed night is compared by with a night that nothing stopped, and what both are crawled with. */
import type { CaptureRow } from './index-copy.ts';

/** Requests that may be on their way at once, so as many may have to be made again after a kill. */
export const IN_FLIGHT = 4;

/** The pages of the site proper; robots.txt is asked for by every life, and so is an address that cannot exist. */
export const OF_SITE = /\/gongkai\/(?:c\d\/(?:index_\d\.html)?|(?:doc|old)\/\d+\.html|file\/\d+\.pdf)$/;

/** Requests for each of them; where a redirect leads is asked for with the page that redirects. */
export function countOf(asked: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of asked)
    if (OF_SITE.test(path) && !path.includes('/old/')) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

/** What a look at an address came to, apart from when it was and where it is kept. */
export const outcomeOf = ({ url, final_url, view, page, tag, status, detail, sha256 }: CaptureRow): string =>
  [url, final_url, view, page, tag, status, detail, sha256].join(' ');
