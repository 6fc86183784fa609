import type { AnyNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { fold, rawText } from '../extract/html.ts';
import { hrefOf, isOpener, resolveUrl } from '../extract/links.ts';

/** Something that stands above links: a heading, the parent item of a nested menu, a term, the first cell of a row. */
export interface Label {
  readonly text: string;
  /** Where it leads itself; null for mere words. */
  readonly url: string | null;
}

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'footer']);
const FOOT = /(?:^|[\s_-])(?:footer|foot|friend-?links?|copyright|yqlj|links-?friend)(?:$|[\s_-])/i;
const LONGEST_LABEL = 24;
const HEADING = /^(?:h[1-6]|dt|th|legend|caption|summary)$/;

/** Parts of a page in which no column tree stands. */
export const skips = ({ name, attribs }: Element): boolean =>
  SILENT.has(name) || (name !== 'body' && FOOT.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`));

/** Where a click on the element leads: a link, or an address in its `onclick` or `data-url`; null where nowhere. */
export function addressIn(element: Element, base: string): string | null {
  const { name, attribs } = element;
  const url = name === 'a' || name === 'area' || isOpener(element) ? hrefOf(element, base) : null;
  const written = attribs['data-url'] ?? attribs['data-href'];
  return url ?? (written === undefined ? null : resolveUrl(written, base));
}

const counts = new WeakMap<Element, number>();

/** How many elements that can be clicked to somewhere an element is or holds. */
export function anchorCount(element: Element): number {
  const known = counts.get(element);
  if (known !== undefined) return known;
  let count = 0;
  if (!SILENT.has(element.name)) {
    for (const child of element.children) if (isTag(child)) count += anchorCount(child);
    if (count === 0 && isClickable(element)) count = 1;
  }
  counts.set(element, count);
  return count;
}

const isClickable = (element: Element): boolean =>
  ((element.name === 'a' || element.name === 'area') && element.attribs.href !== undefined) ||
  /^(?:option|i?frame)$/.test(element.name) ||
  element.attribs['data-url'] !== undefined ||
  element.attribs['data-href'] !== undefined ||
  isOpener(element);

/**
 * Whether a child stands above its later siblings: a heading or a few words, alone or as one link, before something of
 * another make that holds links. Items of one list are not above each other.
 */
export function isLabel(node: AnyNode, rest: readonly AnyNode[]): boolean {
  const text = isTag(node) || isText(node) ? fold(rawText(node)) : '';
  if (text === '' || text.length > LONGEST_LABEL || !/\p{Script=Han}|\p{L}/u.test(text)) return false;
  if (isTag(node) && (skipped(node) || anchorCount(node) > 1)) return false;
  const next = rest.find((one): one is Element => isTag(one) && anchorCount(one) > 0);
  if (!next) return false;
  if (isText(node)) return next.name !== 'a' && next.name !== 'span';
  if (!isTag(node)) return false;
  const links = anchorCount(node);
  if (HEADING.test(node.name)) return true;
  // One of several links in a row.
  if (node.name === 'a' && previousTag(node)?.name === 'a') return false;
  // Items of a list, and what stands before the next heading.
  if (node.name === 'dd' || (node.name === 'li' && links > 0) || HEADING.test(next.name)) return false;
  if (node.name !== next.name)
    return links === 0 || !/^(?:a|span|i|em|b|strong)$/.test(next.name) || next.name === 'dd';
  if (links === 0) return node.name !== 'a' && next.name !== 'a';
  return node.name !== 'a' && node.name !== 'td' && anchorCount(next) > 1;
}

function previousTag(node: Element): Element | null {
  for (let at = node.prev; at; at = at.prev) if (isTag(at)) return at;
  return null;
}

const skipped = (element: Element): boolean =>
  SILENT.has(element.name) || /^(?:option|select|i?frame)$/.test(element.name);

/** Labels in force among the children of one element: headings by their level, all others one at a time. */
export function labels() {
  const levels = new Map<number, Label>();
  const levelOf = (node: AnyNode): number => {
    const level = isTag(node) ? /^h([1-6])$/.exec(node.name)?.[1] : undefined;
    return level === undefined ? 9 : Number(level);
  };
  const above = (least: number): Label[] =>
    [...levels]
      .filter(([level]) => level < least)
      .sort(([a], [b]) => b - a)
      .map(([, label]) => label);
  return {
    put(node: AnyNode, label: Label): void {
      const level = levelOf(node);
      for (const other of [...levels.keys()]) if (other >= level) levels.delete(other);
      levels.set(level, label);
    },
    all: (): Label[] => above(10),
    /** Those above a label itself. */
    outside: (node: AnyNode): Label[] => above(levelOf(node)),
  };
}
