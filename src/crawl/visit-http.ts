import type { OpenedCapture } from '../model/capture.ts';
import type { PageEvent } from '../store/page-events.ts';
import type { PagePayload } from '../store/pages.ts';
import { captured } from './captured.ts';
import { describeChange } from './changes.ts';
import { type Leads, leadsOf, listingOf } from './children.ts';
import type { CrawlContext, Errand, Visited } from './context.ts';
import { type Followed, follow } from './follow.ts';
import { lookAt } from './look.ts';
import { nextLook } from './next-look.ts';
import type { CaptureOf, Yield } from './recorder.ts';
import { notModified, sameAgain, type Unchanged, validators, validatorsOf } from './unchanged.ts';
import { wantedOf, withinSite } from './wanted.ts';

/** What a look brought, ready to be written. */
interface Found extends Omit<Yield, 'task' | 'outcome'> {
  readonly leads: Leads;
}

/** A look that brought nothing yet: it is worth another one in so many milliseconds. */
interface Unread extends Pick<Yield, 'records'> {
  readonly capture: CaptureOf;
  readonly wait: number;
}

/** Captures addresses by plain HTTP and finds what they lead to. */
export class HttpVisits {
  private readonly context: CrawlContext;
  /** An address may be asked for under two kinds; the second waits for the first and shares its capture. */
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(context: CrawlContext) {
    this.context = context;
  }

  /** Rejects only on storage errors, or when the crawl stops before the host's turn. */
  async visit(task: Errand): Promise<Visited> {
    if (!task.shared) return this.visitOnce(task);
    await this.underWay.get(task.url)?.catch(() => {});
    const work = this.visitOnce(task);
    this.underWay.set(task.url, work);
    try {
      return await work;
    } finally {
      if (this.underWay.get(task.url) === work) this.underWay.delete(task.url);
    }
  }

  /** The page itself is let go of before its evidence is written: many wait for the disk at once. */
  private async visitOnce(task: Errand): Promise<Visited> {
    const found = await this.lookFor(task);
    return 'wait' in found ? this.giveBack(task, found) : this.keep(task, found);
  }

  private async lookFor(task: Errand): Promise<Found | Unread> {
    const { runId, store, evidence, plan, mode, notThere, lookWaits } = this.context;
    const kept = task.shared ? await store.captures.inRun(runId, task.url) : null;
    if (kept) {
      const { body } = await evidence.open(kept.payloadRecord);
      return { records: [], captures: [], leads: leadsOf(task, { ...kept, body }, plan) };
    }
    const followed = await this.ask(task);
    const unmodified = notModified(followed, task);
    if (unmodified) return unchanged(task, unmodified);
    const { capture, records, body, text, look } = await captured(followed, {
      ...{ notThere, url: task.url, home: plan.site.home, caps: plan.crawl.caps, decode: evidence.decode },
      mayRender: task.kind === 'column' && plan.crawl.render !== 'never',
    });
    const wait = isStillGone(task, capture) ? null : nextLook(look, task.tries + 1, Math.random, lookWaits);
    if (wait !== null) return { records, capture, wait };
    const same = sameAgain(followed, capture, task);
    // A full night reads everything anew, also what brought the same bytes: the reading may have failed before.
    if (same && mode !== 'full') return unchanged(task, same);
    const leads = leadsOf(task, { ...capture, runId, id: 0, record: '', payloadRecord: '', body, text }, plan);
    const payload = payloadOf(followed, capture, leads);
    const held = same && payload ? { ...payload, ...heldBy(same) } : payload;
    const looked = lookAt(task, capture.result, capture.capturedAt, held);
    // A list's changes are those of its rows.
    const isList = task.kind === 'list-page' || leads.entries !== null;
    const changed = same || isList || payload === null ? [] : await this.changes(task, capture, body);
    return {
      ...(same ? { records: same.records, captures: [same.capture] } : { records, captures: [capture] }),
      looks: [looked.look],
      events: [...looked.events, ...changed],
      leads,
    };
  }

