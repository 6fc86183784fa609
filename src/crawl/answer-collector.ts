import type { Dispatcher } from 'undici';
import type { HeaderPairs } from '../evidence/record.ts';

/** What of an answer came over the wire before it ended, well or not. */
export interface Collected {
  /** Null where not even the headers came. */
  readonly head: { readonly status: number; readonly statusText: string; readonly headers: HeaderPairs } | null;
  /** As sent, with its Content-Encoding; as far as it came. */
  readonly payload: Uint8Array;
  /** Why it is not whole; null where it is. */
  readonly error: Error | null;
}

/** How many payload bytes are taken, by the Content-Type of the answer. */
export type SizeCap = (contentType: string) => number;

export interface CollectOptions {
  readonly cap: SizeCap;
  /** Milliseconds from when the request goes out; this also ends an answer that only drips. */
  readonly total: number;
  /** Told when the request goes out. */
  readonly sent: () => void;
  readonly done: (collected: Collected) => void;
}

/** Of an answer that is no answer in the end, the first part is kept as evidence, up to this many bytes. */
export const LARGEST_PART = 1024 * 1024;

/** The answer is larger than we take. */
export class TooLarge extends Error {}
/** The answer did not end in time, though it may still have been coming. */
export class OutOfTime extends Error {}

/**
 * Takes in one answer: no stream is built, since its parts are wanted only together, and of an answer that breaks off
 * the first part is kept.
 */
export class AnswerCollector implements Dispatcher.DispatchHandler {
  private readonly options: CollectOptions;
  private readonly chunks: Uint8Array[] = [];
  private head: Collected['head'] = null;
  private cap = 0;
  private take = 0;
  private size = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(options: CollectOptions) {
    this.options = options;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.timer = setTimeout(() => controller.abort(new OutOfTime('overall time-out')), this.options.total);
    this.options.sent();
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, _: unknown, statusText = ''): void {
    // 1xx announces an answer.
    if (status < 200) return;
    const headers = pairs(controller.rawHeaders as readonly (Uint8Array | string)[]);
    this.head = { status, statusText, headers };
    this.cap = this.options.cap(firstHeader(headers, 'content-type'));
    // Of what says that it is too large, no more is taken than is kept as evidence.
    const announced = Number(firstHeader(headers, 'content-length'));
    this.take = announced > this.cap ? Math.min(this.cap, LARGEST_PART) : this.cap;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > this.take) controller.abort(new TooLarge(`more than ${this.cap} bytes`));
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.end(null);
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.end(error);
  }

  private end(error: Error | null): void {
    clearTimeout(this.timer);
    this.options.done({ head: this.head, payload: Buffer.concat(this.chunks), error });
  }
}

function pairs(raw: readonly (Uint8Array | string)[]): [string, string][] {
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) list.push([latin1(raw[index]), latin1(raw[index + 1])]);
  return list;
}

const latin1 = (value: Uint8Array | string | undefined): string =>
  typeof value === 'string' ? value : Buffer.from(value ?? []).toString('latin1');

/** The first value of a header, any case; '' where there is none. */
export function firstHeader(headers: HeaderPairs, name: string): string {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? '';
}
