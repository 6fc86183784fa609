import type { AnyNode, Document, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { attribute, fold, own, rawText } from '../extract/html.ts';
import { anchorTitle, resolveUrl } from '../extract/links.ts';
import { addressIn, anchorCount, isLabel, type Label, labels as labelsOf, skips } from './nav-marks.ts';

/** A link as a part of a navigation. */
export interface NavLink {
  readonly url: string;
  readonly text: string;
  /** What stands above it, nearest first. */
  readonly above: readonly Label[];
  /** Of the list it stands in: links of one list share it. */
  readonly list: number;
  /** Other words in its row hold a date, as the rows of documents have. */
  readonly dated: boolean;
}

export interface Navigation {
  readonly links: readonly NavLink[];
  /** The breadcrumb, outermost first. */
  readonly crumbs: readonly Label[];
  /** Addresses of frames, which old sites keep their trees in. */
  readonly frames: readonly string[];
}

const LIST = /^(?:ul|ol|dl|table|nav|select|tr|p|div|section)$/;
const DATE = /\d{4}\s*[-./年]\s*\d{1,2}/;
const CRUMB_NAMES =
  /(?:^|[\s_-])(?:crumbs?|breadcrumbs?|location|position|weizhi|dqwz|wz|path|place|current-?position)(?:$|[\s_-])/i;
const CRUMB_TEXT = /^(?:您?(?:现在|当前)?(?:的|所在的?)?位置|当前位置|您所在)/;

/** Every link of a page with what stands above it, hidden menus too, footers left out. */
export function readNavigation(document: Document, base: string): Navigation {
  const reader = new Reader(base);
  for (const child of document.children) if (isTag(child)) reader.visit(child, [], 0);
  return { links: reader.links, crumbs: reader.crumbs, frames: reader.frames };
}

class Reader {
  readonly links: NavLink[] = [];
  readonly crumbs: Label[] = [];
  readonly frames: string[] = [];
  private readonly base: string;
  private lists = 0;

  constructor(base: string) {
    this.base = base;
  }

  visit(element: Element, above: readonly Label[], list: number): void {
    if (skips(element)) return;
    if (element.name === 'iframe' || element.name === 'frame') {
      const url = resolveUrl(attribute(element, 'src'), this.base);
      if (url) this.frames.push(url);
      return;
    }
    if (this.crumbs.length === 0 && isCrumbs(element)) {
      this.readCrumbs(element);
      return;
    }
    if (element.name === 'select') {
      this.readSelect(element, above);
      return;
    }
    const url = addressIn(element, this.base);
    if (url && anchorCount(element) <= 1) {
      this.add(element, url, above, list);
      if (element.name === 'a') return;
    }
    if (anchorCount(element) === 0) return;
    const inner = LIST.test(element.name) ? ++this.lists : list;
    this.visitChildren(element, above, inner);
  }

  /** Children in order: one that is a label stands above those after it. */
  private visitChildren(element: Element, above: readonly Label[], list: number): void {
    const labels = labelsOf();
    for (const [index, child] of element.children.entries()) {
      const rest = element.children.slice(index + 1);
      if (isLabel(child, rest)) {
        labels.put(child, this.labelOf(child));
        if (isTag(child) && anchorCount(child) > 0) this.visit(child, [...labels.outside(child), ...above], list);
      } else if (isTag(child)) this.visit(child, [...labels.all(), ...above], list);
    }
  }

  private labelOf(node: AnyNode): Label {
    const anchor = isTag(node) ? firstAnchor(node) : null;
    const url = anchor ? addressIn(anchor, this.base) : null;
    return { text: own(anchor ? anchorTitle(anchor) : fold(rawText(node))), url };
  }

  private add(element: Element, url: string, above: readonly Label[], list: number): void {
    const text = anchorTitle(element);
    if (text === '') return;
    const row = element.parent && isTag(element.parent) && anchorCount(element.parent) === 1 ? element.parent : element;
    const beside = rawText(row).replace(rawText(element), '');
    this.links.push({ url: own(url), text: own(text), above, list, dated: DATE.test(beside) });
  }

  private readSelect(element: Element, above: readonly Label[]): void {
    const list = ++this.lists;
    const options = element.children.flatMap((child) =>
      isTag(child) && child.name === 'optgroup' ? child.children : [child],
    );
    let title: Label | null = null;
    for (const option of options) {
      if (!isTag(option) || option.name !== 'option') continue;
      const value = attribute(option, 'value');
      const url = /^(?:https?:)?\/|\/$|\.\w+$/.test(value) ? resolveUrl(value, this.base) : null;
      const text = fold(rawText(option)).replace(/^[-—=\s]+|[-—=\s]+$/g, '');
      if (url && text !== '')
        this.links.push({ url, text, above: title ? [title, ...above] : above, list, dated: false });
      else if (text !== '') title = { text, url: null };
    }
  }

  private readCrumbs(element: Element): void {
    const read = (node: AnyNode): void => {
      if (isText(node)) {
        for (const piece of fold(node.data).split(/\s*[>›»＞/]\s*/))
          if (piece !== '' && !/[:：]$/.test(piece) && !CRUMB_TEXT.test(piece))
            this.crumbs.push({ text: own(piece), url: null });
      } else if (isTag(node) && node.name === 'a') this.crumbs.push(this.labelOf(node));
      else if (isTag(node)) node.children.forEach(read);
    };
    element.children.forEach(read);
  }
}

function isCrumbs(element: Element): boolean {
  if (/^(?:html|body)$/.test(element.name) || anchorCount(element) === 0 || anchorCount(element) > 8) return false;
  if (element.children.some((child) => isTag(child) && isCrumbs(child))) return false;
  const { id = '', class: names = '' } = element.attribs;
  const text = rawText(element);
  return (
    text.length < 300 && (CRUMB_TEXT.test(fold(text)) || (CRUMB_NAMES.test(`${id} ${names}`) && /[>›»＞]/.test(text)))
  );
}

function firstAnchor(element: Element): Element | null {
  if (element.name === 'a') return element;
  for (const child of element.children) {
    const found = isTag(child) ? firstAnchor(child) : null;
    if (found) return found;
  }
  return null;
}
