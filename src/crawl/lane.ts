import PQueue from 'p-queue';
import type { Errand } from './context.ts';

export interface LaneOptions {
  readonly concurrency: number;
  /** Takes tasks in hand; fewer than asked for means that there are no more for now. */
  readonly lease: (limit: number) => Promise<readonly Errand[]>;
  readonly work: (task: Errand) => Promise<void>;
  /** Told when the lane may have come to rest. */
  readonly rested: () => void;
  readonly failed: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** The tasks of one host (or its browser tasks), so many at once, kept supplied from the database. */
export class Lane {
  private readonly queue: PQueue;
  private readonly options: LaneOptions;
  private mayHaveMore = true;
  private filling = false;

  constructor(options: LaneOptions) {
    this.options = options;
    this.queue = new PQueue({ concurrency: options.concurrency });
  }

  get atRest(): boolean {
    const dry = !this.mayHaveMore || this.options.signal.aborted;
    return dry && !this.filling && this.queue.size === 0 && this.queue.pending === 0;
  }

  /** Tells that there are new tasks. */
  poke(): void {
    this.mayHaveMore = true;
    void this.fill();
  }

  private async fill(): Promise<void> {
    const { concurrency, lease, signal } = this.options;
    if (this.filling || signal.aborted || this.queue.size >= concurrency) return;
    this.filling = true;
    try {
      while (this.mayHaveMore && !signal.aborted && this.queue.size < concurrency) {
        this.mayHaveMore = false;
        const limit = concurrency * 2;
        const tasks = await lease(limit);
        if (tasks.length === limit) this.mayHaveMore = true;
        for (const task of tasks) void this.queue.add(() => this.run(task));
      }
    } catch (error) {
      this.options.failed(error);
    } finally {
      this.filling = false;
      this.options.rested();
    }
  }

  private async run(task: Errand): Promise<void> {
    const { work, signal, failed, rested } = this.options;
    try {
      // A task leased but not begun is given back when the run goes on.
      if (!signal.aborted) await work(task);
    } catch (error) {
      if (!signal.aborted) failed(error);
    } finally {
      void this.fill();
      // Only then does the queue count the task as gone.
      setImmediate(rested);
    }
  }
}
