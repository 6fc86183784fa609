import type { ScannedRecord } from '../evidence/scan-file.ts';
import type { Capture } from '../model/capture.ts';
import type { Expected } from '../store/evidence-ledger.ts';

/**
 * In what an index row and the record it points at differ, in Chinese; empty where they agree. `hops`: the redirects
 * that stand before the record.
 */
export function differences(
  record: ScannedRecord,
  { role, capture }: Expected,
  hops: readonly ScannedRecord[],
): readonly string[] {
  return role === 'look' ? ofLook(record, capture, hops) : ofPayload(record, capture);
}

function ofLook(record: ScannedRecord, capture: Capture, hops: readonly ScannedRecord[]): string[] {
  const { headers } = record;
  const { url, finalUrl, result } = capture;
  const type = headers.get('warc-type') ?? '';
  const found: string[] = [];
  // After redirects the record is that of the last hop; the row has the date of the first.
  const target = headers.get('warc-target-uri');
  const asked = target === finalUrl && target !== url ? hops.findLast((hop) => targetOf(hop) === url) : record;
  if (!asked || targetOf(asked) !== url) found.push('网址');
  else if (asked.headers.get('warc-date') !== capture.capturedAt) found.push('时间');
  if (!typesOf(capture).includes(type)) found.push('类型');
  if (payloadDigest(record) !== capture.sha256) found.push('内容摘要');
  const status = type === 'response' ? record.status : null;
  if (status !== null && result.tag === 'responded' && status !== result.status) found.push('状态码');
  return found;
}

const ofPayload = (record: ScannedRecord, { sha256 }: Capture): string[] => {
  const holds = ['response', 'resource'].includes(record.headers.get('warc-type') ?? '');
  return [...(holds ? [] : ['类型']), ...(record.payloadSha256 === sha256 ? [] : ['内容摘要'])];
};

const targetOf = ({ headers }: ScannedRecord): string => headers.get('warc-target-uri') ?? '';

function typesOf({ result, view, record, payloadRecord }: Capture): readonly string[] {
  if (result.tag !== 'responded') return ['metadata'];
  if (payloadRecord !== record) return ['revisit'];
  return view === 'rendered' || view === 'screenshot' ? ['resource'] : ['response'];
}

/** Of what the record holds or, for a revisit, stands for; '' for records without payload. */
function payloadDigest({ headers, payloadSha256 }: ScannedRecord): string {
  if (headers.get('warc-type') !== 'revisit') return payloadSha256;
  return headers.get('warc-payload-digest')?.replace('sha256:', '') ?? '';
}
