import type { Logger } from 'pino';
import type { Job, JobKind, JobResult } from '../../model/job.ts';
import { UserError, withoutFileValues } from '../../model/user-error.ts';
import type { JobEnd, JobRepository } from '../../store/console/jobs.ts';
import { isFolderHeld } from './held-folder.ts';
import { JobWatch } from './job-watch.ts';
import { NightTurns } from './night-turns.ts';
import type { JobProgress } from './progress.ts';
import type { JobTools, JobWorks } from './work.ts';

export interface JobRunnerOptions {
  readonly jobs: JobRepository;
  readonly works: JobWorks;
  readonly clock: () => Date;
  /** Waits for so many milliseconds, or until the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly newId: () => string;
  readonly log: Logger;
  /** Told of each job that was done, with what came of it. */
  readonly onDone?: (job: Job, result: JobResult) => void | Promise<void>;
}

/** How long is waited where the folder is held, or the queue itself could not be read, in milliseconds. */
const TRY_AGAIN = 60_000;
const HELD = '另一个巡检进程正在使用数据目录，一分钟后重试';
const BROKEN = '程序出错，未能完成。请稍后重试；仍不成功的，请联系管理员查看日志';

/** What the work of a job came to. */
type Came = JobResult | UserError | 'stopped' | 'held' | 'broken';

/** The job in hand. */
interface Current {
  readonly job: Job;
  readonly stop: AbortController;
  why: 'cancelled' | 'paused' | 'stopped' | null;
}

