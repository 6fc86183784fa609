import type { Logger } from 'pino';
import type { JobRepository } from '../../store/console/jobs.ts';
import { type JobProgress, type Live, NOTHING_YET, progressOf } from './progress.ts';
import type { JobStage, WorkProgress } from './work.ts';

type Listener = (progress: JobProgress) => void;

/** Knows how jobs stand, and tells whoever watches them. */
export class JobWatch {
  readonly #jobs: Pick<JobRepository, 'get' | 'waitingBefore'>;
  readonly #log: Logger;
  readonly #live = new Map<string, Live>();
  readonly #listeners = new Map<string, Set<Listener>>();
  /** The job in hand as it was last told, so that each page need not ask the database. */
  #told: JobProgress | null = null;

  constructor(jobs: Pick<JobRepository, 'get' | 'waitingBefore'>, log: Logger) {
    this.#jobs = jobs;
    this.#log = log;
  }

  /** Null where there is no such job. */
  async progressOf(id: string): Promise<JobProgress | null> {
    const job = await this.#jobs.get(id);
    if (!job) return null;
    const before = job.state === 'waiting' ? await this.#jobs.waitingBefore(id) : null;
    return progressOf(job, this.#live.get(id) ?? NOTHING_YET, before);
  }

  subscribe(id: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    void this.#retell(id, [listener]);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  /** What a job in hand is doing; null before its work says so. */
  stageOf(id: string): JobStage | null {
    return this.#live.get(id)?.work?.stage ?? null;
  }

  /** How far the job in hand has come; says whether a stage has begun with it. */
  show(id: string, work: WorkProgress): boolean {
    const live = this.#live.get(id) ?? NOTHING_YET;
    this.#update(id, { ...live, work });
    return live.work?.stage !== work.stage;
  }

  notice(id: string, line: string): void {
    const live = this.#live.get(id) ?? NOTHING_YET;
    if (!live.notices.includes(line)) this.#update(id, { ...live, notices: [...live.notices, line] });
  }

  async begun(id: string): Promise<void> {
    this.#live.set(id, NOTHING_YET);
    this.#told = await this.progressOf(id);
    await this.changed();
  }

  /** @param held in Chinese: why it waits although it was begun; null for no such cause */
  async putBack(id: string, held: string | null): Promise<void> {
    this.#told = null;
    this.#live.set(id, { ...NOTHING_YET, held });
    await this.changed();
  }

  async ended(id: string): Promise<void> {
    if (this.#told?.job.id === id) this.#told = null;
    this.#live.delete(id);
    await this.changed();
  }

  /** Tells all who watch: the places in the queue may be others now. */
  async changed(): Promise<void> {
    for (const [id, listeners] of this.#listeners) await this.#retell(id, [...listeners]);
  }

  #update(id: string, live: Live): void {
    this.#live.set(id, live);
    if (this.#told?.job.id !== id) return;
    this.#told = progressOf(this.#told.job, live, null);
    for (const listener of this.#listeners.get(id) ?? []) this.#tell(listener, this.#told);
  }

  async #retell(id: string, listeners: readonly Listener[]): Promise<void> {
    try {
      const progress = await this.progressOf(id);
      if (progress) for (const listener of listeners) this.#tell(listener, progress);
    } catch (error) {
      this.#log.error({ job: id, err: error }, 'jobs.failed');
    }
  }

  #tell(listener: Listener, progress: JobProgress): void {
    try {
      listener(progress);
    } catch (error) {
      this.#log.error({ job: progress.job.id, err: error }, 'job.listener-failed');
    }
  }
}
