import { createHash } from 'node:crypto';
import type { EvidenceStore, WarcRecordDraft } from '../evidence/record.ts';
import type { CaptureResult, Judgement } from '../model/capture.ts';
import type { CrawlCaps } from '../model/plan.ts';
import { firstHeader } from './answer-collector.ts';
import { classify, pageText } from './classify.ts';
import { type Followed, retryAfterMs } from './follow.ts';
import type { Look } from './next-look.ts';
import type { NotThere } from './not-there.ts';
import type { PageText } from './page-text.ts';
import type { CaptureOf } from './recorder.ts';
import { exchangeRecords, failureRecord } from './warc-drafts.ts';

/** What came of asking for an address: its records, its capture, and its decoded body. */
export interface Captured {
  readonly records: readonly WarcRecordDraft[];
  readonly capture: CaptureOf;
  readonly body: Uint8Array;
  /** The body as text where it is a page. */
  readonly text: PageText | null;
  /** What decides on another look. */
  readonly look: Look;
}

export interface CaptureContext {
  readonly url: string;
  readonly home: string;
  readonly caps: CrawlCaps;
  readonly mayRender: boolean;
  readonly decode: EvidenceStore['decode'];
  readonly notThere: Pick<NotThere, 'judge'>;
}

const EMPTY = new Uint8Array();
/** Looking again would not ask either. */
const NOT_ASKED: Look = { result: { tag: 'not-attempted', why: 'host-cooldown' }, retryAfterMs: 0 };

/** Judges a followed address and lays out its evidence: every hop, and a record of why where there is no answer. */
export async function captured(followed: Followed, context: CaptureContext): Promise<Captured> {
  const { hops, finalUrl, date, end } = followed;
  const { url, caps, decode } = context;
  const records: WarcRecordDraft[] = [];
  for (const hop of hops) records.push(...exchangeRecords(hop, records.length));
  const base = { url, finalUrl, view: 'http', page: 1, capturedAt: date } as const;
  const failed = (result: CaptureResult, failure: Record<string, string>): Captured => ({
    records: [...records, failureRecord(url, date, { ...failure, url: finalUrl })],
    capture: { ...base, result, contentType: '', sha256: '', recordIndex: records.length },
    body: EMPTY,
    text: null,
    look: { result, retryAfterMs: 0 },
  });
  if (end.tag === 'skipped') {
    const { why, detail } = end;
    return failed({ tag: 'not-attempted', why }, { why, detail });
  }
  if (end.tag === 'failed') {
    const { code, phase, message, asked } = end;
    const unanswered = failed({ tag: 'no-response', code, phase }, { code, phase, message });
    return asked ? unanswered : { ...unanswered, look: NOT_ASKED };
  }
  const { status, headers, payload, cut } = end.exchange;
  const contentType = firstHeader(headers, 'content-type');
  const decoded = await decode(headers, payload, caps.decompressedBytes);
  if (!decoded.ok && decoded.why === 'too-large') {
    const message = `more than ${caps.decompressedBytes} bytes after decompression`;
    const why = { code: 'too-large', phase: 'body' } as const;
    return failed({ tag: 'no-response', ...why }, { ...why, message });
  }
  const body = decoded.ok && !cut ? decoded.body : null;
  const text = pageText(contentType, body);
  const judgement = await judge({ status, contentType, body, page: text, finalUrl }, context);
  const sha256 = createHash('sha256').update(payload).digest('hex');
  const result = { tag: 'responded', status, judgement } as const;
  return {
    records,
    // The response of the last hop; its request follows it.
    capture: { ...base, result, contentType, sha256, recordIndex: records.length - 2 },
    body: body ?? EMPTY,
    text,
    look: { result, retryAfterMs: retryAfterMs(firstHeader(headers, 'retry-after'), end.exchange.date) },
  };
}

type Received = Pick<Parameters<typeof classify>[0], 'status' | 'contentType' | 'body' | 'page' | 'finalUrl'>;

/** What the answer is by itself, and, where that is a page, beside what the site answers where there is none. */
async function judge(received: Received, { url, home, mayRender, notThere }: CaptureContext): Promise<Judgement> {
  const { page, finalUrl } = received;
  const judgement = classify({ ...received, url, home, mayRender });
  if (judgement !== 'ok' || page === null) return judgement;
  return notThere.judge({ url, finalUrl, page, mayRender });
}
