import type { Task, TaskDraft } from '../store/tasks.ts';
import { TABS } from './browser.ts';
import type { CrawlContext } from './context.ts';
import { untilAllowed } from './hours.ts';
import { Lane } from './lane.ts';

export interface Visits {
  readonly http: (task: Task) => Promise<readonly TaskDraft[]>;
  readonly render: (task: Task) => Promise<readonly TaskDraft[]>;
}

/**
 * Works off all tasks of a run: for every host one lane of plain requests and one of browser tabs, so that a host in
 * trouble holds up no other. Resolves when nothing is left or the signal aborts; rejects on storage errors.
 */
export async function workOff(context: CrawlContext, visits: Visits, stop: (error: unknown) => void): Promise<void> {
  const { runId, store, plan, signal } = context;
  const lanes = new Map<string, Lane>();
  let rested = (): void => {};
  let firstError: { readonly error: unknown } | null = null;

  const poke = (host: string, kind: 'http' | 'render'): void => {
    const key = `${kind} ${host}`;
    let lane = lanes.get(key);
    if (!lane) {
      lane = new Lane({
        concurrency: kind === 'render' ? TABS : plan.crawl.perHost.inFlight,
        lease: (limit) =>
          store.tasks.lease(runId, kind === 'render' ? { host, kind } : { host, notKind: 'render' }, limit),
        work: async (task) => {
          await waitForHours(context);
          const children = await visits[kind](task);
          for (const child of laneKeys(children)) poke(...child);
          // A task may have been given back for another try.
          poke(host, kind);
        },
        rested: () => rested(),
        failed: (error) => {
          firstError ??= { error };
          stop(error);
        },
        signal,
      });
      lanes.set(key, lane);
    }
    lane.poke();
  };

  const allAtRest = new Promise<void>((resolve) => {
    rested = () => {
      if ([...lanes.values()].every(({ atRest }) => atRest)) resolve();
    };
  });
  const hosts = await store.tasks.hosts(runId);
  for (const host of hosts) {
    poke(host, 'http');
    poke(host, 'render');
  }
  // Where the crawl is stopped before it began, no lane says that it rests.
  setImmediate(() => rested());
  await allAtRest;
  const failure = firstError as { readonly error: unknown } | null;
  if (failure) throw failure.error;
}

function laneKeys(children: readonly TaskDraft[]): [host: string, kind: 'http' | 'render'][] {
  const keys = new Map<string, [string, 'http' | 'render']>();
  for (const { url, kind } of children) {
    const { host } = new URL(url);
    const lane = kind === 'render' ? 'render' : 'http';
    keys.set(`${lane} ${host}`, [host, lane]);
  }
  return [...keys.values()];
}

async function waitForHours({ plan, now, time, signal, log, onWait }: CrawlContext): Promise<void> {
  const wait = untilAllowed(plan.crawl.hours, plan.timeZone, now());
  if (wait === 0) return;
  const until = new Date(now().getTime() + wait);
  log.info({ until }, 'crawl.outside-hours');
  onWait(until);
  await time.until(time.now() + wait, signal);
}
