import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { MetadataEntry, MetadataField } from '../model/document.ts';
import type { Block, Flow } from './flow.ts';
import { isFurniture } from './furniture.ts';
import { own, parentElement, rawText, squeeze } from './html.ts';
import { cleanLabel, colonPairs, type LabelPair, labelField } from './labels.ts';
import { isWithin, labelRow, nextElement } from './metadata-rows.ts';

export type Metadata = Partial<Record<MetadataField, MetadataEntry>>;

export interface MetadataBlock {
  readonly metadata: Metadata;
  /** Positions of the blocks that are labels or their values. */
  readonly used: ReadonlySet<number>;
}

const LONG_LINE = 300;
const STRANGERS = 8;

/**
 * The metadata block in a stretch of a page, whatever it is built of: table cells, definition lists, list items,
 * label and value elements, `标签：值` lines. A label without a value gives ''. Of two labels for one field the first
 * that has a value stands.
 */
export function readMetadata(flow: Flow, from: number, to: number): MetadataBlock {
  const pairs: LabelPair[] = [];
  const used = new Set<number>();
  let strangers = 0;
  for (let i = from; i < to; i++) {
    const block = flow.blocks[i];
    if (!block || block.chrome || block.text === '' || used.has(i)) continue;
    const found = pairsAt(flow, i, to);
    if (found) {
      strangers = 0;
      pairs.push(...found.pairs);
      for (const position of found.used) used.add(position);
    } else if (!isFurniture(block.text)) {
      strangers += 1;
      if (pairs.length > 1 && (strangers > STRANGERS || block.text.length > LONG_LINE)) break;
    }
  }
  const metadata: Metadata = {};
  for (const { field, label, value, holder } of pairs) {
    if (!field || metadata[field]?.value) continue;
    const isTemplate = TEMPLATE.test(value);
    const unread = isTemplate || (value === '' && holder && mayBeFilled(holder));
    metadata[field] = {
      label: own(cleanLabel(label)),
      value: isTemplate ? '' : own(value),
      ...(unread ? { unread: true } : {}),
    };
  }
  return { metadata, used };
}

interface Found {
  readonly pairs: readonly LabelPair[];
  readonly used: readonly number[];
}

function pairsAt(flow: Flow, i: number, to: number): Found | null {
  const block = flow.blocks[i];
  if (!block || block.text.length > LONG_LINE) return null;
  const field = labelField(block.text);
  if (field !== undefined) {
    const rows = labelRow(flow, i, to);
    if (rows) return rows;
    const value = siblingValue(flow, i, to);
    const holder = value.text === '' && mayBeFilled(block.element) ? block.element : value.holder;
    const pair = { label: block.text, field, value: value.text, holder };
    return { pairs: [pair], used: [i, ...value.used] };
  }
  const held = (pairs: readonly LabelPair[]): LabelPair[] => pairs.map((pair) => ({ ...pair, holder: block.element }));
  const pieces = held(piecePairs(block));
  if (pieces.length > 0) return { pairs: pieces, used: [i] };
  const colons = held(colonPairs(withGaps(block)));
  return colons.length > 0 ? { pairs: colons, used: [i] } : null;
}

/** A block's text with a gap before every piece that begins with a label: neighbours may touch. */
function withGaps({ text, pieces }: Block): string {
  if (pieces.length < 2 || !/[:：]/.test(text)) return text;
  return pieces.map((piece) => (colonPairs(piece).length > 0 ? ` ${piece}` : piece)).join('');
}

/** Labels and values that are inline neighbours in one block: `<b>索引号</b><span>…</span>`. */
function piecePairs(block: Block): LabelPair[] {
  const pairs: { label: string; field: MetadataField | null; value: string }[] = [];
  for (const piece of block.pieces) {
    const field = labelField(piece);
    const last = pairs.at(-1);
    if (field !== undefined) pairs.push({ label: piece, field, value: '' });
    else if (!last) return [];
    else last.value += piece;
  }
  return pairs.map((pair) => ({ ...pair, value: pair.value.replace(/^\s*[:：]\s*/, '') }));
}

interface SiblingValue {
  readonly text: string;
  readonly used: readonly number[];
  readonly holder: Element | null;
}

const TEMPLATE = /\{\{.*\}\}|\$\{.*\}/;

/** Whether something in an element without text may show a value all the same: a script, a picture, a marked place. */
function mayBeFilled(element: Element): boolean {
  if (element.name === 'script' || element.name === 'img') return true;
  const inner = element.children.filter(isTag);
  const isMarked =
    element.attribs.id !== undefined || Object.keys(element.attribs).some((name) => /^(?:data-|v-|:)/.test(name));
  return (isMarked && inner.length === 0 && squeeze(rawText(element)) === '') || inner.some(mayBeFilled);
}

/** The value of a label that fills a block: what the next sibling of the label's own element holds. */
function siblingValue(flow: Flow, i: number, to: number): SiblingValue {
  const none = { text: '', used: [], holder: null };
  const label = flow.blocks[i];
  let element: Element | null = label?.element ?? null;
  const inner = flow.blocks[i + 1]?.element ?? null;
  // The label's own element may hold the value's as well.
  if (element && element.name !== 'body' && inner !== element && isWithin(inner, element))
    return { ...valueWithin(flow, element, i + 1, to), holder: element };
  while (element && element.name !== 'tr' && element.name !== 'body') {
    const sibling = nextElement(element);
    if (sibling) return { ...valueWithin(flow, sibling, i + 1, to), holder: sibling };
    const parent: Element | null = parentElement(element);
    if (!parent || !label || (flow.blocks[i - 1] && isWithin(flow.blocks[i - 1]?.element ?? null, parent))) return none;
    element = parent;
  }
  return none;
}

function valueWithin(flow: Flow, sibling: Element, from: number, to: number): { text: string; used: number[] } {
  const used: number[] = [];
  const texts: string[] = [];
  for (let j = from; j < to; j++) {
    const block = flow.blocks[j];
    if (!block || !isWithin(block.element, sibling)) break;
    if (block.heading && block.element.name !== 'td') return { text: '', used: [] };
    if (labelField(block.text) !== undefined) return { text: '', used: [] };
    if (piecePairs(block).length > 0 || colonPairs(block.text).length > 0) return { text: '', used: [] };
    used.push(j);
    if (block.text) texts.push(block.text);
  }
  // A value is short; a sibling that holds a whole article is none.
  return texts.length <= 4 ? { text: texts.join(' '), used } : { text: '', used: [] };
}
