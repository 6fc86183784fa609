import type { TwiceRead } from '../kit.ts';

/** A stretch of a text that is not in order, by UTF-16 offsets. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** So far around a hit both readings have to agree. */
const AROUND = 6;

/** Those hits around which two independent readings of the source have the same characters; none where it was read once. */
export function steadyHits<H extends Hit>({ doubtful }: TwiceRead, hits: readonly H[]): readonly H[] {
  if (!doubtful) return [];
  return hits.filter(({ from, to }) => !doubtful.some(([start, end]) => start < to + AROUND && end > from - AROUND));
}

const PAIRS = [
  ['“', '”'],
  ['《', '》'],
  ['‘', '’'],
  ['「', '」'],
] as const;

/** Whether a place stands in quotation marks or in a title's, both in its line: others' words are not corrected. */
export function isQuoted(text: string, { from, to }: Hit): boolean {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const end = text.indexOf('\n', to);
  const after = text.slice(to, end < 0 ? undefined : end);
  return PAIRS.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close) && after.includes(close));
}

/** The line that a place stands in. */
export function lineAround(text: string, { from, to }: Hit): string {
  const end = text.indexOf('\n', to);
  return text.slice(text.lastIndexOf('\n', from - 1) + 1, end < 0 ? undefined : end);
}
