import type { Element } from 'domhandler';
import { attribute, fold, rawText } from './html.ts';

/**
 * The absolute http(s) address of a reference, fragment dropped; null for scripts, mail and broken references.
 * White space inside, and `http://` glued behind other text, are left to fail as they would in a browser.
 */
export function resolveUrl(reference: string, base: string): string | null {
  const trimmed = reference.trim();
  if (trimmed === '' || trimmed.startsWith('#') || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
}

/** What a click opens: `window.open('…')`, `location.href = '…'`, in some templates the only address of a row. */
const OPENS =
  /(?:window\.open\s*\(|location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\()\s*(["'])([^"'+]+)\1\s*[,);]?\s*(?!\+)/;

/** The address that a script of the element itself opens at a click; null where there is none, or one put together. */
const openedBy = ({ attribs }: Element): string | null =>
  OPENS.exec(attribs.onclick ?? '')?.[2] ??
  (/^\s*javascript:/i.test(attribs.href ?? '') ? (OPENS.exec(attribs.href ?? '')?.[2] ?? null) : null);

/** Whether an element that is no link leads to a page all the same. */
export const isOpener = (element: Element): boolean =>
  element.attribs.onclick !== undefined && openedBy(element) !== null;

/** The address of a link, or else the one that its click opens. */
export function hrefOf(anchor: Element, base: string): string | null {
  const url = resolveUrl(attribute(anchor, 'href'), base);
  if (url !== null) return url;
  const opened = openedBy(anchor);
  return opened === null ? null : resolveUrl(opened, base);
}

/** Host names without ports are compared, as targets.yaml lists them. */
export function isWithinHosts(url: string, hosts: readonly string[]): boolean {
  return URL.canParse(url) && hosts.includes(new URL(url).hostname);
}

/** The full title of a link: its `title` attribute where the text is cut or the attribute says more. */
export function anchorTitle(anchor: Element): string {
  const text = fold(rawText(anchor));
  const title = fold(attribute(anchor, 'title'));
  if (title === '') return text;
  const stem = text.replace(/(?:…|\.{2,})$/, '');
  const cut = stem !== text;
  return text === '' || cut || (title.length > text.length && title.includes(stem)) ? title : text;
}
