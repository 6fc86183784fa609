import { resolveUrl } from '../extract/links.ts';
import { visibleText } from './page-signs.ts';

/** Who says more than this does not only send elsewhere; a line of script may stand in a page for another reason. */
const MOST_WORDS = { meta: 100, script: 40 };
const MOST_LINKS = 2;
const META = /<meta\b[^>]*http-equiv\s*=\s*["']?refresh\b[^>]*>/i;
const SCRIPT =
  /(?:^|[^\w.$])(?:(?:window|self|top|parent|document)\s*\.\s*)*location(?:\s*\.\s*href)?\s*(?:=|\.\s*(?:replace|assign)\s*\()\s*(["'])([^"']+)\1/i;

/**
 * Where a page that has nothing to say itself sends its reader, by `<meta http-equiv="refresh">` or by a line of script;
 * null where it does not, or where it would take a browser to know.
 */
export function clientRedirect(html: string, url: string): string | null {
  const meta = metaTarget(html);
  const target = meta ?? scriptTarget(html);
  if (target === null || visibleText(html).length > MOST_WORDS[meta === null ? 'script' : 'meta']) return null;
  if ((html.match(/<a\b[^>]*href/gi)?.length ?? 0) > MOST_LINKS) return null;
  return resolveUrl(target, url);
}

function metaTarget(html: string): string | null {
  const tag = META.exec(html)?.[0];
  return tag ? (/url\s*=\s*["']?([^"'>]+)/i.exec(tag)?.[1]?.trim() ?? null) : null;
}

function scriptTarget(html: string): string | null {
  for (const [, script = ''] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script/gi)) {
    const target = SCRIPT.exec(script)?.[2];
    if (target !== undefined) return target;
  }
  return null;
}
