import type { OpenedRecord, WarcRecordDraft } from '../evidence/record.ts';
import type { RecordFacts } from '../evidence/scan-record.ts';
import type { WaczPage } from '../evidence/wacz.ts';
import type { Capture } from '../model/capture.ts';
import { evidenceFormat } from './compose.ts';
import { type Case, titleOf } from './evidence-case.ts';
import type { GatheredRecord } from './evidence-gather.ts';

/** Browsertrix's name for the picture of a whole page. */
const pictureUrl = (url: string): string => `urn:fullPage:${url}`;

/**
 * Pictures once more under an address of their own: in the evidence they bear that of their page, where a viewer would
 * show them in its place.
 */
export async function pictureDrafts(
  captures: readonly Capture[],
  open: (record: string) => Promise<OpenedRecord>,
): Promise<readonly WarcRecordDraft[]> {
  const drafts: WarcRecordDraft[] = [];
  for (const { view, sha256, url, capturedAt, contentType, payloadRecord } of captures) {
    if (view !== 'screenshot' || sha256 === '') continue;
    const { payload, headers } = await open(payloadRecord);
    const original = headers.get('warc-record-id');
    drafts.push({
      type: 'resource',
      url: pictureUrl(url),
      date: capturedAt,
      contentType,
      payload,
      ...(original ? { fields: [['WARC-Refers-To', original]] as const } : {}),
    });
  }
  return drafts;
}

/**
 * The index of an exported case, sorted. Time stamps have milliseconds, so that revisits find their original among
 * several looks. Failures, pictures and bare 304 answers are in the archive, but nothing that a viewer could show.
 */
export function caseIndexLines(
  made: readonly Buffer[],
  records: readonly GatheredRecord[],
  captures: readonly Capture[],
): readonly string[] {
  const lines: { line: string; second: string; rank: number }[] = [];
  const { ARCHIVE_NAME, cdxLine, scanMember } = evidenceFormat;
  let offset = 0;
  const list = (record: RecordFacts, length: number, rank: number): void => {
    const line = rank < NEVER ? cdxLine(record, { filename: ARCHIVE_NAME, offset, length }, 17) : null;
    offset += length;
    const { headers } = record;
    if (line)
      lines.push({ line, rank, second: `${headers.get('warc-date')?.slice(0, 19)} ${headers.get('warc-target-uri')}` });
  };
  for (const bytes of made) list(scanMember(bytes), bytes.length, 0);
  const byRecord = new Map(captures.map((capture) => [capture.record, capture]));
  for (const record of records)
    list(record, record.length, rankOf(record, byRecord.get(`${record.file}#${record.offset}`)));
  // Viewers ask by the second: of two looks within one, only the better one may be found.
  const best = new Map<string, (typeof lines)[number]>();
  for (const entry of lines) {
    const other = best.get(entry.second);
    if (!other || entry.rank < other.rank) best.set(entry.second, entry);
  }
  return [...best.values()].map(({ line }) => line).sort();
}

const NEVER = 9;

/** Which of several records of an address is shown: what a browser saw, then what the server sent. */
function rankOf(record: GatheredRecord, capture: Capture | undefined): number {
  const type = record.headers.get('warc-type') ?? '';
  if (type === 'metadata' || capture?.view === 'screenshot') return NEVER;
  if (type === 'revisit' && record.status === NOT_MODIFIED) return NEVER;
  if (type === 'resource') return capture?.page === 1 ? 0 : 2;
  return 1;
}

const NOT_MODIFIED = 304;

/** The pages that a viewer lists, those that were chosen first; a page as the browser saw it before the bare answer. */
export async function casePages(
  { main, captures }: Case,
  records: readonly GatheredRecord[],
  read: (capture: Capture) => Promise<Uint8Array>,
): Promise<readonly WaczPage[]> {
  const byPlace = new Map(records.map((record) => [`${record.file}#${record.offset}`, record]));
  const rendered = new Set(captures.filter(({ view }) => view === 'rendered').map(({ url }) => url));
  const order = new Map(main.map((url, index) => [url, index]));
  /** A picture has the title of what it shows. */
  const titles = new Map<string, string>();
  const pages: { page: WaczPage; order: number }[] = [];
  for (const capture of captures) {
    const { url, view, capturedAt, result, page } = capture;
    if (result.tag !== 'responded' || url.endsWith('/robots.txt')) continue;
    if (view === 'subrequest' || (view === 'rendered' && capture.sha256 === '')) continue;
    const record = byPlace.get(capture.record);
    const original = record && record.status === NOT_MODIFIED ? record.headers.get('warc-refers-to-date') : undefined;
    const title = (await titleOf(capture, read)) || titles.get(url) || fileName(url);
    titles.set(url, title);
    pages.push({
      page: {
        url: view === 'screenshot' ? pictureUrl(url) : url,
        ts: original ?? capturedAt,
        title: `${title}${LABELS[view](page, rendered.has(url))}${original ? `（${capturedAt.slice(0, 10)}复核未变）` : ''}`,
      },
      order: (order.get(url) ?? main.length) * 10 + (view === 'rendered' ? 0 : view === 'http' ? 1 : 2),
    });
  }
  return pages.sort((a, b) => a.order - b.order).map(({ page }) => page);
}

/** The last part of an address, readable where it is UTF-8. */
function fileName(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) || url;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const LABELS: Record<Capture['view'], (page: number, isRendered: boolean) => string> = {
  http: (_, isRendered) => (isRendered ? '（服务器应答）' : ''),
  rendered: (page) => `（浏览器画面第${page}页）`,
  screenshot: () => '（截图）',
  subrequest: () => '',
};
