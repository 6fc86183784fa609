import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import {
  BLOCK_ELEMENTS,
  BOXED_ELEMENTS,
  GONE_ELEMENTS,
  INLINE_ELEMENTS,
  KEPT_ATTRIBUTES,
  PLAIN_BLOCKS,
  VOID_ELEMENTS,
} from './captured-page-elements.ts';
import { pictureInPlace, safeDeclarations, safeSheet } from './captured-page-style.ts';
import { isHidden } from './elements.ts';
import { attribute, fold, rawText } from './html.ts';
import { resolveUrl } from './links.ts';
import { escapeHtml, type Piece } from './mark-quote.ts';

/** A page made of known harmless parts. */
export interface SafeMarkup {
  /** What stood in the body, and the body as a plain block around it. */
  readonly pieces: readonly Piece[];
  /** The harmless rules of its own style sheets. */
  readonly styles: string;
}

const HTML = 'http://www.w3.org/1999/xhtml';
/** A picture that only holds other things apart. */
const SPACER = /^\s*[0-4](?:px)?\s*$/;

type Step = { readonly node: ChildNode; readonly isRead: boolean } | { readonly close: Piece };

/**
 * Writes the tree of a captured page anew from elements and attributes that are known to be harmless; everything else is left out
 * or replaced by a plain box. `base`: what references are resolved against, to say where links led.
 */
export function safeMarkup(document: Document, base: string): SafeMarkup {
  const writer = new Writer(base);
  const steps: Step[] = [];
  const enter = (children: readonly ChildNode[], isRead: boolean): void => {
    for (let at = children.length - 1; at >= 0; at--) steps.push({ node: children[at] as ChildNode, isRead });
  };
  enter(document.children, true);
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('close' in step) writer.pieces.push(step.close);
    else if (isText(step.node)) writer.text(step.node.data, step.isRead);
    else if (isTag(step.node)) {
      const close = writer.open(step.node);
      if (!close) continue;
      steps.push({ close });
      enter(step.node.children, step.isRead && !isHidden(step.node));
    }
  }
  return { pieces: writer.pieces, styles: writer.styles };
}

class Writer {
  readonly pieces: Piece[] = [];
  styles = '';
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** `isRead`: whether a reader of pages sees it, so that quotes may be of it. */
  text(text: string, isRead: boolean): void {
    this.pieces.push(isRead ? { text } : { markup: escapeHtml(text), breaks: false });
  }

  /** Writes an element's start; what closes it, or null where nothing of its contents is shown. */
  open(element: Element): Piece | null {
    const { name } = element;
    if (name === 'head' || name === 'style') this.takeStyles(element);
    if (GONE_ELEMENTS.has(name)) return null;
    const boxed = BOXED_ELEMENTS[name];
    if (boxed !== undefined) {
      this.box(boxed, attribute(element, 'title'), addressIn(element), false);
      // A browser that cannot show an object shows what stands in it.
      if (name !== 'object') return null;
    }
    if (name === 'img' || name === 'image') return this.picture(element);
    if (CONTROLS.has(name)) return this.control(element);
    // Of formulas and other languages' elements only the text is shown.
    const isHtml = element.namespace === undefined || element.namespace === HTML;
    const isBlock = isHtml && (BLOCK_ELEMENTS.has(name) || PLAIN_BLOCKS.has(name));
    const known = isHtml && (BLOCK_ELEMENTS.has(name) || INLINE_ELEMENTS.has(name));
    const tag = known ? name : isBlock ? 'div' : 'span';
    const breaks = isBlock || name === 'br';
    const start = `<${tag}${this.attributes(element)}>${tag === 'pre' ? '\n' : ''}`;
    this.pieces.push({ markup: start, breaks });
    return VOID_ELEMENTS.has(tag) ? null : { markup: `</${tag}>`, breaks };
  }

  private attributes(element: Element): string {
    const { name, attribs } = element;
    let written = name === 'details' ? ' open' : '';
    for (const [key, value] of Object.entries(attribs)) {
      if (key === 'style') {
        const style = safeDeclarations(value);
        if (style !== '') written += ` style="${escapeHtml(style)}"`;
      } else if (KEPT_ATTRIBUTES.has(key) && !(key === 'id' && value === QUOTE) && !(key === 'title' && name === 'a'))
        written += ` ${key}="${escapeHtml(value)}"`;
    }
    if (name === 'a' && attribs.href !== undefined) {
      const led = resolveUrl(attribs.href, this.base);
      const title = [attribs.title ?? '', led === null ? '' : `链接到 ${led}`].filter((part) => part !== '').join('　');
      written += ` data-link=""${title === '' ? '' : ` title="${escapeHtml(title)}"`}`;
    }
    return written;
  }

  private picture(element: Element): null {
    const shown = pictureInPlace(attribute(element, 'src'));
    if (shown !== null) {
      const alt = attribute(element, 'alt');
      const markup = `<img src="${escapeHtml(shown)}" alt="${escapeHtml(alt)}"${this.attributes(element)}>`;
      this.pieces.push({ markup, breaks: false });
      return null;
    }
    if (isHidden(element) || SPACER.test(attribute(element, 'width')) || SPACER.test(attribute(element, 'height')))
      return null;
    return this.box('图片', attribute(element, 'alt'), attribute(element, 'src'), false);
  }

  private control(element: Element): null {
    const type = attribute(element, 'type').toLowerCase();
    if (isHidden(element) || (element.name === 'input' && type === 'hidden')) return null;
    if (element.name === 'input' && (type === 'checkbox' || type === 'radio')) {
      this.text(element.attribs.checked === undefined ? '☐' : '☑', false);
      return null;
    }
    const said = element.name === 'input' ? attribute(element, 'value') || attribute(element, 'placeholder') : '';
    const label = element.name === 'select' ? chosenIn(element) : element.name === 'input' ? said : rawText(element);
    return this.box(fold(label), '', '', true);
  }

  private box(label: string, name: string, address: string, isControl: boolean): null {
    const led = resolveUrl(address, this.base);
    const title = led === null ? '' : ` title="${escapeHtml(led)}"`;
    const text = [label, fold(name)].filter((part) => part !== '').join('：');
    const kind = isControl ? 'control' : 'box';
    this.pieces.push({ markup: `<span class="xunjian-${kind}"${title}>${escapeHtml(text)}</span>`, breaks: false });
    return null;
  }

  private takeStyles(element: Element): void {
    const sheets = element.name === 'style' ? [element] : element.children.filter(isTag).filter(isStyle);
    for (const sheet of sheets) this.styles += safeSheet(rawText(sheet));
  }
}

/** The place of the quote alone may be jumped to by this name. */
const QUOTE = 'quote';
const CONTROLS: ReadonlySet<string> = new Set(['button', 'input', 'meter', 'progress', 'select', 'textarea']);

const isStyle = ({ name }: Element): boolean => name === 'style';

const addressIn = ({ attribs }: Element): string => attribs.src ?? attribs.data ?? '';

/** What a closed list shows. */
function chosenIn(select: Element): string {
  const options = select.children.filter(isTag).filter(({ name }) => name === 'option');
  const chosen = options.find(({ attribs }) => attribs.selected !== undefined) ?? options[0];
  return chosen ? rawText(chosen) : '';
}
