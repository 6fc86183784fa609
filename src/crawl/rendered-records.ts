import { createHash } from 'node:crypto';
import type { WarcRecordDraft } from '../evidence/record.ts';
import type { CaptureResult, Judgement } from '../model/capture.ts';
import type { CaptureOf } from './recorder.ts';
import type { RenderedPage, Rendering } from './render-column.ts';
import { subresponseRecord } from './warc-drafts.ts';

export const DOM_TYPE = 'text/html; charset=utf-8';

export interface RenderedContext {
  readonly url: string;
  /** The id of the raw answer's record, which the browser's view is another view of. */
  readonly refersTo: string | null;
  readonly judge: (page: RenderedPage) => Judgement;
  /** Whether a picture is on record of a page that was the same to the letter. */
  readonly isPictured: (pages: readonly { readonly sha256: string }[]) => boolean;
}

/** Evidence of a rendered column: the DOM of every list page, its picture, and the answers that filled it. */
export class RenderedRecords {
  readonly records: WarcRecordDraft[] = [];
  readonly captures: CaptureOf[] = [];
  private readonly context: RenderedContext;

  constructor({ status, pages, screenshot, subresponses }: Rendering, context: RenderedContext) {
    this.context = context;
    for (const [index, page] of pages.entries()) {
      const record = this.resource(page.date, DOM_TYPE, Buffer.from(page.html));
      const result = { tag: 'responded', status, judgement: context.judge(page) } as const;
      this.add(record, { view: 'rendered', page: index + 1, result, finalUrl: page.url });
    }
    const [first] = pages;
    const ok: CaptureResult = { tag: 'responded', status, judgement: 'ok' };
    if (screenshot && first && !context.isPictured(this.captures))
      this.add(this.resource(first.date, 'image/jpeg', screenshot), {
        ...{ view: 'screenshot', page: 1, result: ok, finalUrl: first.url },
      });
    for (const answer of subresponses) {
      const judgement: Judgement = answer.status >= 400 ? 'server-error' : 'ok';
      const contentType = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
      this.add(
        { ...subresponseRecord(answer), concurrentTo: 0 },
        {
          ...{ view: 'subrequest', page: 1, finalUrl: answer.url, contentType },
          result: { tag: 'responded', status: answer.status, judgement },
        },
      );
    }
  }

  private add(
    record: WarcRecordDraft,
    capture: Pick<CaptureOf, 'view' | 'page' | 'result' | 'finalUrl'> & Partial<Pick<CaptureOf, 'contentType'>>,
  ): void {
    this.captures.push({
      ...{ contentType: record.contentType, ...capture },
      url: record.url ?? this.context.url,
      capturedAt: record.date,
      sha256: createHash('sha256').update(record.payload).digest('hex'),
      recordIndex: this.records.length,
    });
    this.records.push(record);
  }

  private resource(date: string, contentType: string, payload: Uint8Array): WarcRecordDraft {
    const { url, refersTo } = this.context;
    return {
      ...{ type: 'resource', url, date, contentType, payload },
      ...(refersTo === null ? {} : { fields: [['WARC-Refers-To', refersTo]] as const }),
      ...(this.records.length === 0 ? {} : { concurrentTo: 0 }),
    };
  }
}
