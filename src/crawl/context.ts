import type { Logger } from 'pino';
import type { EvidenceStore } from '../evidence/record.ts';
import type { Plan } from '../model/plan.ts';
import type { KnownPage } from '../store/pages.ts';
import type { RunMode } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import type { Task, TaskDraft } from '../store/tasks.ts';
import type { Gate } from './gate.ts';
import type { HostClock, Time } from './host-clock.ts';
import type { HttpClient } from './http.ts';
import type { LookWaits } from './next-look.ts';
import type { NotThere } from './not-there.ts';
import type { ProgressMeter } from './progress.ts';
import type { Recorder } from './recorder.ts';

/** What every visit of one crawl shares. */
export interface CrawlContext {
  readonly runId: string;
  readonly mode: RunMode;
  readonly plan: Plan;
  readonly store: Store;
  readonly evidence: EvidenceStore;
  readonly recorder: Recorder;
  readonly http: HttpClient;
  readonly clock: HostClock;
  readonly gate: Gate;
  /** What the site answers where there is nothing. */
  readonly notThere: NotThere;
  readonly lookWaits: LookWaits;
  readonly meter: ProgressMeter;
  readonly log: Logger;
  readonly time: Time;
  readonly now: () => Date;
  readonly onWait: (until: Date) => void;
  /** Aborts when the crawl is to stop: nothing new is begun, what is under way ends. */
  readonly signal: AbortSignal;
}

/** A task in hand, with what earlier nights know of its address. */
export interface Errand extends Task {
  readonly known: KnownPage | null;
}

/** What a visit brought: tasks that were found, and when this one is to be tried once more (epoch milliseconds; null: never). */
export interface Visited {
  readonly children: readonly TaskDraft[];
  readonly again: number | null;
}
