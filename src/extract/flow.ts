import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { isBody, isChrome, isHeading, isHidden } from './elements.ts';
import { fold } from './html.ts';
import { isOpener } from './links.ts';

/** A run of text between two block boundaries, as a reader would see one line or paragraph. */
export interface Block {
  /** Folded; '' for an empty table cell, list item or other leaf, which matters to label and value pairs. */
  readonly text: string;
  /** The pieces it is joined from, one per text node, folded; empty pieces left out. None for a long block. */
  readonly pieces: readonly string[];
  /** The nearest block element. */
  readonly element: Element;
  /** Inside a heading, or an element whose class names a title. */
  readonly heading: boolean;
  /** Inside navigation, header, footer and the like. */
  readonly chrome: boolean;
}

/** An element and the blocks it covers: `from` up to, not including, `to`. */
export interface Span {
  readonly element: Element;
  readonly from: number;
  readonly to: number;
  readonly chrome: boolean;
}

/** A page as a sequence, in reading order, of its visible text and what stands between it. */
export interface Flow {
  readonly blocks: readonly Block[];
  readonly tables: readonly Span[];
  readonly images: readonly Span[];
  /** Frames, embedded objects and viewers. */
  readonly frames: readonly Span[];
  readonly anchors: readonly Span[];
  /** Other elements that do something when they are pressed. */
  readonly pressed: readonly Span[];
  /** Elements that content systems are known to print an article's body in. */
  readonly bodies: readonly Span[];
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul ucapcontent'
  ).split(' '),
);
const SKIPPED = new Set(
  'script style noscript template head title select textarea option button svg audio video canvas map'.split(' '),
);
/** Only labels, values and titles are looked at piece by piece. */
const LONG_BLOCK = 300;

/** Reads a tree once, in order. Inline nodes are joined exactly as they stand: nothing is added or lost between them. */
export function flowOf(document: Document): Flow {
  return new FlowBuilder().read(document);
}

class FlowBuilder {
  private readonly blocks: Block[] = [];
  private readonly tables: Span[] = [];
  private readonly images: Span[] = [];
  private readonly frames: Span[] = [];
  private readonly anchors: Span[] = [];
  private readonly pressed: Span[] = [];
  private readonly bodies: Span[] = [];
  private text = '';
  private pieces: string[] = [];
  private element: Element | null = null;
  private heading = 0;
  private chrome = 0;
  private pre = 0;

  read(document: Document): Flow {
    for (const child of document.children) this.visit(child);
    this.flush(false);
    const { blocks, tables, images, frames, anchors, pressed, bodies } = this;
    return { blocks, tables, images, frames, anchors, pressed, bodies };
  }

  private visit(node: AnyNode): void {
    if (isText(node)) this.addText(node.data);
    else if (isTag(node)) this.visitElement(node);
  }

  private visitElement(element: Element): void {
    const { name } = element;
    if (name === 'br') this.flush(false);
    if (name !== 'a' && element.attribs.onclick !== undefined)
      this.pressed.push(this.span(element, this.blocks.length));
    if (name === 'br' || SKIPPED.has(name) || isHidden(element)) return;
    const heading = isHeading(element);
    const chrome = isChrome(element);
    this.heading += heading ? 1 : 0;
    this.chrome += chrome ? 1 : 0;
    this.pre += name === 'pre' ? 1 : 0;
    if (BLOCKS.has(name)) this.visitBlock(element);
    else this.visitInline(element);
    this.pre -= name === 'pre' ? 1 : 0;
    this.chrome -= chrome ? 1 : 0;
    this.heading -= heading ? 1 : 0;
  }

  private visitBlock(element: Element): void {
    this.flush(false);
    const outer = this.element;
    const from = this.blocks.length;
    this.element = element;
    for (const child of element.children) this.visit(child);
    // An empty leaf is kept: an empty value cell must not hand its label the next cell's text.
    this.flush(this.blocks.length === from);
    this.element = outer;
    if (isOpener(element)) this.anchors.push(this.span(element, from));
    if (element.name === 'table') this.tables.push(this.span(element, from));
    if (isBody(element)) this.bodies.push(this.span(element, from));
  }

  private visitInline(element: Element): void {
    const from = this.blocks.length;
    for (const child of element.children) this.visit(child);
    const { name } = element;
    if (name === 'a' || isOpener(element)) this.anchors.push(this.span(element, from));
    else if (name === 'img') this.images.push(this.span(element, from));
    else if (name === 'iframe' || name === 'embed' || name === 'object' || name === 'frame')
      this.frames.push(this.span(element, from));
    if (isBody(element)) this.bodies.push(this.span(element, from));
  }

  /** Text not yet flushed belongs to the block that comes next, so an inline span reaches into it. */
  private span(element: Element, from: number): Span {
    return { element, from, to: this.blocks.length + (this.text ? 1 : 0), chrome: this.chrome > 0 };
  }

  private addText(data: string): void {
    const lines = this.pre === 0 ? [data] : data.split(/\r?\n/);
    lines.forEach((line, i) => {
      if (i > 0) this.flush(false);
      this.addPiece(line);
    });
  }

  private addPiece(data: string): void {
    this.text += data;
    this.pieces.push(data);
  }

  private flush(keepEmpty: boolean): void {
    const text = fold(this.text);
    if (this.element && (text || keepEmpty)) {
      const { element } = this;
      const pieces = text.length > LONG_BLOCK ? [] : this.pieces.map(fold).filter((piece) => piece !== '');
      this.blocks.push({ text, pieces, element, heading: this.heading > 0, chrome: this.chrome > 0 });
    }
    this.text = '';
    this.pieces = [];
  }
}

/** The blocks between two positions that carry text. */
export function linesOf(flow: Flow, from: number, to: number): string[] {
  const lines: string[] = [];
  for (let i = from; i < to; i++) {
    const text = flow.blocks[i]?.text;
    if (text) lines.push(text);
  }
  return lines;
}
