import robotsParser from 'robots-parser';
import { decodeText } from '../extract/charset.ts';

/** What became of asking for `/robots.txt`. */
export type RobotsAnswer =
  | { readonly tag: 'answered'; readonly status: number; readonly body: Uint8Array }
  | { readonly tag: 'unreachable' };

/** What one origin lets us read. */
export interface RobotsRules {
  /** `unknown` where the rules could not be had, so that nothing may be read for now. */
  may(url: string): 'yes' | 'no' | 'unknown';
}

// The package is CommonJS whose types speak of a default export that Node does not make.
const parse = robotsParser as unknown as typeof robotsParser.default;

/** The name by which robots.txt may address us. */
const PRODUCT = 'xunjian';

/** RFC 9309, 2.3.1: 4xx means that there are no rules; 5xx or no answer forbids everything until they can be had. */
export function robotsRules(origin: string, answer: RobotsAnswer): RobotsRules {
  if (answer.tag === 'unreachable' || answer.status >= 500) return { may: () => 'unknown' };
  if (answer.status < 200 || answer.status >= 300) return { may: () => 'yes' };
  const robot = parse(`${origin}/robots.txt`, decodeText(answer.body));
  return { may: (url) => (robot.isDisallowed(url, PRODUCT) ? 'no' : 'yes') };
}
