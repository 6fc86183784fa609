import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { EvidenceStore } from '../evidence/record.ts';
import type { Plan } from '../model/plan.ts';
import type { Run, RunCost } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import { pinnedHosts } from './addresses.ts';
import { BrowserOnDemand, findBrowser, Tabs } from './browser.ts';
import type { CrawlContext } from './context.ts';
import { CostMeter } from './cost.ts';
import { Gate } from './gate.ts';
import { COOL_DOWN, type CoolDown, HostClock, type Time } from './host-clock.ts';
import { HttpClient, TIME_OUTS, type TimeOuts } from './http.ts';
import { type Visits, workOff } from './lanes.ts';
import { LOOK_WAITS, type LookWaits } from './next-look.ts';
import { tonight } from './nights.ts';
import { NotThere } from './not-there.ts';
import { type CrawlProgress, type CrawlSummary, ProgressMeter } from './progress.ts';
import { realTime } from './real-time.ts';
import { Recorder } from './recorder.ts';
import { RENDER_LIMITS, type RenderLimits } from './render-column.ts';
import { robotsFile } from './robots-file.ts';
import { columnsIn, planDigest, readingDigest, type Scope, seedTasks } from './seeds.ts';
import { specimenOf } from './specimens.ts';
import { HttpVisits } from './visit-http.ts';
import { RenderVisits } from './visit-render.ts';

/** The units selected are the plan's, or some of them. A run of some columns only is no night of their units. */
export interface CrawlOptions extends Scope {
  readonly plan: Plan;
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
  /** How long apart the looks at an address are that was not read. */
  readonly lookWaits?: LookWaits;
  /** When a host that fails is left alone. */
  readonly coolDown?: CoolDown;
  readonly now?: () => Date;
  readonly time?: Time;
  /** Everything is asked for; without it that is so on every n-th night, and what has changed on the others. */
  readonly full?: boolean;
  /** An unfinished run that began before is not gone on with: what it read is too old for who asks now. */
  readonly begunSince?: Date | undefined;
  /** Where a run of the same was finished since, nothing is asked for and its summary is given. */
  readonly unlessFinishedSince?: Date | undefined;
}

/**
 * Walks the columns of the units and keeps evidence of every page, or of why there was none. Goes on with an unfinished
 * run of the same plan. Aborting the signal lets what is under way end and leaves the run to be resumed.
 * Throws UserError (storage) where evidence cannot be written; no trouble of the site makes it throw.
 */
