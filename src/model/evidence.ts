import type { Capture } from './capture.ts';
import type { Why } from './why.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/** Points at a capture that can be opened again. Made only by `refOf`. */
export interface Ref {
  readonly url: string;
  /** ISO instant, UTC. */
  readonly capturedAt: string;
  readonly sha256: string;
  readonly record: string;
  /** What was seen there, at most 60 characters. */
  readonly quote?: string;
}

/**
 * Something read, or the reason why it could not be. `ref` names the capture it was read from where that is another
 * than the document's own (an attachment's file), or the failed capture where there is one.
 */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly ref?: Ref }
  | { readonly ok: false; readonly why: Why; readonly detail: string; readonly ref: Ref | null };

const QUOTE_LIMIT = 60;

/**
 * The reference to a capture, with what was seen there (white space folded, cut at 60 characters). A reference given
 * again points at the same capture with another quote.
 */
export function refOf(capture: Pick<Capture, 'url' | 'capturedAt' | 'sha256' | 'record'>, quote?: string): Ref {
  const { url, capturedAt, sha256, record } = capture;
  const folded = quote?.replace(/\s+/g, ' ').trim();
  if (!folded) return { url, capturedAt, sha256, record };
  const characters = Array.from(folded);
  const cut = characters.length > QUOTE_LIMIT ? `${characters.slice(0, QUOTE_LIMIT - 1).join('')}…` : folded;
  return { url, capturedAt, sha256, record, quote: cut };
}
