import { Agent } from 'undici';
import type { HeaderPairs } from '../evidence/record.ts';
import type { Pinned } from './addresses.ts';
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
  /** The connection ended before the body was whole. */
  readonly cut: boolean;
}

export type Asked =
  | { readonly tag: 'answered'; readonly exchange: Exchange }
  | { readonly tag: 'failed'; readonly date: string; readonly failure: NetFailure }
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

/** How many payload bytes are taken, by the Content-Type of the answer. */
export type SizeCap = (contentType: string) => number;

class TooLarge extends Error {}

/** GET, one request at a time: redirects are answers like others here. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly options: HttpOptions;
  /** Made so far, and the payload bytes that came. */
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

  async get(url: string, cap: SizeCap): Promise<Asked> {
    const { userAgent, timeOuts, now } = this.options;
    const { origin, host, pathname, search } = new URL(url);
    const date = now().toISOString();
    const sent: [string, string][] = [
      ['user-agent', userAgent],
      ['accept', '*/*'],
      ['accept-language', 'zh-CN,zh;q=0.9'],
      ['accept-encoding', 'gzip, deflate, br'],
    ];
    const controller = new AbortController();
    const overall = setTimeout(() => controller.abort(), timeOuts.total);
    let headersSeen = false;
    this.requests += 1;
    try {
      const answer = await this.agent.request({
        origin,
        path: `${pathname}${search}`,
        method: 'GET',
        headers: sent.flat(),
        signal: controller.signal,
        responseHeaders: 'raw',
      });
      headersSeen = true;
      const headers = pairs(answer.headers as unknown as readonly string[]);
      const { payload, cut } = await readBody(answer.body, cap(firstHeader(headers, 'content-type')));
      this.bytes += payload.length;
      const { statusCode: status, statusText } = answer;
      const requestHeaders: HeaderPairs = [['host', host], ...sent];
      return { tag: 'answered', exchange: { url, date, requestHeaders, status, statusText, headers, payload, cut } };
    } catch (error) {
      if (error instanceof PrivateAddressError) return { tag: 'refused-address', date };
      return { tag: 'failed', date, failure: failureOf(error, headersSeen, controller.signal.aborted) };
    } finally {
      clearTimeout(overall);
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

function failureOf(error: unknown, headersSeen: boolean, outOfTime: boolean): NetFailure {
  if (error instanceof TooLarge) return { code: 'too-large', phase: 'body', message: error.message };
  if (outOfTime) return { code: 'timeout', phase: headersSeen ? 'body' : 'send', message: 'overall time-out' };
  return netFailure(error, headersSeen);
}

/** What comes before the connection breaks is kept; a time-out or too much of it is no answer at all. */
async function readBody(
  body: AsyncIterable<Uint8Array>,
  cap: number,
): Promise<{ readonly payload: Uint8Array; readonly cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > cap) throw new TooLarge(`more than ${cap} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    const { code } = netFailure(error, true);
    if (error instanceof TooLarge || code === 'timeout' || (error as Error).name === 'AbortError') throw error;
    return { payload: Buffer.concat(chunks), cut: true };
  }
  return { payload: Buffer.concat(chunks), cut: false };
}

function pairs(raw: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) list.push([raw[index] as string, raw[index + 1] as string]);
  return list;
}

/** The first value of a header, any case; '' where there is none. */
export function firstHeader(headers: HeaderPairs, name: string): string {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? '';
}
