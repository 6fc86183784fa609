import { decodeHTMLAttribute } from 'entities';
import { QUOTED_FILE } from './attachment-links.ts';
import { attachmentType, mayBeFile, namesFile, typeOfName } from './attachment-type.ts';
import { resolveUrl } from './links.ts';

/** Elements that lead to files. Attribute values may hold `>`; without the second group the tag is broken. */
const TAG = /<(a|area|iframe|frame|embed|object)\b(?:((?:[^"'>]|"[^"]*"|'[^']*')*)>)?/gi;
const ADDRESS = /\b(?:href|src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const ON_CLICK = /\bonclick\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const BASE = /<base\b[^>]*\bhref\s*=\s*["']?([^"'\s>]+)/i;
/** Systems that keep the article itself, and with it its files, in the page's script. */
const ARTICLE_IN_SCRIPT = /_CONFIG\b/;
const TITLE = /\btitle\s*=\s*(?:"[^"]*"|'[^']*')/i;
/** 附件 as text, and as bytes of the two encodings in use. */
const ANNEX = new RegExp(`附件|${Buffer.from('附件').toString('latin1')}|\\xb8\\xbd\\xbc\\xfe`);
const NAMED_PICTURE = new RegExp(`${ANNEX.source}|\\.(?:jpe?g|png|gif|bmp|webp)`, 'i');
/** Addresses that lead to no file whatever the words around them say; of others these may tell. */
const PAGE = /^\s*(?:#|javascript:|mailto:|tel:|$)|(?:\/|\.s?html?)(?:[?#].*)?$/i;
/** Where `<base>` stands, if anywhere. */
const LONGEST_HEAD = 16_384;
/** How far an anchor's text is read for a file's name. */
const LONGEST_TEXT = 400;

/**
 * Addresses of all files that a document's page may lead to, in order, by a look over its source: at least those that a
 * reading of the article finds, at a fiftieth of its cost. Null where only the reading can tell: the article stands in a
 * script, the markup is broken, or an address is not plain ASCII.
 * @param source with a character for every byte, or decoded
 */
export function scanForFiles(source: string, pageUrl: string): readonly string[] | null {
  if (ARTICLE_IN_SCRIPT.test(source)) return null;
  const baseHref = BASE.exec(source.slice(0, LONGEST_HEAD))?.[1];
  const base = (baseHref && resolveUrl(baseHref, pageUrl)) || pageUrl;
  const isBelowFiles = mayBeFile(base);
  const hasAnnex = ANNEX.test(source);
  const found = new Set<string>();
  for (const { 0: tag, 1: name = '', 2: attributes, index } of source.matchAll(TAG)) {
    if (attributes === undefined) return null;
    const text = name.length === 1 ? textAfter(source, index + tag.length) : null;
    if (text !== null && isNamedOnly(attributes, text)) return null;
    const match = ADDRESS.exec(attributes);
    const reference = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
    if (!mayBeFile(reference) && !isBelowFiles && !namesFile(`${text ?? ''} ${attributes}`)) {
      if (hasAnnex && text !== null && text.trim() !== '' && !PAGE.test(reference)) return null;
      continue;
    }
    if (NOT_ASCII.test(reference)) return null;
    const scripted = /^\s*javascript:/i.test(reference) ? QUOTED_FILE.exec(reference)?.[1] : undefined;
    const words = text === null ? '.jpg' : `${text} ${TITLE.exec(attributes)?.[0] ?? ''}`;
    for (const url of filesAt(scripted ?? reference, words, base)) found.add(url);
  }
  for (const match of source.matchAll(ON_CLICK)) {
    const file = QUOTED_FILE.exec(decodeHTMLAttribute(match[1] ?? match[2] ?? ''))?.[1];
    if (file === undefined) continue;
    if (NOT_ASCII.test(file)) return null;
    for (const url of filesAt(file, '', base)) found.add(url);
  }
  return [...found];
}

const NOT_ASCII = /\P{ASCII}/u;

/** The file that an address leads to, and those that a viewer is told to show by it. */
function filesAt(reference: string, text: string, base: string): readonly string[] {
  const url = resolveUrl(reference.includes('&') ? decodeHTMLAttribute(reference) : reference, base);
  if (url === null) return [];
  const type = attachmentType(url, text);
  // A picture that links to its larger copy is a picture, not a file to download.
  const own = type !== null && (type !== 'image' || NAMED_PICTURE.test(text)) ? [url] : [];
  const told = url.includes('?') ? [...new URL(url).searchParams.values()] : [];
  const inner = told.flatMap((value) => resolveUrl(value, url) ?? []);
  return [...own, ...inner.filter((one) => attachmentType(one, '') !== null)];
}

/** Whether only a link's text tells that the address in its script is a file's. */
function isNamedOnly(attributes: string, text: string): boolean {
  const isScripted = /\bonclick\s*=|\bhref\s*=\s*["']?\s*javascript:/i.test(attributes);
  return isScripted && typeOfName(text) !== null && !QUOTED_FILE.test(decodeHTMLAttribute(attributes));
}

function textAfter(source: string, from: number): string {
  const end = source.indexOf('</a', from);
  return source.slice(from, end < 0 ? from + LONGEST_TEXT : Math.min(end, from + LONGEST_TEXT)).replace(/<[^>]*>/g, '');
}
