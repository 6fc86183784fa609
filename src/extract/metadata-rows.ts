import { type Element, isTag } from 'domhandler';
import type { Block, Flow } from './flow.ts';
import { fold, parentElement, rawText } from './html.ts';
import { colonPairs, type LabelPair, labelField } from './labels.ts';

/** Fewer labels side by side may as well be labels without values. */
const FEWEST = 3;

/** A row of labels over a row of their values, as tables have it; null where no such pair of rows begins at `i`. */
export function labelRow(flow: Flow, i: number, to: number): { pairs: LabelPair[]; used: number[] } | null {
  const row = rowOf(flow.blocks[i]);
  const below = row && nextRow(row);
  if (!row || !below) return null;
  const labels = cellsOf(row).map((cell) => ({ label: fold(rawText(cell)), field: labelField(rawText(cell)) }));
  const holders = cellsOf(below);
  if (labels.length < FEWEST || labels.length !== holders.length) return null;
  const pairs: LabelPair[] = [];
  for (const [k, { label, field }] of labels.entries()) {
    const holder = holders[k];
    const value = holder ? fold(rawText(holder)) : '';
    if (!holder || field === undefined || labelField(value) !== undefined || colonPairs(value).length > 0) return null;
    pairs.push({ label, field, value, holder });
  }
  const used: number[] = [];
  for (let at = i; at < to; at++) {
    const block = flow.blocks[at];
    if (!block || !(isWithin(block.element, row) || isWithin(block.element, below))) break;
    used.push(at);
  }
  return { pairs, used };
}

/** What holds the label and its neighbours. */
function rowOf(block: Block | undefined): Element | null {
  let element: Element | null = block?.element ?? null;
  while (element && element.name !== 'body') {
    const parent = parentElement(element);
    if (parent && cellsOf(parent).length >= FEWEST) return parent;
    element = parent;
  }
  return null;
}

/** The row after this one, also where the first stands in a part of the table of its own. */
function nextRow(row: Element): Element | null {
  const next = nextElement(row);
  if (next) return next;
  const part = row.name === 'tr' ? parentElement(row) : null;
  const after = part && nextElement(part);
  return after ? (cellsOf(after)[0] ?? null) : null;
}

export function nextElement(element: Element): Element | null {
  for (let next = element.next; next; next = next.next) if (isTag(next)) return next;
  return null;
}

const cellsOf = (element: Element): Element[] => element.children.filter(isTag);

export function isWithin(element: Element | null, ancestor: Element): boolean {
  for (let at = element; at; at = parentElement(at)) if (at === ancestor) return true;
  return false;
}
