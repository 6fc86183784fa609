import type { LaneFilter } from '../store/tasks.ts';
import { TABS } from './browser.ts';
import type { CrawlContext, Errand, Visited } from './context.ts';
import { untilAllowed } from './hours.ts';
import { Lane } from './lane.ts';

type LaneKind = LaneFilter['lane'];
export type Visits = Readonly<Record<LaneKind, (task: Errand) => Promise<Visited>>>;

/**
 * Works off all tasks of a run: for every host one lane of plain requests and one of browser tabs, so that a host in
 * trouble holds up no other. Resolves when nothing is left or the signal aborts; rejects on storage errors.
 */
export async function workOff(context: CrawlContext, visits: Visits, stop: (error: unknown) => void): Promise<void> {
  const { runId, store } = context;
  const supply = new Supply(context, visits, stop);
  for (const host of await store.tasks.hosts(runId)) {
    for (const lane of ['http', 'render'] as const) {
      supply.poke(host, lane);
      const due = await store.tasks.nextDue(runId, { host, lane });
      if (due !== null) supply.pokeAt(host, lane, due);
    }
  }
  await supply.end();
}

class Supply {
  private readonly context: CrawlContext;
  private readonly visits: Visits;
  private readonly stop: (error: unknown) => void;
  private readonly lanes = new Map<string, Lane>();
  /** Tasks that wait for their time. */
  private sleeping = 0;
  private firstError: { readonly error: unknown } | null = null;
  private rested = (): void => {};

  constructor(context: CrawlContext, visits: Visits, stop: (error: unknown) => void) {
    this.context = context;
    this.visits = visits;
    this.stop = stop;
  }

  async end(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.rested = () => {
        if (this.sleeping === 0 && [...this.lanes.values()].every(({ atRest }) => atRest)) resolve();
      };
      // Where the crawl is stopped before it began, no lane says that it rests.
      setImmediate(() => this.rested());
    });
    if (this.firstError) throw this.firstError.error;
  }

  poke(host: string, kind: LaneKind): void {
    const key = `${kind} ${host}`;
    let lane = this.lanes.get(key);
    if (!lane) {
      lane = this.lane(host, kind);
      this.lanes.set(key, lane);
    }
    lane.poke();
  }

  /** @param due epoch milliseconds */
  pokeAt(host: string, kind: LaneKind, due: number): void {
    const { time, now, signal } = this.context;
    const wait = due - now().getTime();
    if (wait <= 0) {
      this.poke(host, kind);
      return;
    }
    this.sleeping += 1;
    const awake = (): void => {
      this.sleeping -= 1;
      if (!signal.aborted) this.poke(host, kind);
      this.rested();
    };
    void time.until(time.now() + wait, signal).then(awake, awake);
  }

  private lane(host: string, kind: LaneKind): Lane {
    const { plan, signal } = this.context;
    return new Lane({
      concurrency: kind === 'render' ? TABS : plan.crawl.perHost.inFlight,
      lease: (limit) => this.lease({ host, lane: kind }, limit),
      work: (task) => this.work(task, kind),
      rested: () => this.rested(),
      failed: (error) => {
        this.firstError ??= { error };
        this.stop(error);
      },
      signal,
    });
  }

  private async lease(filter: LaneFilter, limit: number): Promise<Errand[]> {
    const { runId, store, now } = this.context;
    const tasks = await store.tasks.lease(runId, filter, limit, now().getTime());
    const known = await store.pages.known(tasks.map(({ url }) => url));
    return tasks.map((task) => ({ ...task, known: known.get(task.url) ?? null }));
  }

  private async work(task: Errand, kind: LaneKind): Promise<void> {
    await waitForHours(this.context);
    const { children, again } = await this.visits[kind](task);
    const lanes = new Map(
      children.map((child) => [`${child.kind === 'render'} ${new URL(child.url).host}`, child] as const),
    );
    for (const child of lanes.values()) this.poke(new URL(child.url).host, child.kind === 'render' ? 'render' : 'http');
    if (again !== null) this.pokeAt(task.host, kind, again);
  }
}

async function waitForHours({ plan, now, time, signal, log, onWait }: CrawlContext): Promise<void> {
  const wait = untilAllowed(plan.crawl.hours, plan.timeZone, now());
  if (wait === 0) return;
  const until = new Date(now().getTime() + wait);
  log.info({ until }, 'crawl.outside-hours');
  onWait(until);
  await time.until(time.now() + wait, signal);
}
