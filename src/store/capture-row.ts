import type { Insertable, Selectable } from 'kysely';
import type { Capture, CaptureResult, Judgement, NetCode, NetPhase, SkipReason, View } from '../model/capture.ts';
import type { Tables } from './tables.ts';

export type CaptureDraft = Omit<Capture, 'id'>;

export function toRow(capture: CaptureDraft): Insertable<Tables['captures']> {
  const { runId, url, finalUrl, view, page, capturedAt, result, contentType, sha256, record } = capture;
  const { payloadRecord } = capture;
  return {
    run_id: runId,
    url,
    final_url: finalUrl,
    view,
    page,
    captured_at: capturedAt,
    tag: result.tag,
    status: result.tag === 'responded' ? result.status : null,
    detail: detailOf(result),
    content_type: contentType,
    sha256,
    record,
    // Most looks hold their payload themselves.
    payload_record: payloadRecord === record ? '' : payloadRecord,
  };
}

export function fromRow(row: Selectable<Tables['captures']>): Capture {
  return {
    id: row.id,
    runId: row.run_id,
    url: row.url,
    finalUrl: row.final_url,
    view: row.view as View,
    page: row.page,
    capturedAt: row.captured_at,
    result: resultOf(row),
    contentType: row.content_type,
    sha256: row.sha256,
    record: row.record,
    payloadRecord: row.payload_record || row.record,
  };
}

function detailOf(result: CaptureResult): string {
  switch (result.tag) {
    case 'responded':
      return result.judgement;
    case 'no-response':
      return `${result.code}/${result.phase}`;
    case 'not-attempted':
      return result.why;
  }
}

function resultOf({ tag, status, detail }: Selectable<Tables['captures']>): CaptureResult {
  if (tag === 'responded') return { tag, status: status ?? 0, judgement: detail as Judgement };
  if (tag === 'not-attempted') return { tag, why: detail as SkipReason };
  const [code, phase] = detail.split('/');
  return { tag: 'no-response', code: code as NetCode, phase: phase as NetPhase };
}
