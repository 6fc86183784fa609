import type { HeaderPairs } from '../evidence/record.ts';
import { resolveUrl } from '../extract/links.ts';
import type { SkipReason } from '../model/capture.ts';
import type { CrawlCaps } from '../model/plan.ts';
import { firstHeader, type SizeCap } from './answer-collector.ts';
import type { HostClock, Turn } from './host-clock.ts';
import type { Asked, Exchange, HttpClient } from './http.ts';
import type { NetFailure } from './net-error.ts';
import type { Permission } from './permission.ts';

/** All hops of one address, in order, and how it ended; the last hop may be no more than the part of an answer that came. */
export interface Followed {
  readonly hops: readonly Exchange[];
  readonly finalUrl: string;
  readonly date: string;
  readonly end:
    | { readonly tag: 'answered'; readonly exchange: Exchange }
    /** Not `asked`: the host already failed at its robots.txt. */
    | ({ readonly tag: 'failed'; readonly asked: boolean } & NetFailure)
    | { readonly tag: 'skipped'; readonly why: SkipReason; readonly detail: string };
}

export interface FollowOptions {
  readonly http: HttpClient;
  readonly clock: HostClock;
  readonly caps: CrawlCaps;
  /** Whether an address, first or redirected to, may be asked for. */
  readonly may: (url: string) => Promise<Permission>;
  /** Sent with the first request, not with those that redirects lead to: such as If-None-Match. */
  readonly headers?: HeaderPairs;
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
  const failed = ({ code, phase, message }: NetFailure, wasAsked = true): Followed =>
    ended({ tag: 'failed', code, phase, message, asked: wasAsked });
  const skipped = (why: SkipReason, detail: string): Followed => ended({ tag: 'skipped', why, detail });
  for (;;) {
    const permission = await options.may(next);
    if (!permission.ok) {
      const { why, detail, failure } = permission;
      return failure ? failed({ ...failure, message: `${detail}: ${failure.message}` }, false) : skipped(why, detail);
    }
    if (seen.has(next) || seen.size > options.caps.redirects)
      return failed({ code: 'redirect-loop', phase: 'send', message: `redirected to ${next}` });
    const asked = await askInTurn(next, options, seen.size === 0 ? (options.headers ?? []) : []);
    seen.add(next);
    if (asked === null) return skipped('host-cooldown', 'the host has failed too often in this run');
    if (asked.tag !== 'answered') {
      date ||= asked.date;
      if (asked.tag === 'refused-address') return skipped('scope', 'the host has a private address');
      if (asked.part) hops.push(asked.part);
      return failed(asked.failure);
    }
    const { exchange } = asked;
    date ||= exchange.date;
    hops.push(exchange);
    const location = REDIRECTS.has(exchange.status) ? locationOf(exchange) : '';
    const target = resolveUrl(location, exchange.url);
    if (target !== null) next = target;
    else if (hasOtherScheme(location, exchange.url)) return skipped('scope', `redirected to ${location.slice(0, 200)}`);
    else return ended({ tag: 'answered', exchange });
  }
}

/** Null where the host was given up. */
async function askInTurn(url: string, options: FollowOptions, headers: HeaderPairs): Promise<Asked | null> {
  const { http, caps } = options;
  const cap: SizeCap = (contentType) =>
    /^(?:text\/html|application\/xhtml|$)/i.test(contentType) ? caps.pageBytes : caps.fileBytes;
  const turn = await turnAt(url, options);
  if (turn === null) return null;
  const asked = await http.get(url, { cap, sent: turn.sent, headers });
  giveBack(turn, asked);
  return asked;
}

/**
 * The host's turn for one request to this address; null where the host was given up. A host that keeps failing is asked
 * first for the file that every host has or denies: that tells whether it is the host, or only a part of the site.
 */
export async function turnAt(
  url: string,
  { http, clock, caps, signal }: Pick<FollowOptions, 'http' | 'clock' | 'caps' | 'signal'>,
): Promise<Turn | null> {
  const { host, origin } = new URL(url);
  for (;;) {
    const turn = await clock.enter(host, signal);
    if (!turn?.probe) return turn;
    giveBack(turn, await http.get(`${origin}/robots.txt`, { cap: () => caps.pageBytes, sent: turn.sent }));
  }
}

function giveBack(turn: Turn, asked: Asked): void {
  if (asked.tag === 'answered') {
    const { status, headers, date } = asked.exchange;
    if (OVERLOADED(status)) turn.leave('overloaded', retryAfterMs(firstHeader(headers, 'retry-after'), date));
    else turn.leave('answered');
  } else {
    const ours = asked.tag === 'refused-address' || asked.failure.code === 'too-large';
    turn.leave(ours ? 'answered' : 'overloaded');
  }
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), as milliseconds from `now`; 0 where it is neither. */
export function retryAfterMs(value: string, now: string): number {
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? 0 : Math.max(0, until - Date.parse(now));
}

/** '' where there is none. Headers come as Latin-1; servers write Chinese paths in raw UTF-8. */
function locationOf({ headers }: Exchange): string {
  return Buffer.from(firstHeader(headers, 'location'), 'latin1').toString('utf8').trim();
}

const hasOtherScheme = (location: string, base: string): boolean =>
  URL.canParse(location, base) && !/^https?:$/.test(new URL(location, base).protocol);
