import { decodeHTMLAttribute } from 'entities';
import { QUOTED_FILE } from './attachment-links.ts';
import { attachmentType, mayBeFile, namesFile, typeOfName } from './attachment-type.ts';
import { resolveUrl } from './links.ts';

/** Elements that lead to files. Attribute values may hold `>`. */
const TAG = /<(a|area|iframe|frame|embed|object)\b((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;
const OPENING = /<(?:a|area|iframe|frame|embed|object)\b/gi;
const ADDRESS = /\b(?:href|src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const ON_CLICK = /\bonclick\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const BASE = /<base\b[^>]*\bhref\s*=\s*["']?([^"'\s>]+)/i;
/** Systems that keep the article itself, and with it its files, in the page's script. */
const ARTICLE_IN_SCRIPT = /_CONFIG\b/;
const TITLE = /\btitle\s*=\s*(?:"[^"]*"|'[^']*')/i;
const NAMED_PICTURE = /附件|\.(?:jpe?g|png|gif|bmp|webp)/i;
/** How far an anchor's text is read for a file's name. */
const LONGEST_TEXT = 400;

/**
 * Addresses of all files that a document's page may lead to, in order, by a look over its source: at least those that a
 * reading of the article finds, at a fiftieth of its cost. Null where only the reading can tell: the article stands in a
 * script, or the markup is broken.
 */
export function scanForFiles(html: string, pageUrl: string): readonly string[] | null {
  if (ARTICLE_IN_SCRIPT.test(html)) return null;
  const baseHref = BASE.exec(html)?.[1];
  const base = (baseHref && resolveUrl(baseHref, pageUrl)) || pageUrl;
  const found = new Set<string>();
  const take = (reference: string, text: string): void => {
    const url = resolveUrl(reference.includes('&') ? decodeHTMLAttribute(reference) : reference, base);
    if (url === null) return;
    const type = attachmentType(url, text);
    // A picture that links to its larger copy is a picture, not a file to download.
    if (type !== null && (type !== 'image' || NAMED_PICTURE.test(text))) found.add(url);
    for (const value of url.includes('?') ? new URL(url).searchParams.values() : []) {
      const inner = resolveUrl(value, url);
      if (inner !== null && attachmentType(inner, '') !== null) found.add(inner);
    }
  };
  let tags = 0;
  for (const { 0: tag, 1: name = '', 2: attributes = '', index } of html.matchAll(TAG)) {
    tags += 1;
    const isAnchor = name.length === 1;
    const shown = isAnchor ? textAfter(html, index + tag.length) : '';
    if (isAnchor && isNamedOnly(attributes, shown)) return null;
    const match = ADDRESS.exec(attributes);
    const reference = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
    if (reference === '' || !(mayBeFile(reference) || mayBeFile(base) || namesFile(`${shown} ${attributes}`))) continue;
    const scripted = /^\s*javascript:/i.test(reference) ? QUOTED_FILE.exec(reference)?.[1] : undefined;
    take(scripted ?? reference, isAnchor ? `${shown} ${TITLE.exec(attributes)?.[0] ?? ''}` : '.jpg');
  }
  if (tags !== (html.match(OPENING)?.length ?? 0)) return null;
  for (const match of html.matchAll(ON_CLICK)) {
    const file = QUOTED_FILE.exec(decodeHTMLAttribute(match[1] ?? match[2] ?? ''))?.[1];
    if (file !== undefined) take(file, '');
  }
  return [...found];
}

/** Whether only a link's text tells that the address in its script is a file's. */
function isNamedOnly(attributes: string, text: string): boolean {
  const isScripted = /\bonclick\s*=|\bhref\s*=\s*["']?\s*javascript:/i.test(attributes);
  return isScripted && typeOfName(text) !== null && !QUOTED_FILE.test(decodeHTMLAttribute(attributes));
}

function textAfter(html: string, from: number): string {
  const end = html.indexOf('</a', from);
  return html.slice(from, end < 0 ? from + LONGEST_TEXT : Math.min(end, from + LONGEST_TEXT)).replace(/<[^>]*>/g, '');
}
