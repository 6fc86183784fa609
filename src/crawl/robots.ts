import robotsParser from 'robots-parser';
import { decodeText } from '../extract/charset.ts';
import type { NetFailure } from './net-error.ts';

/** What became of asking for `/robots.txt`. */
export type RobotsAnswer =
  | { readonly tag: 'answered'; readonly status: number; readonly body: Uint8Array }
  /** Led round in circles, out of the site, or to no file: as good as none. */
  | { readonly tag: 'nowhere' }
  | { readonly tag: 'unreachable'; readonly failure: NetFailure | null };

/** What one origin lets us read. */
export interface RobotsRules {
  /** `unknown` where the rules could not be had, so that nothing may be read for now. */
  may(url: string): 'yes' | 'no' | 'unknown';
  /** Milliseconds that it wants between requests; 0 where it says nothing. */
  readonly crawlDelayMs: number;
  /** Why the rules could not be had, where there was no answer at all. */
  readonly failure: NetFailure | null;
}

// The package is CommonJS whose types speak of a default export that Node does not make.
const parse = robotsParser as unknown as typeof robotsParser.default;

/** The name by which robots.txt may address us. */
const PRODUCT = 'xunjian';
/** RFC 9309, 2.5: at least so many bytes are read; what follows is cut off. */
export const ROBOTS_BYTES = 500 * 1024;

/**
 * RFC 9309, 2.3.1: 4xx means that there are no rules; 5xx or no answer forbids everything until they can be had. 429
 * says that the host is busy, not that it has no rules.
 */
export function robotsRules(origin: string, answer: RobotsAnswer): RobotsRules {
  const none = { crawlDelayMs: 0, failure: null };
  if (answer.tag === 'nowhere') return { ...none, may: () => 'yes' };
  if (answer.tag === 'unreachable') return { ...none, may: () => 'unknown', failure: answer.failure };
  const { status, body } = answer;
  if (status >= 500 || status === 429) return { ...none, may: () => 'unknown' };
  if (status < 200 || status >= 300) return { ...none, may: () => 'yes' };
  const robot = parse(`${origin}/robots.txt`, decodeText(body.subarray(0, ROBOTS_BYTES)));
  const seconds = robot.getCrawlDelay(PRODUCT) ?? 0;
  return {
    may: (url) => (robot.isDisallowed(url, PRODUCT) ? 'no' : 'yes'),
    crawlDelayMs: Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : 0,
    failure: null,
  };
}