/**
 * Does jobs one at a time: there is one site to be polite to and one data folder to write to. The queue is in the
 * database, so that whoever starts next goes on where this one was stopped or killed. A night makes way for checks that
 * people wait for (`NightTurns`), and goes on afterwards. What a job throws ends that job alone.
 */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #watch: JobWatch;
  readonly #turns = new NightTurns();
  readonly #ending = new AbortController();
  #current: Current | null = null;
  #running: Promise<void> | null = null;
  #isPoked = false;
  #wake = (): void => {};
  #pauseIsDue = false;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    this.#watch = new JobWatch(options.jobs, options.log);
  }

  /** Puts back what was in hand when the program ended, and begins. Throws UserError (exit code 5) for storage. */
  async start(): Promise<void> {
    await this.#options.jobs.requeueRunning();
    this.#running = this.#work();
  }

  /** Stops what is in hand so that it can be gone on with; resolves when it has stopped. Nothing is begun any more. */
  async stop(): Promise<void> {
    this.#ending.abort();
    this.#stopCurrent('stopped');
    this.#poke();
    await this.#running;
  }

  /**
   * Asks for a job; gives the one that waits or runs already where it is the same.
   * @param unit null for the whole district
   * @param by id of the account; null for the schedule
   */
  async ask(kind: JobKind, unit: string | null, finding: string | null, by: string | null): Promise<Job> {
    const { jobs, newId, clock } = this.#options;
    const job = await jobs.ask({ id: newId(), kind, unit, finding, requestedBy: by }, clock().getTime());
    this.#poke();
    await this.#watch.changed();
    void this.#makeWay();
    return job;
  }

  /** Takes a job out of the queue, or stops it so far; false where it has ended or is not there. */
  async cancel(id: string): Promise<boolean> {
    if (this.#current?.job.id === id) {
      this.#stopCurrent('cancelled');
      return true;
    }
    const { jobs, clock } = this.#options;
    if (!(await jobs.cancel(id, clock().getTime()))) return false;
    if ((await jobs.get(id))?.kind === 'night') this.#turns.end();
    await this.#watch.ended(id);
    return true;
  }

  /** How a job stands; null where there is none. */
  progressOf(id: string): Promise<JobProgress | null> {
    return this.#watch.progressOf(id);
  }

  /** Has `listener` told how a job stands, now and whenever that changes. Returns the end of it. */
  subscribe(id: string, listener: (progress: JobProgress) => void): () => void {
    return this.#watch.subscribe(id, listener);
  }

  async #work(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      this.#isPoked = false;
      try {
        const job = await this.#next();
        if (!job) await this.#rest();
        else if ((await this.#do(job)) === 'later') await this.#pause();
      } catch (error) {
        // The queue itself: its disk may be full. What was in hand stays so and is put back.
        this.#options.log.error({ err: error }, 'jobs.failed');
        await this.#pause();
        await this.#options.jobs.requeueRunning().catch(() => {});
      }
    }
  }

  /** Ends early where everything is to end. */
  async #pause(): Promise<void> {
    await this.#options.wait(TRY_AGAIN, this.#ending.signal).catch(() => {});
  }

  async #next(): Promise<Job | null> {
    const { jobs, clock } = this.#options;
    const night = this.#turns.isNightsTurn(clock().getTime()) ? await jobs.next('night') : null;
    return night ?? (await jobs.next());
  }

  async #do(job: Job): Promise<'now' | 'later'> {
    const { jobs, clock, log } = this.#options;
    if (!(await jobs.begin(job.id, clock().getTime()))) return 'now';
    const current: Current = { job, stop: new AbortController(), why: null };
    this.#current = current;
    try {
      if (this.#ending.signal.aborted) this.#stopCurrent('stopped');
      if (job.kind === 'night') this.#turns.work(clock().getTime());
      log.info({ job: job.id, kind: job.kind, unit: job.unit }, 'job.begun');
      await this.#watch.begun(job.id);
      return await this.#end(current, await this.#resultOf(current));
    } finally {
      this.#current = null;
      // Whoever waited for this job to make way need not any more.
      current.stop.abort();
    }
  }

  async #resultOf({ job, stop }: Current): Promise<Came> {
    const tools: JobTools = {
      signal: stop.signal,
      show: (work) => {
        const isNew = this.#watch.show(job.id, work);
        if (isNew) void this.#makeWay();
      },
      notice: (line) => this.#watch.notice(job.id, line),
    };
    try {
      return (await this.#options.works[job.kind](job, tools)) ?? 'stopped';
    } catch (error) {
      if (isFolderHeld(error)) return 'held';
      if (error instanceof UserError) return error;
      this.#options.log.error({ job: job.id, kind: job.kind, unit: job.unit, err: error }, 'job.failed');
      return 'broken';
    }
  }

  async #end({ job, why }: Current, result: Came): Promise<'now' | 'later'> {
    const { log } = this.#options;
    if (result === 'stopped' || result === 'held') {
      if (why === 'cancelled') await this.#ended(job, { state: 'cancelled', result: null, error: null });
      else await this.#putBack(job, { isPaused: why === 'paused', held: result === 'held' ? HELD : null });
      return result === 'held' || why === null ? 'later' : 'now';
    }
    if (result === 'broken') await this.#ended(job, { state: 'failed', result: null, error: BROKEN });
    else if (result instanceof UserError) {
      log.warn({ job: job.id, problem: result.message }, 'job.refused');
      // A unit is told of its own jobs, and registers hold what is of others.
      const told = job.unit === null ? result : withoutFileValues(result);
      await this.#ended(job, { state: 'failed', result: null, error: told.message });
    } else {
      await this.#ended(job, { state: 'done', result, error: null });
      await this.#tell(job.id, result);
    }
    return 'now';
  }

  async #ended(job: Job, end: JobEnd): Promise<void> {
    const { jobs, clock, log } = this.#options;
    if (job.kind === 'night') this.#turns.end();
    await jobs.end(job.id, end, clock().getTime());
    log.info({ job: job.id, kind: job.kind, unit: job.unit, state: end.state }, 'job.ended');
    this.#current = null;
    await this.#watch.ended(job.id);
  }

  async #putBack(
    job: Job,
    { isPaused, held }: { readonly isPaused: boolean; readonly held: string | null },
  ): Promise<void> {
    const { jobs, clock, log } = this.#options;
    if (isPaused) this.#turns.pause(clock().getTime());
    await jobs.giveBack(job.id);
    log.info({ job: job.id, kind: job.kind, unit: job.unit, isPaused, isHeld: held !== null }, 'job.put-back');
    this.#current = null;
    await this.#watch.putBack(job.id, held);
  }

  async #tell(id: string, result: JobResult): Promise<void> {
    const { jobs, onDone, log } = this.#options;
    const job = await jobs.get(id);
    try {
      if (job) await onDone?.(job, result);
    } catch (error) {
      log.error({ job: id, err: error }, 'job.follow-up-failed');
    }
  }

  /** Pauses a night in hand for a check that waits, as soon as may be; its audit, once begun, is soon over. */
  async #makeWay(): Promise<void> {
    const { clock, wait, log } = this.#options;
    const current = this.#current;
    if (current?.job.kind !== 'night' || this.#pauseIsDue || this.#watch.stageOf(current.job.id) !== 'crawl') return;
    this.#pauseIsDue = true;
    try {
      if (!(await this.#isAwaited())) return;
      await wait(this.#turns.pausableIn(clock().getTime()), current.stop.signal).catch(() => {});
      const isCrawling = this.#current === current && this.#watch.stageOf(current.job.id) === 'crawl';
      if (isCrawling && (await this.#isAwaited())) this.#stopCurrent('paused');
    } catch (error) {
      log.error({ err: error }, 'jobs.failed');
    } finally {
      this.#pauseIsDue = false;
    }
  }

  /** Whether a check waits. */
  async #isAwaited(): Promise<boolean> {
    const waiting = await this.#options.jobs.next();
    return waiting !== null && waiting.kind !== 'night';
  }

  #stopCurrent(why: NonNullable<Current['why']>): void {
    const current = this.#current;
    if (!current) return;
    // Whoever cancels a night that makes way means it.
    if (current.why === null || why !== 'paused') current.why = why;
    current.stop.abort();
  }

  #poke(): void {
    this.#isPoked = true;
    this.#wake();
  }

  /** Until something is asked for; not at all where that was so meanwhile. */
  async #rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#isPoked || this.#ending.signal.aborted) resolve();
    });
  }
}
