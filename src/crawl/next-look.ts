import type { CaptureResult } from '../model/capture.ts';

/** Looks at one address in one run; the contract's number. */
export const LOOKS = 3;

/** A Retry-After is obeyed up to this many milliseconds, so that one odd header does not cost the night. */
export const LONGEST_RETRY_AFTER = 15 * 60_000;

/** What a look brought, as far as it decides on another one. */
export interface Look {
  readonly result: CaptureResult;
  /** What the server asked for, in milliseconds; 0 where it asked for nothing. */
  readonly retryAfterMs: number;
}

/** What a failure is taken for: each has waits of its own, and `final` none. */
export type LookClass = 'hiccup' | 'trouble' | 'overload' | 'gone' | 'final';

/** Milliseconds before the second look and before the third. */
export type LookWaits = Readonly<Record<Exclude<LookClass, 'final'>, readonly [number, number]>>;

export const LOOK_WAITS: LookWaits = {
  // A connection that broke, half a body: the next one is likely to be whole.
  hiccup: [1_000, 10_000],
  // No name, nobody listening, no answer in time, an error of the server: something has to be put right first.
  trouble: [5_000, 30_000],
  // 429 and 503: we are asked to be slower.
  overload: [10_000, 60_000],
  // A page is gone only after it was so at three looks some time apart: sites publish by deleting and writing anew.
  gone: [20_000, 40_000],
};

/**
 * Milliseconds until an address is to be asked for again after so many looks (this one counted); null where what was
 * seen is final. Waits grow by class and by look; up to a quarter is added by chance, so that what failed together does
 * not come back together; Retry-After lengthens them and never shortens.
 */
export function nextLook(
  look: Look,
  looks: number,
  random: () => number = Math.random,
  waits: LookWaits = LOOK_WAITS,
): number | null {
  const kind = lookClass(look.result);
  if (kind === 'final' || looks >= LOOKS) return null;
  const wait = waits[kind][looks <= 1 ? 0 : 1];
  return Math.max(Math.round(wait * (1 + random() / 4)), Math.min(look.retryAfterMs, LONGEST_RETRY_AFTER));
}

/** What a result is taken for when it comes to asking again. */
export function lookClass(result: CaptureResult): LookClass {
  switch (result.tag) {
    case 'not-attempted':
      return 'final';
    case 'no-response':
      return NO_RESPONSE[result.code];
    case 'responded':
      return responded(result);
  }
}

const NO_RESPONSE: Readonly<Record<Extract<CaptureResult, { tag: 'no-response' }>['code'], LookClass>> = {
  dns: 'trouble',
  refused: 'trouble',
  timeout: 'trouble',
  reset: 'hiccup',
  protocol: 'hiccup',
  // A certificate does not get better within the hour, nor does a file get smaller.
  tls: 'final',
  'redirect-loop': 'final',
  'too-large': 'final',
};

function responded({ status, judgement }: Extract<CaptureResult, { tag: 'responded' }>): LookClass {
  if (status === 429 || status === 503) return 'overload';
  if (status === 408 || status >= 500) return 'trouble';
  switch (judgement) {
    case 'truncated':
      return 'hiccup';
    case 'not-found':
    case 'soft-404':
      return 'gone';
    // With a status that says that all is well; who asks a challenge again presses, so that it stays as it is.
    case 'server-error':
    case 'maintenance':
      return status < 300 ? 'trouble' : 'final';
    default:
      return 'final';
  }
}
