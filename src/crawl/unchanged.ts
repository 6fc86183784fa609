import type { HeaderPairs, WarcRecordDraft } from '../evidence/record.ts';
import type { PagePayload } from '../store/pages.ts';
import type { Errand } from './context.ts';
import type { Followed } from './follow.ts';
import type { Exchange } from './http.ts';
import type { CaptureOf } from './recorder.ts';
import { exchangeRecords, revisitRecord } from './warc-drafts.ts';

/** A look that found what earlier nights had already: its records, and its capture, which rests on the earlier payload. */
export interface Unchanged {
  readonly records: readonly WarcRecordDraft[];
  readonly capture: CaptureOf;
  readonly payload: PagePayload;
}

/** What makes a request conditional (RFC 9110, 13.1): the validators of the last readable look, where nothing redirected. */
export function validatorsOf({ url, known }: Errand): HeaderPairs {
  const payload = known?.readable ? known.payload : null;
  if (!payload || payload.finalUrl !== url) return [];
  const headers: [string, string][] = [];
  if (payload.etag !== '') headers.push(['if-none-match', payload.etag]);
  if (payload.lastModified !== '') headers.push(['if-modified-since', payload.lastModified]);
  return headers;
}

/** The answer to a conditional request that says that nothing changed; null for every other. */
export function notModified({ hops, date, end }: Followed, task: Errand): Unchanged | null {
  const payload = task.known?.payload ?? null;
  if (end.tag !== 'answered' || end.exchange.status !== 304 || !payload || !isConditional(end.exchange)) return null;
  const before = hops.slice(0, -1).flatMap((hop, index) => exchangeRecords(hop, index * 2));
  return {
    records: [...before, ...revisit(end.exchange, payload, 'server-not-modified', before.length)],
    capture: captureOf(payload, 304, { url: task.url, capturedAt: date, recordIndex: before.length }),
    payload: { ...payload, ...validators(end.exchange, payload) },
  };
}

/** Only who asked for changes may be told that there are none: unasked, a 304 says nothing of the page. */
const isConditional = ({ requestHeaders }: Exchange): boolean =>
  requestHeaders.some(([name]) => name === 'if-none-match' || name === 'if-modified-since');

/** The same bytes at the same address once more, with a status of their own; null where either differs. */
export function sameAgain(
  { hops, finalUrl, date, end }: Followed,
  capture: Pick<CaptureOf, 'sha256' | 'result'>,
  task: Errand,
): Unchanged | null {
  const payload = task.known?.payload ?? null;
  if (end.tag !== 'answered' || !payload || end.exchange.payload.length === 0) return null;
  // Elsewhere it would be no answer of the address that the earlier record names.
  if (payload.sha256 !== capture.sha256 || payload.finalUrl !== finalUrl) return null;
  if (capture.result.tag !== 'responded' || capture.result.judgement !== 'ok') return null;
  const before = hops.slice(0, -1).flatMap((hop, index) => exchangeRecords(hop, index * 2));
  const kept = { ...payload, ...validators(end.exchange, { etag: '', lastModified: '' }) };
  return {
    records: [...before, ...revisit(end.exchange, payload, 'identical-payload-digest', before.length)],
    capture: captureOf(payload, end.exchange.status, { url: task.url, capturedAt: date, recordIndex: before.length }),
    payload: kept,
  };
}

function revisit(
  exchange: Exchange,
  { finalUrl: url, capturedAt: date, sha256: payloadSha256 }: PagePayload,
  profile: 'identical-payload-digest' | 'server-not-modified',
  base: number,
): WarcRecordDraft[] {
  const [, request] = exchangeRecords(exchange, base);
  const record = revisitRecord(exchange, { url, date, payloadSha256, profile });
  return request ? [record, request] : [record];
}

const captureOf = (
  { finalUrl, contentType, sha256, record }: PagePayload,
  status: number,
  look: Pick<CaptureOf, 'url' | 'capturedAt' | 'recordIndex'>,
): CaptureOf => ({
  ...look,
  ...{ finalUrl, view: 'http', page: 1, contentType, sha256 },
  result: { tag: 'responded', status, judgement: 'ok' },
  payloadRecord: record,
});

/** What to ask with next time; a 304 may leave out what has not changed. */
export function validators(
  { headers }: Pick<Exchange, 'headers'>,
  before: { readonly etag: string; readonly lastModified: string },
): { readonly etag: string; readonly lastModified: string } {
  const value = (name: string): string => headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? '';
  return { etag: value('etag') || before.etag, lastModified: value('last-modified') || before.lastModified };
}
