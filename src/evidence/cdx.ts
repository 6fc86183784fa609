import type { ScannedRecord } from './scan-file.ts';
import { contentTypeOf } from './scan-record.ts';
import { surt } from './surt.ts';

export interface CdxPlace {
  /** Name of the file that holds the record, as the index is to say it. */
  readonly filename: string;
  readonly offset: number;
  readonly length: number;
}

/** Records that a reader looks up by address; requests and the description of a file are found beside them. */
const LISTED = new Set(['response', 'revisit', 'resource', 'metadata']);

/**
 * The CDXJ line of a record, without line end: SURT, time stamp and a JSON object, in ASCII only. Null for records that
 * are not listed. `digits` of the time stamp: 14 as pywb wants it, or 17 with milliseconds.
 */
export function cdxLine(
  record: Pick<ScannedRecord, 'headers' | 'http' | 'status'>,
  { filename, offset, length }: CdxPlace,
  digits: 14 | 17 = 14,
): string | null {
  const { headers } = record;
  const type = headers.get('warc-type') ?? '';
  const url = headers.get('warc-target-uri');
  if (!LISTED.has(type) || !url) return null;
  const mime = contentTypeOf(record).split(';', 1)[0]?.trim();
  const digest = headers.get('warc-payload-digest')?.replace(/^.*:/, '');
  const fields = {
    url,
    mime: type === 'revisit' ? 'warc/revisit' : mime || undefined,
    status: record.status === null ? undefined : String(record.status),
    digest,
    length: String(length),
    offset: String(offset),
    filename,
    'refers-to-target-uri': headers.get('warc-refers-to-target-uri'),
    'refers-to-date': headers.get('warc-refers-to-date'),
  };
  const stamp = new Date(headers.get('warc-date') ?? '').toISOString().replace(/\D/g, '').slice(0, digits);
  const json = JSON.stringify(fields).replace(/[^\x20-\x7e]/g, (unit) => `\\u${hex4(unit.charCodeAt(0))}`);
  return `${surt(url)} ${stamp} ${json}`;
}

const hex4 = (code: number): string => code.toString(16).padStart(4, '0');
