import { findDates } from './dates.ts';
import type { Flow } from './flow.ts';
import { own } from './html.ts';
import type { Metadata, MetadataBlock } from './metadata.ts';

/** `<unified code>/<year>-<serial>` with the forms that real systems print: no code, an old short code, `None`. */
const INDEX_NUMBER = /^(?:[0-9A-Z]{15,20}|\d{6,9}|[0-9A-Za-z]{4,12})?\/(?:19|20)\d\d-(?:\d{3,}|None)$/;
const ISSUER =
  /^[\p{Script=Han}（）()]{2,24}(?:局|办|室|镇|乡|街道|办事处|中心|委|委员会|政府|院|会|队|所|站|社|大队|公司)$/u;

/** Unlabelled values stand directly under the title. */
const REACH = 8;

/**
 * Values that a page prints in sequence without any label, as far as their form gives them away: an index number, and
 * beside it a date and the short name of a unit. Labels are ''.
 */
export function readUnlabelled(flow: Flow, from: number): MetadataBlock {
  const metadata: Metadata = {};
  const used = new Set<number>();
  for (let i = from; i < from + REACH; i++) {
    const index = flow.blocks[i]?.text ?? '';
    if (flow.blocks[i]?.chrome || !INDEX_NUMBER.test(index)) continue;
    metadata.index = { label: '', value: own(index) };
    used.add(i);
    for (const near of [i - 2, i - 1, i + 1, i + 2, i + 3]) {
      const text = near >= from ? (flow.blocks[near]?.text ?? '') : '';
      const [date] = findDates(text);
      const field =
        date?.sure && date.index === 0 && text.length <= 20 ? 'publishedOn' : ISSUER.test(text) ? 'issuer' : null;
      if (!field || metadata[field]) continue;
      metadata[field] = { label: '', value: own(text) };
      used.add(near);
    }
    break;
  }
  return { metadata, used };
}
