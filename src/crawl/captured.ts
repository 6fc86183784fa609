import { createHash } from 'node:crypto';
import type { EvidenceStore, WarcRecordDraft } from '../evidence/record.ts';
import type { CaptureResult } from '../model/capture.ts';
import type { CrawlCaps } from '../model/plan.ts';
import { classify } from './classify.ts';
import type { Followed } from './follow.ts';
import { firstHeader } from './http.ts';
import type { CaptureOf } from './recorder.ts';
import { exchangeRecords, failureRecord } from './warc-drafts.ts';

/** What came of asking for an address: its records, its capture, and its decoded body. */
export interface Captured {
  readonly records: readonly WarcRecordDraft[];
  readonly capture: CaptureOf;
  readonly body: Uint8Array;
  /** Whether another try may bring more: no answer, a server in trouble, or half an answer. */
  readonly worthRetrying: boolean;
}

export interface CaptureContext {
  readonly runId: string;
  readonly url: string;
  readonly home: string;
  readonly caps: CrawlCaps;
  readonly mayRender: boolean;
  readonly decode: EvidenceStore['decode'];
}

const EMPTY = new Uint8Array();

/** Judges a followed address and lays out its evidence: every hop, and a record of why where there is no answer. */
export async function captured(followed: Followed, context: CaptureContext): Promise<Captured> {
  const { hops, finalUrl, date, end } = followed;
  const { runId, url, home, caps, mayRender, decode } = context;
  const records: WarcRecordDraft[] = [];
  for (const hop of hops) records.push(...exchangeRecords(hop, records.length));
  const base = { runId, url, finalUrl, view: 'http', page: 1, capturedAt: date } as const;
  const failed = (result: CaptureResult, failure: Record<string, string>, retry: boolean): Captured => ({
    records: [...records, failureRecord(url, date, failure)],
    capture: { ...base, result, contentType: '', sha256: '', recordIndex: records.length },
    body: EMPTY,
    worthRetrying: retry,
  });
  if (end.tag === 'skipped')
    return failed({ tag: 'not-attempted', why: end.why }, { why: end.why, url: finalUrl }, false);
  if (end.tag === 'failed') {
    const { code, phase, message } = end;
    const lasting = code === 'too-large' || code === 'redirect-loop';
    return failed({ tag: 'no-response', code, phase }, { code, phase, message, url: finalUrl }, !lasting);
  }
  const { status, headers, payload, cut } = end.exchange;
  const contentType = firstHeader(headers, 'content-type');
  const decoded = await decode(headers, payload, caps.decompressedBytes);
  if (!decoded.ok && decoded.why === 'too-large') {
    const message = `more than ${caps.decompressedBytes} bytes after decompression`;
    return failed(
      { tag: 'no-response', code: 'too-large', phase: 'body' },
      { code: 'too-large', phase: 'body', message },
      false,
    );
  }
  const body = decoded.ok && !cut ? decoded.body : null;
  const judgement = classify({ url, finalUrl, status, contentType, body, home, mayRender });
  const sha256 = createHash('sha256').update(payload).digest('hex');
  const retry = status === 429 || status >= 500 || judgement === 'truncated';
  return {
    records,
    capture: {
      ...base,
      result: { tag: 'responded', status, judgement },
      contentType,
      sha256,
      // The response of the last hop; its request follows it.
      recordIndex: records.length - 2,
    },
    body: body ?? EMPTY,
    worthRetrying: retry,
  };
}
