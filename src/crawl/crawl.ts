import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { EvidenceStore } from '../evidence/record.ts';
import type { Plan, Unit } from '../model/plan.ts';
import type { Store } from '../store/store.ts';
import { pinnedHosts } from './addresses.ts';
import { BrowserOnDemand, findBrowser, Tabs } from './browser.ts';
import type { CrawlContext } from './context.ts';
import { TRIES } from './context.ts';
import { type Followed, follow } from './follow.ts';
import { Gate } from './gate.ts';
import { HostClock, type Time } from './host-clock.ts';
import { HttpClient, TIME_OUTS, type TimeOuts } from './http.ts';
import { workOff } from './lanes.ts';
import { type CrawlProgress, type CrawlSummary, ProgressMeter } from './progress.ts';
import { realTime } from './real-time.ts';
import { Recorder } from './recorder.ts';
import { RENDER_LIMITS, type RenderLimits } from './render-column.ts';
import { planDigest, seedTasks } from './seeds.ts';
import { HttpVisits } from './visit-http.ts';
import { RenderVisits } from './visit-render.ts';
import { exchangeRecords, failureRecord } from './warc-drafts.ts';

export interface CrawlOptions {
  readonly plan: Plan;
  /** The units selected; the plan's, or some of them. */
  readonly units: readonly Unit[];
  /** Opened for writing; the caller closes both. */
  readonly store: Store;
  readonly evidence: EvidenceStore;
  /** Of xunjian, for the User-Agent. */
  readonly version: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CrawlProgress) => void;
  /** Told when the crawl begins to wait because the hour is outside `crawl.hours`, with the instant it goes on. */
  readonly onWait?: (until: Date) => void;
  /** Told when a column needs a browser and there is none: it will be unread. */
  readonly onNoBrowser?: () => void;
  /** Path of the browser; looked for without it, null for none. */
  readonly browser?: string | null;
  readonly timeOuts?: TimeOuts;
  readonly renderLimits?: RenderLimits;
  readonly now?: () => Date;
  readonly time?: Time;
}

/**
 * Walks the columns of the units and keeps evidence of every page, or of why there was none. Goes on with an unfinished
 * run of the same plan. Aborting the signal lets what is under way end and leaves the run to be resumed.
 * Throws UserError (storage) where evidence cannot be written; no trouble of the site makes it throw.
 */
export async function crawl(options: CrawlOptions): Promise<CrawlSummary> {
  const { plan, units, store, evidence, log, now = () => new Date(), time = realTime } = options;
  const startedAt = now().toISOString();
  const begun = time.now();
  const seeds = seedTasks(plan, units);
  const { run, resumed } = await store.runs.resumeOrBegin({
    id: randomUUID(),
    plan: planDigest(plan, units),
    units: units.map(({ id }) => id),
    startedAt,
  });
  // Seeds are added to a resumed run too: it may have been stopped before it had them.
  await store.tasks.add(run.id, seeds);
  log.info({ run: run.id, resumed, seeds: seeds.length }, 'crawl.started');

  const stopping = new AbortController();
  const signal = AbortSignal.any([options.signal, stopping.signal]);
  // Every request that waits for its turn listens.
  setMaxListeners(0, signal);
  const userAgent = `xunjian/${options.version} (+${plan.crawl.contact})`;
  const pinned = pinnedHosts(plan);
  const { perHost, caps } = plan.crawl;
  const http = new HttpClient({
    pinned,
    connections: perHost.inFlight,
    userAgent,
    timeOuts: options.timeOuts ?? TIME_OUTS,
    now,
  });
  const clock = new HostClock(perHost, time);
  const recorder = new Recorder(evidence, store);
  const gate: Gate = new Gate(plan.site, evidence.decode, caps.decompressedBytes, (url) => askForRobots(url, gate));
  const meter = new ProgressMeter(await store.tasks.progress(run.id), () => time.now(), options.onProgress);
  const context: CrawlContext = {
    ...{ runId: run.id, plan, store, evidence, recorder, http, clock, gate, meter, log, time, now, signal },
    onWait: options.onWait ?? (() => {}),
  };

  async function askForRobots(url: string, scope: Gate): Promise<Followed> {
    const may = async (address: string) =>
      scope.inScope(address) ? ({ ok: true } as const) : ({ ok: false, why: 'scope' } as const);
    for (let tries = 1; ; tries++) {
      const followed = await follow(url, { http, clock, caps, may, signal });
      const { hops, end, date } = followed;
      const failure = end.tag === 'answered' ? null : failureRecord(url, date || startedAt, { ...end });
      const records = [...hops.flatMap((hop, index) => exchangeRecords(hop, index * 2)), ...(failure ? [failure] : [])];
      await recorder.keep({ runId: run.id, task: null, outcome: 'done', records, captures: [], children: [] });
      const troubled = end.tag === 'failed' || (end.tag === 'answered' && end.exchange.status >= 500);
      if (!troubled || tries === TRIES) return followed;
    }
  }

  const browser = new BrowserOnDemand(async () => {
    const executable = options.browser === undefined ? await findBrowser() : options.browser;
    if (executable === null) {
      options.onNoBrowser?.();
      return null;
    }
    return Tabs.launch({ executable, hosts: plan.site.hosts, pinned, userAgent, timeZone: plan.timeZone }).catch(
      (error: unknown) => {
        log.error({ executable, error: (error as Error).message }, 'browser.failed');
        return null;
      },
    );
  });
  const httpVisits = new HttpVisits(context);
  const renderVisits = new RenderVisits(context, () => browser.tabs(), options.renderLimits ?? RENDER_LIMITS);
  try {
    const visits = {
      http: (task: Parameters<HttpVisits['visit']>[0]) => httpVisits.visit(task),
      render: (task: Parameters<RenderVisits['visit']>[0]) => renderVisits.visit(task),
    };
    await workOff(context, visits, (error) => stopping.abort(error));
  } finally {
    await Promise.all([http.close(), browser.close()]);
  }
  const { left } = await store.tasks.progress(run.id);
  const interrupted = left > 0;
  if (!interrupted) await store.runs.finish(run.id, now().toISOString());
  const summary: CrawlSummary = {
    runId: run.id,
    startedAt: run.startedAt,
    resumed,
    ...(await store.captures.counts(run.id)),
    rendered: await store.captures.renderedIn(run.id),
    requests: http.requests,
    bytes: http.bytes,
    ms: Math.round(time.now() - begun),
    interrupted,
  };
  log.info(summary, 'crawl.ended');
  return summary;
}
