/** What kind of answer a response is. Only `ok` may be read for content. */
export const JUDGEMENTS = [
  'ok',
  'not-found',
  'soft-404',
  'blocked',
  'login',
  'maintenance',
  'server-error',
  'unrendered',
  'truncated',
] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Why no response came. */
export const NET_CODES = [
  'dns',
  'refused',
  'reset',
  'timeout',
  'tls',
  'redirect-loop',
  'too-large',
  'protocol',
] as const;
export type NetCode = (typeof NET_CODES)[number];
export type NetPhase = 'dns' | 'connect' | 'tls' | 'send' | 'body';

export type SkipReason = 'robots' | 'scope' | 'budget' | 'host-cooldown' | 'cancelled' | 'no-browser';

export type CaptureResult =
  | { readonly tag: 'responded'; readonly status: number; readonly judgement: Judgement }
  | { readonly tag: 'no-response'; readonly code: NetCode; readonly phase: NetPhase }
  | { readonly tag: 'not-attempted'; readonly why: SkipReason };

/**
 * How a page was looked at: `http` is the raw answer; `rendered` is the DOM a real browser held, one
 * capture per list page that was clicked to; `screenshot` is its picture; `subrequest` is an answer to
 * a request that the page's own script made.
 */
export type View = 'http' | 'rendered' | 'screenshot' | 'subrequest';

/** One answer to one request, kept as evidence, or the reason why there was none. */
export interface Capture {
  readonly id: number;
  readonly runId: string;
  /** The URL asked for. */
  readonly url: string;
  /** Where redirects ended; equal to `url` where there were none. */
  readonly finalUrl: string;
  readonly view: View;
  /** 1-based number of the list page within a rendered column; 1 for every other view. */
  readonly page: number;
  /** ISO instant, UTC. */
  readonly capturedAt: string;
  readonly result: CaptureResult;
  /** Content-Type as sent, '' where none. */
  readonly contentType: string;
  /** Lower-case hex SHA-256 of the payload as sent (before decompression); '' where there is no payload. */
  readonly sha256: string;
  /** `evidence/<file>.warc.gz#<offset>`: where the record of this look starts. */
  readonly record: string;
  /**
   * Where the payload lies: `record` itself, or, for a look that brought nothing new (304, or the same bytes again), the
   * record of the earlier one.
   */
  readonly payloadRecord: string;
}

/** A capture with its payload, decompressed. Empty for captures that have none. */
export interface OpenedCapture extends Capture {
  readonly body: Uint8Array;
}
