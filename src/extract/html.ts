import { load } from 'cheerio';
import type { AnyNode, Document, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

/** One query function for all pages: `load` for each page would build a class that outlives it. */
export const $ = load('');

/** The tree that a browser would build, scripts switched on. */
export function parseHtml(html: string): Document {
  return parse(html, { treeAdapter: adapter, scriptingEnabled: true });
}

/** Of pages for people; browsers flatten what is deeper than 512. */
const DEEPEST = 1000;
const MOST_ELEMENTS = 300_000;

/**
 * The same tree, or null where it would be deeper or larger than that of any page for people: some are made so that building
 * them takes minutes, and someone is waiting.
 */
export function parseModestHtml(html: string): Document | null {
  let depth = 0;
  let elements = 0;
  const treeAdapter: typeof adapter = {
    ...adapter,
    createElement: (...element) => {
      elements += 1;
      if (elements > MOST_ELEMENTS) throw new Immodest();
      return adapter.createElement(...element);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > DEEPEST) throw new Immodest();
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  try {
    return parse(html, { treeAdapter, scriptingEnabled: true });
  } catch (error) {
    if (error instanceof Immodest) return null;
    throw error;
  }
}

class Immodest extends Error {}

/** `\s` holds the no-break and the ideographic space; those of no width are added. */
const SPACES = /(?:[\s\u200b\u200c\u2060]|\u200d)+/g;

/** White space of every kind (no-break, ideographic, zero width) folded to single spaces, ends trimmed. */
export function fold(text: string): string {
  return text.replace(SPACES, ' ').trim();
}

/** Without any white space: for comparing titles and labels, which sites stretch and break at will. */
export function squeeze(text: string): string {
  return text.replace(SPACES, '');
}

/** A copy that does not pin the page it was cut from. */
export function own(text: string): string {
  return Buffer.from(text).toString();
}

/** All text below a node, hidden or not, exactly as in the source. */
export function rawText(node: AnyNode): string {
  if (isText(node)) return node.data;
  if (!('children' in node)) return '';
  let text = '';
  for (const child of node.children) text += rawText(child);
  return text;
}

export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

export function parentElement(element: Element): Element | null {
  return element.parent && isTag(element.parent) ? element.parent : null;
}

/** All elements of one name in a tree, in order. Every article is asked; a selector takes ten times as long. */
export function elementsNamed(root: Document, name: string): Element[] {
  const found: Element[] = [];
  const visit = ({ children }: Document | Element): void => {
    for (const child of children) {
      if (!isTag(child)) continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** Elements of one name in the head, or out of place at the start of the body; a search of the whole tree is dear. */
export function headElements(document: Document, name: string): Element[] {
  const root = document.children.find((child) => isTag(child) && child.name === 'html');
  if (!root || !isTag(root)) return [];
  return root.children
    .flatMap((part) => (isTag(part) ? part.children : []))
    .filter((child): child is Element => isTag(child) && child.name === name);
}

/** Value of the first `<meta name=…>` of that name, any case; '' where there is none. */
export function metaContent(document: Document, name: string): string {
  const wanted = name.toLowerCase();
  const meta = headElements(document, 'meta').find((element) => attribute(element, 'name').toLowerCase() === wanted);
  return meta ? fold(attribute(meta, 'content')) : '';
}
