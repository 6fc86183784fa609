import { elementsNamed, fold, rawText } from './html.ts';
import { hrefOf } from './links.ts';
import { pageNumber } from './pager-linked.ts';
import type { ParsedPage } from './parsed-page.ts';

const TURNS = /^[[【(（<]?\s*(?:第?\s*\d{1,3}\s*页?|下一?页|next)\s*[\]】)）>»]*$/i;
const CALL = /createPageHTML\s*\(\s*(\d+)\s*,\s*\d+\s*,\s*["']([\w-]+)["']/g;

/**
 * Whether an article goes on at further addresses of its own: `t20230506_1_1.html`, `12_2.html`, `?page=2`. What stands
 * there is not read, so nothing may be missed in what stands here.
 */
export function continuesElsewhere(page: ParsedPage): boolean {
  const file = new URL(page.url).pathname.split('/').at(-1) ?? '';
  for (const [, total, name] of page.html.matchAll(CALL))
    if (Number(total) > 1 && name !== undefined && (file.startsWith(name) || !/^(?:index|list|default)/i.test(name)))
      return true;
  return elementsNamed(page.document, 'a').some((anchor) => {
    if (!TURNS.test(fold(rawText(anchor)))) return false;
    const url = hrefOf(anchor, page.base);
    return url !== null && url !== page.url && pageNumber(url, page.url) !== null;
  });
}
