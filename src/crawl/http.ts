import { Agent } from 'undici';
import type { HeaderPairs } from '../evidence/record.ts';
import type { NetCode } from '../model/capture.ts';
import type { Pinned } from './addresses.ts';
import {
  AnswerCollector,
  type Collected,
  LARGEST_PART,
  OutOfTime,
  type SizeCap,
  TooLarge,
} from './answer-collector.ts';
import { PrivateAddressError, pinnedConnector } from './connector.ts';
import { type NetFailure, netFailure } from './net-error.ts';

/** Limits of one request, in milliseconds; `total` also ends an answer that only drips. */
export interface TimeOuts {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
  readonly total: number;
}
export const TIME_OUTS: TimeOuts = { connect: 10_000, headers: 20_000, body: 30_000, total: 300_000 };

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly url: string;
  /** ISO instant, UTC, when the request was sent. */
  readonly date: string;
  readonly requestHeaders: HeaderPairs;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderPairs;
  /** As sent, with its Content-Encoding. */
  readonly payload: Uint8Array;
  /** Why the body is not whole, in the words of WARC-Truncated; false where it is. */
  readonly cut: false | 'disconnect' | 'time' | 'length';
}

export type Asked =
  | { readonly tag: 'answered'; readonly exchange: Exchange }
  /** `part`: what came of the answer before it failed. */
  | {
      readonly tag: 'failed';
      readonly date: string;
      readonly failure: NetFailure;
      readonly part: Exchange | null;
    }
  /** The host has a private address that the plan does not name. */
  | { readonly tag: 'refused-address'; readonly date: string };

export interface HttpOptions {
  readonly pinned: ReadonlyMap<string, Pinned>;
  readonly connections: number;
  /** `xunjian/VERSION (+contact)`. */
  readonly userAgent: string;
  readonly timeOuts: TimeOuts;
  readonly now: () => Date;
}

/** What one request is made with, besides its address. */
export interface AskOptions {
  readonly cap: SizeCap;
  /** Such as If-None-Match and If-Modified-Since. */
  readonly headers?: HeaderPairs;
  /** Told when the request goes out. */
  readonly sent?: () => void;
}

/** GET, one request at a time: redirects are answers like others here. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly options: HttpOptions;
  /** Sent so far, and the payload bytes that came. */
  requests = 0;
  bytes = 0;

  constructor(options: HttpOptions) {
    this.options = options;
    const { connect, headers, body } = options.timeOuts;
    this.agent = new Agent({
      connections: options.connections,
      pipelining: 1,
      headersTimeout: headers,
      bodyTimeout: body,
      connect: pinnedConnector(options.pinned, connect),
    });
  }

  async get(url: string, { cap, headers: further = [], sent = () => {} }: AskOptions): Promise<Asked> {
    const { userAgent, timeOuts, now } = this.options;
    const { origin, host, pathname, search } = new URL(url);
    const date = now().toISOString();
    const own: HeaderPairs = [
      ['user-agent', userAgent],
      ['accept', '*/*'],
      ['accept-language', 'zh-CN,zh;q=0.9'],
      ['accept-encoding', 'gzip, deflate, br'],
      ...further,
    ];
    const out = (): void => {
      this.requests += 1;
      sent();
    };
    const { head, payload, error } = await new Promise<Collected>((done) => {
      const request = { origin, path: `${pathname}${search}`, method: 'GET', headers: own.flat() } as const;
      this.agent.dispatch(request, new AnswerCollector({ cap, total: timeOuts.total, sent: out, done }));
    });
    this.bytes += payload.length;
    if (error instanceof PrivateAddressError) return { tag: 'refused-address', date };
    const failure = error === null ? null : failureOf(error, head !== null);
    if (head === null) return { tag: 'failed', date, failure: failure ?? NOTHING, part: null };
    const requestHeaders: HeaderPairs = [['host', host], ...own];
    const exchange = { url, date, requestHeaders, ...head };
    if (failure === null) return { tag: 'answered', exchange: { ...exchange, payload, cut: false } };
    const cut = CUT[failure.code];
    // A connection that broke is judged by what came over it; with a time-out or too much there is no answer at all.
    if (!cut) return { tag: 'answered', exchange: { ...exchange, payload, cut: 'disconnect' } };
    return { tag: 'failed', date, failure, part: { ...exchange, payload: payload.subarray(0, LARGEST_PART), cut } };
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

const NOTHING: NetFailure = { code: 'protocol', phase: 'send', message: 'no headers' };
const CUT: Readonly<Partial<Record<NetCode, 'time' | 'length'>>> = { timeout: 'time', 'too-large': 'length' };

function failureOf(error: Error, headersSeen: boolean): NetFailure {
  if (error instanceof TooLarge) return { code: 'too-large', phase: 'body', message: error.message };
  if (error instanceof OutOfTime) {
    return { code: 'timeout', phase: headersSeen ? 'body' : 'send', message: error.message };
  }
  return netFailure(error, headersSeen);
}