export async function crawl(options: CrawlOptions): Promise<CrawlSummary> {
  const { plan, store, evidence, log, now = () => new Date(), time = realTime } = options;
  const startedAt = now().toISOString();
  const { run, resumed, full } = await runOf(options, startedAt);
  if (run.finishedAt !== null) return summaryOf(run, { resumed, full, interrupted: false }, store);
  const columns = [...new Set(columnsIn(options).map(({ url }) => url))];
  // Seeds are added to a resumed run too: it may have been stopped before it had them.
  const due = run.mode === 'full' ? [] : await store.pages.due(columns, run.night, run.startedAt);
  const seeds = [...seedTasks(plan, options), ...due];
  await store.tasks.add(run.id, seeds);
  log.info({ run: run.id, mode: run.mode, night: run.night, resumed, seeds: seeds.length }, 'crawl.started');

  const stopping = new AbortController();
  const signal = AbortSignal.any([options.signal, stopping.signal]);
  // Every request that waits for its turn listens.
  setMaxListeners(0, signal);
  const userAgent = `xunjian/${options.version} (+${plan.crawl.contact})`;
  const pinned = pinnedHosts(plan);
  const { perHost } = plan.crawl;
  const http = new HttpClient({
    pinned,
    connections: perHost.inFlight,
    userAgent,
    timeOuts: options.timeOuts ?? TIME_OUTS,
    now,
  });
  const clock = new HostClock(perHost, time, options.coolDown ?? COOL_DOWN);
  const cost = new CostMeter({ now: () => time.now(), http });
  const recorder = new Recorder({ runId: run.id, evidence, store, spent: () => cost.take() });
  const gate: Gate = new Gate({
    site: plan.site,
    decode: evidence.decode,
    fetchRobots: (url) => robotsFile(url, gate, context),
    slowDown: (host, ms) => clock.slowDown(host, ms),
  });
  const notThere: NotThere = new NotThere({
    runId: run.id,
    home: plan.site.home,
    ask: (url) => specimenOf(url, context),
  });
  const meter = new ProgressMeter(await store.tasks.progress(run.id), () => time.now(), options.onProgress);
  const context: CrawlContext = {
    ...{
      runId: run.id,
      mode: run.mode,
      plan,
      store,
      evidence,
      recorder,
      http,
      clock,
      gate,
      notThere,
      lookWaits: options.lookWaits ?? LOOK_WAITS,
      meter,
      log,
      time,
      now,
      signal,
    },
    onWait: options.onWait ?? (() => {}),
  };

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
  const reconciled = { runId: run.id, columns, at: startedAt };
  try {
    const visits: Visits = {
      http: (task) => httpVisits.visit(task),
      render: async (task) => {
        const visited = await renderVisits.visit(task);
        cost.browserCpuMs = await browser.cpuMs();
        return visited;
      },
    };
    const stop = (error: unknown) => stopping.abort(error);
    await workOff(context, visits, stop);
    if (full !== null && !signal.aborted) {
      meter.found(await store.tasks.add(run.id, await store.unlist(reconciled)));
      await workOff(context, visits, stop);
    }
  } finally {
    await Promise.all([http.close(), browser.close()]);
  }
  const interrupted = (await store.tasks.progress(run.id)).left > 0;
  if (!interrupted) {
    const arrivals = full === null ? null : reconciled;
    await store.finish({ runId: run.id, finishedAt: now().toISOString(), cost: cost.take(), arrivals });
  }
  const summary = await summaryOf(run, { resumed, full, interrupted }, store);
  log.info(summary, 'crawl.ended');
  return summary;
}

async function summaryOf(
  { id, mode, night, startedAt }: Run,
  { full, ...ended }: Pick<CrawlSummary, 'resumed' | 'interrupted'> & { readonly full: RunCost | null },
  store: Store,
): Promise<CrawlSummary> {
  const { requests, bytes, cpuMs, browserCpuMs, ms } = await store.runs.get(id);
  return {
    ...{ runId: id, mode, night, startedAt, ...ended },
    ...(await store.captures.counts(id)),
    rendered: await store.captures.renderedIn(id),
    cost: { requests, bytes, cpuMs, browserCpuMs, ms },
    full: mode === 'full' ? null : full,
    events: await store.events.countsIn(id),
  };
}

/** The run to go on with, one that is finished already where that is enough, or a new one; and what the last full one cost, null before any. */
async function runOf(
  options: CrawlOptions,
  startedAt: string,
): Promise<{ readonly run: Run; readonly resumed: boolean; readonly full: RunCost | null }> {
  const { plan, store, begunSince, unlessFinishedSince } = options;
  const ids = options.units.map(({ id }) => id);
  const reading = readingDigest(plan, options.version);
  const finished = await store.runs.finished(reading);
  const full = finished.find((run) => run.mode === 'full' && ids.every((id) => run.units.includes(id))) ?? null;
  const digest = planDigest(plan, options);
  const units = options.columns === undefined ? ids : [];
  const newest = unlessFinishedSince && (await store.runs.newest(units));
  if (newest?.plan === digest && isSince(newest.finishedAt, unlessFinishedSince))
    return { run: newest, resumed: true, full };
  const unfinished = await store.runs.resume(digest, units, begunSince?.toISOString());
  if (unfinished) return { run: unfinished, resumed: true, full };
  const run = await store.runs.begin({
    ...{ id: randomUUID(), plan: digest, reading, units, startedAt },
    ...tonight(finished, ids, plan.crawl.fullEvery, options.full ?? false),
  });
  return { run, resumed: false, full };
}

const isSince = (finishedAt: string | null, since: Date | undefined): boolean =>
  finishedAt !== null && since !== undefined && finishedAt >= since.toISOString();
