import { parseArgs } from 'node:util';
import { PEER_NAMES, type PeerName } from './peers.ts';

export interface Options {
  readonly pages: number;
  readonly rounds: number;
  readonly days: number;
  readonly peers: readonly PeerName[];
  readonly inFlight: number;
  readonly latency: string;
  readonly validators: string;
  /** Pacing instead of speed: the delay to keep, in milliseconds. */
  readonly pace: number | null;
  /** The audit instead of the crawl. */
  readonly audit: boolean;
  /** The console instead: so many findings; null for not. */
  readonly console: number | null;
  /** How long the console is measured, in seconds. */
  readonly seconds: number;
  /** Ends each run after so long, in milliseconds. */
  readonly timeoutMs: number;
  /** A file for the rows. */
  readonly json: string | null;
}

export const USAGE = `npm run bench -- [options]
  --pages N          list and article pages, a multiple of 100 (1000)
  --rounds N         rounds; the peer that begins changes from round to round (3)
  --peers a,b        of ${PEER_NAMES.join(', ')} (ours,limit-c,crawlee)
  --days 2           ours once more in the same folder, after 0.5 % of the articles changed
  --validators none  the site sends neither ETag nor Last-Modified
  --latency A[-B]    milliseconds before each answer (0)
  --in-flight N      requests at once, of ours (32)
  --pace MS          slot use and the smallest gap at this delay, of ours only; latency is up to the delay
  --audit            the audit of what two nights' crawls leave, instead of the crawl
  --console N        the console with N findings, 2 inspectors and 20 units at once, while a crawl runs
  --seconds S        how long the console is measured (60)
  --timeout S        ends a run after so many seconds (1800)
  --json FILE        writes the rows there
`;

/** Throws Error with what is wrong. */
export function readOptions(argv: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      ...{ pages: text, rounds: text, days: text, peers: text, validators: text, latency: text, pace: text },
      ...{ timeout: text, json: text, console: text, seconds: text, 'in-flight': text, audit: { type: 'boolean' } },
    },
  });
  const number = (
    name: 'pages' | 'rounds' | 'days' | 'timeout' | 'in-flight' | 'pace' | 'console' | 'seconds',
    fallback: number,
  ): number => {
    const value = values[name] === undefined ? fallback : Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} ${values[name]}: a whole number from 1`);
    return value;
  };
  const pages = number('pages', 1000);
  if (pages % 100 !== 0) throw new Error(`--pages ${pages}: a multiple of 100`);
  return {
    pages,
    rounds: number('rounds', 3),
    days: number('days', 1),
    peers: peersOf(values.peers ?? 'ours,limit-c,crawlee'),
    inFlight: number('in-flight', 32),
    latency: values.latency ?? '0',
    validators: values.validators ?? 'all',
    pace: values.pace === undefined ? null : number('pace', 50),
    audit: values.audit ?? false,
    console: values.console === undefined ? null : number('console', 50_000),
    seconds: number('seconds', 60),
    timeoutMs: number('timeout', 1800) * 1000,
    json: values.json ?? null,
  };
}

function peersOf(list: string): PeerName[] {
  return list.split(',').map((name) => {
    const peer = PEER_NAMES.find((known) => known === name);
    if (!peer) throw new Error(`--peers ${name}: one of ${PEER_NAMES.join(', ')}`);
    return peer;
  });
}
