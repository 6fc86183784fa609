import { attribute, own } from '../html.ts';
import { isWithinHosts, resolveUrl } from '../links.ts';
import type { ColumnPage } from '../page.ts';
import type { ParsedPage } from '../parsed-page.ts';

/** Frames that hold no list: maps, players, counters, viewers of one file. */
const NO_LIST = /\.(?:pdf|docx?|xlsx?|mp4|swf|png|jpe?g|gif)(?:[?#]|$)|viewer|player|video|map|weather|tianqi|count/i;

/**
 * A column that is but a frame around another page, often of another system (met in several provinces): that page is
 * where its list lies, as long as it belongs to the site. null where there is no such frame, or more than one.
 */
export function frameShell(page: ParsedPage): ColumnPage | null {
  const urls = page.flow.frames.flatMap(({ element, chrome }) => {
    const url = chrome ? null : resolveUrl(attribute(element, element.name === 'object' ? 'data' : 'src'), page.base);
    return url && url !== page.url && !NO_LIST.test(url) ? [url] : [];
  });
  const [url, ...others] = new Set(urls);
  if (url === undefined || others.length > 0 || !isWithinHosts(url, page.site.hosts)) return null;
  return {
    kind: 'list',
    entries: [],
    pager: { pages: [own(url)], hasNext: false, totalEntries: null, totalPages: null },
  };
}
