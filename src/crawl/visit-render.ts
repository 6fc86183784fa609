import type { ColumnPage } from '../extract/page.ts';
import { readColumnPage } from '../extract/read.ts';
import type { CaptureResult, Judgement } from '../model/capture.ts';
import type { Listing } from '../store/pages.ts';
import type { Tabs } from './browser.ts';
import { type Leads, leadsOfPage, listingOf, showsPicturesOf } from './children.ts';
import { classify, pageText } from './classify.ts';
import type { CrawlContext, Errand, Visited } from './context.ts';
import { turnAt } from './follow.ts';
import { nextLook } from './next-look.ts';
import { type RenderedPage, type Rendering, type RenderLimits, renderColumn } from './render-column.ts';
import { DOM_TYPE, RenderedRecords } from './rendered-records.ts';
import { wantedOf, withinSite } from './wanted.ts';
import { failureRecord } from './warc-drafts.ts';

const GIVEN_UP = 'the host has failed too often in this run';

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
  async visit(task: Errand): Promise<Visited> {
    const { clock, signal, gate } = this.context;
    const permission = await gate.may(task.url);
    if (!permission.ok) return this.keepFailure(task, { tag: 'not-attempted', why: permission.why }, permission.detail);
    if (clock.givenUp(task.host))
      return this.keepFailure(task, { tag: 'not-attempted', why: 'host-cooldown' }, GIVEN_UP);
    const tabs = await this.tabs();
    if (!tabs) return this.keepFailure(task, { tag: 'not-attempted', why: 'no-browser' }, 'no browser was found');
    let rendering: Rendering;
    try {
      rendering = await tabs.use((page) => renderColumn(page, task.url, this.options(task)));
    } catch (error) {
      signal.throwIfAborted();
      const { name, message } = error as Error;
      if (clock.givenUp(task.host))
        return this.keepFailure(task, { tag: 'not-attempted', why: 'host-cooldown' }, GIVEN_UP);
      const code = name === 'TimeoutError' ? 'timeout' : name === 'TooMuch' ? 'too-large' : 'protocol';
      const result = { tag: 'no-response', code, phase: 'body' } as const;
      return (await this.giveBack(task, result, message)) ?? this.keepFailure(task, result, message);
    }
    const again = isEmptyByTrouble(rendering)
      ? await this.giveBack(task, { tag: 'no-response', code: 'protocol', phase: 'body' }, rendering.trouble ?? '')
      : null;
    return again ?? this.keep(task, rendering);
  }

  private async giveBack(task: Errand, result: CaptureResult, error: string): Promise<Visited | null> {
    const { recorder, log, now, lookWaits } = this.context;
    log.warn({ url: task.url, error, tries: task.tries + 1 }, 'render.failed');
    const wait = nextLook({ result, retryAfterMs: 0 }, task.tries + 1, Math.random, lookWaits);
    if (wait === null) return null;
    const again = now().getTime() + wait;
    await recorder.keep({ task: task.id, outcome: { again }, records: [], captures: [] });
    return { children: [], again };
  }

  private options(task: Errand): Parameters<typeof renderColumn>[2] {
    const { plan, http, clock, signal, now } = this.context;
    return {
      read: (url, html) => this.read(task.url, url, html),
      pace: async () => {
        const turn = await turnAt(task.url, { http, clock, caps: plan.crawl.caps, signal });
        if (turn === null) throw new Error(GIVEN_UP);
        turn.sent();
        return () => turn.leave('answered');
      },
      maxPages: plan.crawl.caps.listPages,
      maxBytes: plan.crawl.caps.pageBytes,
      maxDecoded: plan.crawl.caps.decompressedBytes,
      limits: this.limits,
      now,
      stopping: () => signal.aborted,
    };
  }

  private read(url: string, finalUrl: string, html: string): ColumnPage {
    const { runId, plan } = this.context;
    const result = { tag: 'responded', status: 200, judgement: 'ok' } as const;
    const place = { id: 0, runId, record: '', payloadRecord: '', sha256: '', capturedAt: '', page: 1 };
    return readColumnPage(
      { ...place, view: 'rendered', url, finalUrl, result, contentType: DOM_TYPE, body: Buffer.from(html) },
      plan.site,
    );
  }

  private async keepFailure(task: Errand, result: CaptureResult, message: string): Promise<Visited> {
    const { recorder, meter, now } = this.context;
    const { url } = task;
    const capturedAt = now().toISOString();
    const { tag, ...rest } = result;
    const record = failureRecord(url, capturedAt, { tag, ...rest, message } as Record<string, string>);
    const place = { url, finalUrl: url, view: 'rendered', page: 1, capturedAt } as const;
    const capture = { ...place, contentType: '', sha256: '', recordIndex: 0, result };
    await recorder.keep({ task: task.id, outcome: 'done', records: [record], captures: [capture] });
    meter.finished(url, true);
    return { children: [], again: null };
  }

  private async keep(task: Errand, rendering: Rendering): Promise<Visited> {
    const { recorder, store, meter, log } = this.context;
    const untrusted = isEmptyByTrouble(rendering) || rendering.endless;
    const earlier = await store.captures.latest(task.url, 'rendered');
    const picture = await store.captures.latest(task.url, 'screenshot');
    const { records, captures } = new RenderedRecords(rendering, {
      url: task.url,
      refersTo: await this.httpRecordId(task.url),
      judge: (page) => (untrusted ? 'unrendered' : this.judge(task.url, rendering.status, page)),
      isPictured: (pages) => picture.length > 0 && sameDigests(pages, earlier),
    });
    const leads = withinSite(leadsOfRendering(rendering, showsPicturesOf(task, this.context.plan)), this.context);
    const children = await wantedOf(leads, task, this.context);
    const trusted = captures.every(({ view, result }) => view !== 'rendered' || isOk(result));
    const listings: Listing[] = trusted ? listingOf(task, leads, 'rendered') : [];
    const { added } = await recorder.keep({ task: task.id, outcome: 'done', records, captures, children, listings });
    log.debug({ url: task.url, captures: captures.length, children: children.length }, 'render.kept');
    meter.found(added);
    meter.finished(task.url, true);
    return { children, again: null };
  }

  private judge(url: string, status: number, { url: finalUrl, html, read }: RenderedPage): Judgement {
    const { home } = this.context.plan.site;
    const body = Buffer.from(html);
    const judged = classify({
      url,
      finalUrl,
      status,
      contentType: DOM_TYPE,
      body,
      page: pageText(DOM_TYPE, body),
      home,
      mayRender: false,
    });
    return judged === 'ok' && read.kind === 'unfilled' ? 'unrendered' : judged;
  }

  /** The id of the raw answer's record, which the browser's view is another view of. */
  private async httpRecordId(url: string): Promise<string | null> {
    const capture = await this.context.store.captures.inRun(this.context.runId, url);
    if (!capture) return null;
    const { headers } = await this.context.evidence.open(capture.record);
    return headers.get('warc-record-id') ?? null;
  }
}

