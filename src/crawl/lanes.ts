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
      await supply.resume(host, lane);
    }
  }
  await supply.end();
}

class Supply {
  private readonly context: CrawlContext;
  private readonly visits: Visits;
  private readonly stop: (error: unknown) => void;
  private readonly lanes = new Map<string, Lane>();
  /** When a lane is to be woken for a task that waits for its time, in epoch milliseconds, by lane. */
  private readonly alarms = new Map<string, number>();
  /** Lanes of which it is being asked when they are to be woken next. */
  private asking = 0;
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
        if (this.alarms.size === 0 && this.asking === 0 && [...this.lanes.values()].every(({ atRest }) => atRest))
          resolve();
      };
      // Where the crawl is stopped before it began, no lane says that it rests.
      setImmediate(() => this.rested());
    });
    if (this.firstError) throw this.firstError.error;
  }

  poke(host: string, kind: LaneKind): void {
    const key = keyOf(host, kind);
    let lane = this.lanes.get(key);
    if (!lane) {
      lane = this.lane(host, kind);
      this.lanes.set(key, lane);
    }
    lane.poke();
  }

  /** Sets a lane to work, and an alarm for the first of its tasks that are still to wait. */
  async resume(host: string, kind: LaneKind): Promise<void> {
    const { runId, store, now } = this.context;
    // Taken first: what is due by then is taken in hand now, what is not has its alarm.
    const from = now().getTime();
    this.poke(host, kind);
    const due = await store.tasks.nextDue(runId, { host, lane: kind }, from);
    if (due !== null) this.wakeAt(host, kind, due);
  }

  /** @param due epoch milliseconds */
  private wakeAt(host: string, kind: LaneKind, due: number): void {
    const { time, now, signal } = this.context;
    const key = keyOf(host, kind);
    if ((this.alarms.get(key) ?? Number.POSITIVE_INFINITY) <= due) return;
    this.alarms.set(key, due);
    const ring = (): Promise<void> => this.ring(host, kind, due);
    void time.until(time.now() + Math.max(0, due - now().getTime()), signal).then(ring, ring);
  }

  /** The clock on the wall may be behind the one that was waited by: what is still to wait is waited for anew. */
  private async ring(host: string, kind: LaneKind, due: number): Promise<void> {
    const key = keyOf(host, kind);
    // An earlier one was set meanwhile, and will set the next.
    if (this.alarms.get(key) !== due) return;
    this.alarms.delete(key);
    if (!this.context.signal.aborted) {
      this.asking += 1;
      await this.resume(host, kind).catch((error: unknown) => this.fail(error));
      this.asking -= 1;
    }
    this.rested();
  }

  private lane(host: string, kind: LaneKind): Lane {
    const { plan, signal } = this.context;
    return new Lane({
      concurrency: kind === 'render' ? TABS : plan.crawl.perHost.inFlight,
      lease: (limit) => this.lease({ host, lane: kind }, limit),
      work: (task) => this.work(task, kind),
      rested: () => this.rested(),
      failed: (error) => this.fail(error),
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
    if (again !== null) this.wakeAt(task.host, kind, again);
  }

  private fail(error: unknown): void {
    this.firstError ??= { error };
    this.stop(error);
  }
}

const keyOf = (host: string, kind: LaneKind): string => `${kind} ${host}`;

async function waitForHours({ plan, now, time, signal, log, onWait }: CrawlContext): Promise<void> {
  const wait = untilAllowed(plan.crawl.hours, plan.timeZone, now());
  if (wait === 0) return;
  const until = new Date(now().getTime() + wait);
  log.info({ until }, 'crawl.outside-hours');
  onWait(until);
  await time.until(time.now() + wait, signal);
}
