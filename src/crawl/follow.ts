import { resolveUrl } from '../extract/links.ts';
import type { NetCode, NetPhase, SkipReason } from '../model/capture.ts';
import type { CrawlCaps } from '../model/plan.ts';
import type { HostClock } from './host-clock.ts';
import { type Asked, type Exchange, firstHeader, type HttpClient, type SizeCap } from './http.ts';

/** All hops of one address, in order, and how it ended. */
export interface Followed {
  readonly hops: readonly Exchange[];
  readonly finalUrl: string;
  readonly date: string;
  readonly end:
    | { readonly tag: 'answered'; readonly exchange: Exchange }
    | { readonly tag: 'failed'; readonly code: NetCode; readonly phase: NetPhase; readonly message: string }
    | { readonly tag: 'skipped'; readonly why: SkipReason };
}

export interface FollowOptions {
  readonly http: HttpClient;
  readonly clock: HostClock;
  readonly caps: CrawlCaps;
  /** Whether an address, first or redirected to, may be asked for. */
  readonly may: (url: string) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: SkipReason }>;
  readonly signal: AbortSignal;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Answers by which a host says that it has trouble. */
const OVERLOADED = (status: number): boolean => status === 429 || status >= 500;

/** Asks for an address in its host's turn and goes after redirects one by one, each checked before it is followed. */
export async function follow(url: string, options: FollowOptions): Promise<Followed> {
  const hops: Exchange[] = [];
  const seen = new Set<string>();
  let next = url;
  let date = '';
  const ended = (end: Followed['end']): Followed => ({ hops, finalUrl: next, date, end });
  for (;;) {
    const permission = await options.may(next);
    if (!permission.ok) return ended({ tag: 'skipped', why: permission.why });
    if (seen.has(next) || seen.size > options.caps.redirects)
      return ended({ tag: 'failed', code: 'redirect-loop', phase: 'send', message: `redirected to ${next}` });
    seen.add(next);
    const asked = await askInTurn(next, options);
    if (asked.tag !== 'answered') {
      date ||= asked.date;
      return ended(
        asked.tag === 'refused-address' ? { tag: 'skipped', why: 'scope' } : { tag: 'failed', ...asked.failure },
      );
    }
    const { exchange } = asked;
    date ||= exchange.date;
    hops.push(exchange);
    const target = REDIRECTS.has(exchange.status) ? locationOf(exchange) : null;
    if (target === null) return ended({ tag: 'answered', exchange });
    next = target;
  }
}

async function askInTurn(url: string, { http, clock, caps, signal }: FollowOptions): Promise<Asked> {
  const cap: SizeCap = (contentType) =>
    /^(?:text\/html|application\/xhtml|$)/i.test(contentType) ? caps.pageBytes : caps.fileBytes;
  const turn = await clock.enter(new URL(url).host, signal);
  const asked = await http.get(url, cap);
  if (asked.tag === 'answered') {
    const { status, headers } = asked.exchange;
    if (OVERLOADED(status))
      turn.leave('overloaded', retryAfterMs(firstHeader(headers, 'retry-after'), asked.exchange.date));
    else turn.leave('answered');
  } else {
    const ours = asked.tag === 'refused-address' || asked.failure.code === 'too-large';
    turn.leave(ours ? 'answered' : 'overloaded');
  }
  return asked;
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), as milliseconds from `now`; 0 where it is neither. */
export function retryAfterMs(value: string, now: string): number {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? 0 : Math.max(0, until - Date.parse(now));
}

/** Headers come as Latin-1; servers write Chinese paths in raw UTF-8. */
function locationOf({ headers, url }: Exchange): string | null {
  return resolveUrl(Buffer.from(firstHeader(headers, 'location'), 'latin1').toString('utf8'), url);
}
