import type { Range } from './article-range.ts';
import { findDates } from './dates.ts';
import type { Block, Flow } from './flow.ts';
import { own } from './html.ts';
import type { Metadata, MetadataBlock } from './metadata.ts';

/** `<unified code>/<year>-<serial>` with the forms that real systems print: no code, an old short code, `None`. */
const INDEX_NUMBER = /^(?:[0-9A-Z]{15,20}|\d{6,9}|[0-9A-Za-z]{4,12})?\/(?:19|20)\d\d-(?:\d{3,}|None)$/;
const ISSUER =
  /^[\p{Script=Han}（）()]{2,24}(?:局|办|室|镇|乡|街道|办事处|中心|委|委员会|政府|院|会|队|所|站|社|大队|公司)$/u;

/** Unlabelled values stand directly under the title, or directly above it. */
const REACH = 8;
/** Longer lines are no row of values. */
const LONGEST_ROW = 120;

/** One value, and the position of the block that it stands in. */
interface Value {
  readonly text: string;
  readonly at: number;
}

/**
 * Values that a page prints in sequence without any label, as far as their form gives them away: an index number, and
 * beside it a date and the short name of a unit. Labels are ''.
 */
export function readUnlabelled(flow: Flow, title: Range): MetadataBlock {
  const below = sequence(flow, title.to, title.to + REACH);
  return below.used.size > 0 ? below : sequence(flow, Math.max(0, title.from - REACH), title.from);
}

function sequence(flow: Flow, from: number, to: number): MetadataBlock {
  const values: Value[] = [];
  for (let at = from; at < to; at++) {
    const block = flow.blocks[at];
    if (block && !block.chrome) for (const text of valuesOf(block)) values.push({ text, at });
  }
  const metadata: Metadata = {};
  const used = new Set<number>();
  const index = values.findIndex(({ text }) => INDEX_NUMBER.test(text));
  const found = values[index];
  if (!found) return { metadata, used };
  metadata.index = { label: '', value: own(found.text) };
  used.add(found.at);
  for (const near of [index - 2, index - 1, index + 1, index + 2, index + 3]) {
    const value = values[near];
    const field = value && fieldOf(value.text);
    if (!value || !field || metadata[field]) continue;
    metadata[field] = { label: '', value: own(value.text) };
    used.add(value.at);
  }
  return { metadata, used };
}

function fieldOf(text: string): 'publishedOn' | 'issuer' | null {
  const [date] = findDates(text);
  if (date?.sure && date.index === 0 && text.length <= 20) return 'publishedOn';
  return ISSUER.test(text) ? 'issuer' : null;
}

/** A line that holds an index number among other values is taken apart, by its elements or at its spaces. */
function valuesOf({ text, pieces }: Block): readonly string[] {
  if (text.length > LONGEST_ROW) return [text];
  if (pieces.some((piece) => INDEX_NUMBER.test(piece))) return pieces;
  const parts = text.split(/[\s|｜·]+/);
  return parts.some((part) => INDEX_NUMBER.test(part)) ? parts : [text];
}