/** What all list pages of a rendered column lead to together. */
function leadsOfRendering({ pages }: Rendering, pictures: boolean): Leads {
  const leads = pages.map(({ read }) => leadsOfPage(read, pictures));
  const lists = leads.flatMap(({ entries }) => (entries === null ? [] : [entries]));
  const last = pages.at(-1)?.read;
  // A list that still says that it goes on was not turned to its end.
  const isAtEnd = last !== undefined && last.kind !== 'unfilled' && !last.pager.hasNext;
  return {
    listPages: [],
    rendered: false,
    entries: lists.length === pages.length ? lists.flat() : null,
    whole: isAtEnd && leads.every(({ whole }) => whole),
    attachments: leads.flatMap(({ attachments }) => attachments),
  };
}

const isOk = (result: CaptureResult): boolean => result.tag === 'responded' && result.judgement === 'ok';

const sameDigests = (pages: readonly { sha256: string }[], earlier: readonly { sha256: string }[]): boolean =>
  earlier.length > 0 && pages.map(({ sha256 }) => sha256).join() === earlier.map(({ sha256 }) => sha256).join();

/** A list that shows nothing although its data or its script failed: «nothing there» is then only what the page says of itself. */
const isEmptyByTrouble = ({ pages, trouble }: Rendering): boolean =>
  trouble !== null && pages.some(({ read }) => read.kind === 'list' && read.entries.length === 0);
