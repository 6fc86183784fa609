import type { PageEventKind } from '../store/page-events.ts';
import type { RunCost, RunMode } from '../store/runs.ts';

/** How far a crawl has come; told after every task. */
export interface CrawlProgress {
  /** Tasks done and known to be left. */
  readonly done: number;
  readonly left: number;
  /** Tasks a second since the crawl (re)started. */
  readonly perSecond: number;
  /** What is being read: an address. */
  readonly reading: string;
  /** Columns rendered in a browser so far. */
  readonly rendered: number;
}

/** What a crawl did. */
export interface CrawlSummary {
  readonly runId: string;
  readonly mode: RunMode;
  /** Nights since everything was fetched, that one being 0. */
  readonly night: number;
  /** ISO instant, UTC. */
  readonly startedAt: string;
  /** Whether it went on with a run that had been stopped. */
  readonly resumed: boolean;
  /** Captures of the whole run, and how many of them could not be read. */
  readonly captures: number;
  readonly unreadable: number;
  /** Columns rendered in a browser in the whole run. */
  readonly rendered: number;
  /** What the whole run has cost, over all its starts. */
  readonly cost: RunCost;
  /** What the last full run of these units cost; null where this is the first, or full itself. */
  readonly full: RunCost | null;
  /** What happened to documents since the run before; all zero in the first. */
  readonly events: Readonly<Record<PageEventKind, number>>;
  /** True where it was stopped before its end; the next crawl of the same plan goes on from there. */
  readonly interrupted: boolean;
}

/** Counts tasks for the progress display. */
export class ProgressMeter {
  private done: number;
  private left: number;
  private doneNow = 0;
  private rendered = 0;
  private readonly startedAt: number;
  private readonly now: () => number;
  private readonly tell: (progress: CrawlProgress) => void;

  constructor(known: { done: number; left: number }, now: () => number, tell: (progress: CrawlProgress) => void) {
    this.done = known.done;
    this.left = known.left;
    this.now = now;
    this.startedAt = now();
    this.tell = tell;
  }

  found(tasks: number): void {
    this.left += tasks;
  }

  finished(reading: string, rendered: boolean): void {
    this.done += 1;
    this.left -= 1;
    this.doneNow += 1;
    if (rendered) this.rendered += 1;
    const seconds = Math.max((this.now() - this.startedAt) / 1000, 0.001);
    const { done, left } = this;
    this.tell({ done, left, perSecond: this.doneNow / seconds, reading, rendered: this.rendered });
  }
}
