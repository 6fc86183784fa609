import type { HeaderPairs, WarcRecordDraft } from '../evidence/record.ts';
import type { Exchange } from './http.ts';

/** Headers that no longer describe the bytes we hold, kept under another name. */
const CHANGED_BY_CLIENT = /^transfer-encoding$/i;
const CHANGED_BY_BROWSER = /^(?:transfer-encoding|content-encoding|content-length)$/i;

/** The response, and the request as its neighbour; `base` is the index that the response will have in its append. */
export function exchangeRecords(exchange: Exchange, base: number): WarcRecordDraft[] {
  const { url, date, requestHeaders, status, statusText, headers, payload, cut } = exchange;
  const { pathname, search } = new URL(url);
  return [
    {
      type: 'response',
      url,
      date,
      contentType: 'application/http; msgtype=response',
      httpHead: head(`HTTP/1.1 ${status} ${statusText}`.trimEnd(), renamed(headers, CHANGED_BY_CLIENT)),
      payload,
      ...(cut ? { fields: [['WARC-Truncated', cut]] as const } : {}),
    },
    {
      type: 'request',
      url,
      date,
      contentType: 'application/http; msgtype=request',
      httpHead: head(`GET ${pathname}${search} HTTP/1.1`, requestHeaders),
      payload: new Uint8Array(),
      concurrentTo: base,
    },
  ];
}

/** An answer that brings an earlier payload again, without it. */
export function revisitRecord(
  exchange: Exchange,
  revisitOf: NonNullable<WarcRecordDraft['revisitOf']>,
): WarcRecordDraft {
  const { url, date, status, statusText, headers } = exchange;
  return {
    type: 'revisit',
    url,
    date,
    contentType: 'application/http; msgtype=response',
    httpHead: head(`HTTP/1.1 ${status} ${statusText}`.trimEnd(), renamed(headers, CHANGED_BY_CLIENT)),
    payload: new Uint8Array(),
    revisitOf,
  };
}

/** Why there is no answer, as JSON. */
export function failureRecord(
  url: string,
  date: string,
  failure: Readonly<Record<string, string | boolean>>,
): WarcRecordDraft {
  return {
    type: 'metadata',
    url,
    date,
    contentType: 'application/json',
    payload: Buffer.from(JSON.stringify(failure)),
  };
}

/** An answer as the browser handed it over, which is already unpacked. */
export function subresponseRecord(
  answer: Pick<Exchange, 'url' | 'date' | 'status' | 'statusText' | 'headers' | 'payload'>,
): WarcRecordDraft {
  const { url, date, status, statusText, headers, payload } = answer;
  return {
    type: 'response',
    url,
    date,
    contentType: 'application/http; msgtype=response',
    httpHead: head(`HTTP/1.1 ${status} ${statusText}`.trimEnd(), renamed(headers, CHANGED_BY_BROWSER)),
    payload,
  };
}

const renamed = (headers: HeaderPairs, which: RegExp): HeaderPairs =>
  headers.map(([name, value]) => [which.test(name) ? `X-Archive-Orig-${name}` : name, value]);

const head = (start: string, headers: HeaderPairs): Buffer =>
  Buffer.from(`${start}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`, 'latin1');
