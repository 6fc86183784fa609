import type { Logger } from 'pino';
import type { EvidenceStore } from '../evidence/record.ts';
import type { Plan } from '../model/plan.ts';
import type { Store } from '../store/store.ts';
import type { Gate } from './gate.ts';
import type { HostClock, Time } from './host-clock.ts';
import type { HttpClient } from './http.ts';
import type { ProgressMeter } from './progress.ts';
import type { Recorder } from './recorder.ts';

/** What every visit of one crawl shares. */
export interface CrawlContext {
  readonly runId: string;
  readonly plan: Plan;
  readonly store: Store;
  readonly evidence: EvidenceStore;
  readonly recorder: Recorder;
  readonly http: HttpClient;
  readonly clock: HostClock;
  readonly gate: Gate;
  readonly meter: ProgressMeter;
  readonly log: Logger;
  readonly time: Time;
  readonly now: () => Date;
  readonly onWait: (until: Date) => void;
  /** Aborts when the crawl is to stop: nothing new is begun, what is under way ends. */
  readonly signal: AbortSignal;
}

/** Tries per address and run. */
export const TRIES = 3;