  private async giveBack(task: Errand, { records, capture, wait }: Unread): Promise<Visited> {
    const { recorder, log, now } = this.context;
    const again = now().getTime() + wait;
    log.debug({ url: task.url, result: capture.result, tries: task.tries + 1 }, 'capture.retry');
    await recorder.keep({ task: task.id, outcome: { again }, records, captures: [] });
    return { children: [], again };
  }

  private async keep(task: Errand, { leads, ...yielded }: Found): Promise<Visited> {
    const { recorder, log, meter } = this.context;
    const own = withinSite(leads, this.context);
    const children = await wantedOf(own, task, this.context);
    const listings = listingOf(task, own, 'http');
    const { added } = await recorder.keep({ ...yielded, task: task.id, outcome: 'done', children, listings });
    log.debug({ url: task.url, kind: task.kind, result: yielded.captures[0]?.result }, 'capture.kept');
    meter.found(added);
    meter.finished(task.url, false);
    return { children, again: null };
  }

  private async ask(task: Errand): Promise<Followed> {
    const { http, clock, plan, gate, signal, now, mode } = this.context;
    const { url, host, kind, column } = task;
    if (clock.givenUp(host)) {
      const date = now().toISOString();
      const detail = 'the host has failed too often in this run';
      return { hops: [], finalUrl: url, date, end: { tag: 'skipped', why: 'host-cooldown', detail } };
    }
    const may = (address: string) => gate.may(address);
    // The data of some lists, and some files and pictures, are given out only to those who come from the site.
    const isAsked = (kind === 'list-page' || kind === 'attachment') && column !== '';
    const referer = isAsked ? [['referer', withoutFragment(column)] as const] : [];
    const headers = [...referer, ...(mode === 'full' ? [] : validatorsOf(task))];
    const followed = await follow(url, { http, clock, caps: plan.crawl.caps, may, signal, headers });
    return followed.date === '' ? { ...followed, date: now().toISOString() } : followed;
  }

  /** What a document says now that it did not say on the night before. */
  private async changes(task: Errand, capture: CaptureOf, body: Uint8Array): Promise<readonly PageEvent[]> {
    const { evidence, plan, runId } = this.context;
    const before = task.known?.payload;
    if (!before || before.sha256 === capture.sha256) return [];
    const place = { id: 0, runId, record: '', payloadRecord: '' };
    const now: OpenedCapture = { ...capture, ...place, body };
    const earlier: OpenedCapture = { ...now, ...before, body: (await evidence.open(before.record)).body };
    const detail = describeChange(task.kind, earlier, now, plan.site);
    const { url, unit } = task;
    return detail === '' ? [] : [{ url, unit, at: capture.capturedAt, kind: 'changed', detail, record: '' }];
  }
}

/** Nothing new: what the page led to, it leads to still. Its documents are asked for by the plan of the night. */
function unchanged(task: Errand, { records, capture, payload }: Unchanged): Found {
  const { look, events } = lookAt(task, capture.result, capture.capturedAt, payload);
  const { listPages, rendered } = payload;
  const leads: Leads = { listPages, rendered, entries: null, whole: false, attachments: [] };
  return { records, captures: [capture], looks: [look], events, leads };
}

/** What was gone on several nights needs no several looks tonight. */
const isStillGone = ({ known }: Errand, { result }: CaptureOf): boolean =>
  known?.state === 'gone' && result.tag === 'responded' && /^(?:not-found|soft-404)$/.test(result.judgement);

function payloadOf({ end, finalUrl }: Followed, capture: CaptureOf, leads: Leads): PagePayload | null {
  const { result, contentType, sha256 } = capture;
  if (end.tag !== 'answered' || result.tag !== 'responded' || result.judgement !== 'ok') return null;
  const { listPages, rendered } = leads;
  const place = { finalUrl, contentType, capturedAt: end.exchange.date, sha256, record: '' };
  return { ...place, ...validators(end.exchange, { etag: '', lastModified: '' }), listPages, rendered };
}

const heldBy = ({ payload }: Unchanged): Pick<PagePayload, 'capturedAt' | 'record'> => ({
  capturedAt: payload.capturedAt,
  record: payload.record,
});

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
