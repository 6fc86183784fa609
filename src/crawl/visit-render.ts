import { createHash } from 'node:crypto';
import type { WarcRecordDraft } from '../evidence/record.ts';
import type { ColumnPage } from '../extract/page.ts';
import { readColumnPage } from '../extract/read.ts';
import type { CaptureResult, Judgement } from '../model/capture.ts';
import type { Task, TaskDraft } from '../store/tasks.ts';
import type { Tabs } from './browser.ts';
import { childrenOfPage } from './children.ts';
import { classify } from './classify.ts';
import { type CrawlContext, TRIES } from './context.ts';
import type { CaptureOf } from './recorder.ts';
import { type RenderedPage, type Rendering, type RenderLimits, renderColumn } from './render-column.ts';
import { failureRecord, subresponseRecord } from './warc-drafts.ts';

const DOM_TYPE = 'text/html; charset=utf-8';

/** Captures columns as a browser shows them, with the picture, and the answers that filled them. */
export class RenderVisits {
  private readonly context: CrawlContext;
  private readonly tabs: () => Promise<Tabs | null>;
  private readonly limits: RenderLimits;

  constructor(context: CrawlContext, tabs: () => Promise<Tabs | null>, limits: RenderLimits) {
    this.context = context;
    this.tabs = tabs;
    this.limits = limits;
  }

  /** As HttpVisits.visit. */
  async visit(task: Task): Promise<readonly TaskDraft[]> {
    const { clock, signal, gate } = this.context;
    const permission = await gate.may(task.url);
    if (!permission.ok) return this.keepFailure(task, { tag: 'not-attempted', why: permission.why }, permission.detail);
    if (clock.givenUp(task.host, task.tries))
      return this.keepFailure(task, { tag: 'not-attempted', why: 'host-cooldown' }, 'host has failed too often');
    const tabs = await this.tabs();
    if (!tabs) return this.keepFailure(task, { tag: 'not-attempted', why: 'no-browser' }, 'no browser was found');
    let rendering: Rendering;
    try {
      rendering = await tabs.use((page) => renderColumn(page, task.url, this.options(task)));
    } catch (error) {
      signal.throwIfAborted();
      const { name, message } = error as Error;
      if (await this.givesAnotherTry(task, message)) return [];
      const code = name === 'TimeoutError' ? 'timeout' : 'protocol';
      return this.keepFailure(task, { tag: 'no-response', code, phase: 'body' }, message);
    }
    if (isEmptyByTrouble(rendering) && (await this.givesAnotherTry(task, rendering.trouble ?? ''))) return [];
    return this.keep(task, rendering);
  }

  private async givesAnotherTry(task: Task, error: string): Promise<boolean> {
    const { runId, recorder, log } = this.context;
    log.warn({ url: task.url, error, tries: task.tries + 1 }, 'render.failed');
    if (task.tries + 1 >= TRIES) return false;
    await recorder.keep({ runId, task: task.id, outcome: 'retry', records: [], captures: [], children: [] });
    return true;
  }

  private options(task: Task): Parameters<typeof renderColumn>[2] {
    const { plan, clock, signal, now } = this.context;
    return {
      read: (url, html) => this.read(task.url, url, html),
      pace: async () => {
        const turn = await clock.enter(task.host, signal);
        return () => turn.leave('answered');
      },
      maxPages: plan.crawl.caps.listPages,
      maxBytes: plan.crawl.caps.pageBytes,
      limits: this.limits,
      now,
      stopping: () => signal.aborted,
    };
  }

  private read(url: string, finalUrl: string, html: string): ColumnPage {
    const { runId, plan } = this.context;
    const result = { tag: 'responded', status: 200, judgement: 'ok' } as const;
    const place = { id: 0, runId, record: '', sha256: '', capturedAt: '', page: 1, view: 'rendered' as const };
    return readColumnPage(
      { ...place, url, finalUrl, result, contentType: DOM_TYPE, body: Buffer.from(html) },
      plan.site,
    );
  }

  private async keepFailure(task: Task, result: CaptureResult, message: string): Promise<readonly TaskDraft[]> {
    const { runId, now } = this.context;
    const date = now().toISOString();
    const { tag, ...rest } = result;
    const record = failureRecord(task.url, date, { tag, ...rest, message } as Record<string, string>);
    const capture = this.capture(task, { url: task.url, date, contentType: '', sha256: '', recordIndex: 0, result });
    await this.commit(task, [record], [{ ...capture, runId }], []);
    return [];
  }

