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

export const hrefOf = (anchor: Element, base: string): string | null => resolveUrl(attribute(anchor, 'href'), base);

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