  private async keep(task: Task, rendering: Rendering): Promise<readonly TaskDraft[]> {
    const { status, pages, screenshot, subresponses } = rendering;
    const untrusted = isEmptyByTrouble(rendering);
    const refersTo = await this.httpRecordId(task.url);
    const records: WarcRecordDraft[] = [];
    const captures: CaptureOf[] = [];
    const add = (
      record: WarcRecordDraft,
      capture: Partial<CaptureOf> & { result: CaptureResult; contentType: string },
      finalUrl: string,
    ): void => {
      const { date, payload } = record;
      const place = {
        url: record.url ?? task.url,
        date,
        finalUrl,
        sha256: sha256(payload),
        recordIndex: records.length,
      };
      captures.push({
        ...this.capture(task, { ...place, contentType: capture.contentType, result: capture.result }),
        ...capture,
      });
      records.push(record);
    };
    const resource = (date: string, contentType: string, payload: Uint8Array): WarcRecordDraft => ({
      type: 'resource',
      url: task.url,
      date,
      contentType,
      payload,
      ...(refersTo === null ? {} : { fields: [['WARC-Refers-To', refersTo]] as const }),
      ...(records.length === 0 ? {} : { concurrentTo: 0 }),
    });
    for (const [index, page] of pages.entries()) {
      const result = {
        tag: 'responded',
        status,
        judgement: untrusted ? 'unrendered' : this.judge(task.url, status, page),
      } as const;
      const record = resource(page.date, DOM_TYPE, Buffer.from(page.html));
      add(record, { page: index + 1, result, contentType: DOM_TYPE }, page.url);
    }
    const [first] = pages;
    const responded = (code: number): CaptureResult => ({ tag: 'responded', status: code, judgement: 'ok' });
    if (screenshot && first)
      add(
        resource(first.date, 'image/jpeg', screenshot),
        { view: 'screenshot', result: responded(status), contentType: 'image/jpeg' },
        first.url,
      );
    for (const answer of subresponses) {
      const contentType = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
      const record = { ...subresponseRecord(answer), concurrentTo: 0 };
      const judgement: Judgement = answer.status >= 400 ? 'server-error' : 'ok';
      add(
        record,
        { view: 'subrequest', result: { tag: 'responded', status: answer.status, judgement }, contentType },
        answer.url,
      );
    }
    const children = pages
      .flatMap(({ read }) => childrenOfPage(task, read))
      .filter(({ url }) => this.context.gate.inScope(url));
    return this.commit(task, records, captures, children);
  }

  private judge(url: string, status: number, { url: finalUrl, html, read }: RenderedPage): Judgement {
    const { home } = this.context.plan.site;
    const judged = classify({
      url,
      finalUrl,
      status,
      contentType: DOM_TYPE,
      body: Buffer.from(html),
      home,
      mayRender: false,
    });
    return judged === 'ok' && read.kind === 'unfilled' ? 'unrendered' : judged;
  }

  private capture(
    task: Task,
    place: {
      url: string;
      finalUrl?: string;
      date: string;
      contentType: string;
      sha256: string;
      recordIndex: number;
      result: CaptureResult;
    },
  ): CaptureOf {
    const { url, finalUrl = url, date, contentType, sha256: digest, recordIndex, result } = place;
    return {
      runId: this.context.runId,
      url: url || task.url,
      finalUrl,
      view: 'rendered',
      page: 1,
      capturedAt: date,
      result,
      contentType,
      sha256: digest,
      recordIndex,
    };
  }

  private async commit(
    task: Task,
    records: readonly WarcRecordDraft[],
    captures: readonly CaptureOf[],
    children: readonly TaskDraft[],
  ): Promise<readonly TaskDraft[]> {
    const { runId, recorder, meter, log } = this.context;
    const { added } = await recorder.keep({ runId, task: task.id, outcome: 'done', records, captures, children });
    log.debug({ url: task.url, captures: captures.length, children: children.length }, 'render.kept');
    meter.found(added);
    meter.finished(task.url, true);
    return children;
  }

  /** The id of the raw answer's record, which the browser's view is another view of. */
  private async httpRecordId(url: string): Promise<string | null> {
    const capture = await this.context.store.captures.inRun(this.context.runId, url);
    if (!capture) return null;
    const { headers } = await this.context.evidence.open(capture.record);
    return headers.get('warc-record-id') ?? null;
  }
}

/** A list that shows nothing although its data or its script failed: «nothing there» is then only what the page says of itself. */
const isEmptyByTrouble = ({ pages, trouble }: Rendering): boolean =>
  trouble !== null && pages.some(({ read }) => read.kind === 'list' && read.entries.length === 0);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
