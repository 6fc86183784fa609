import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { Unit } from '../model/plan.ts';
import { UserError } from '../model/user-error.ts';
import type { UnitAuditor, UnitFindings } from './audit-unit.ts';
import type { Refusal } from './audit-worker.ts';
import { type AuditWork, openAuditor } from './open-auditor.ts';

export type ShowProgress = (state: { done: number; total: number; reading: string }) => void;

/** A thread takes half a second to start; for fewer pages than this one after the other is as fast. */
const PAGES_FOR_THREADS = 2000;

/** As it was compiled: a program that runs from its sources has none. */
const WORKER = new URL('./audit-worker.js', import.meta.url);

/** How many threads are worth starting for so many units and captures; 1: none besides this one. */
export const threadsFor = (units: number, captures: number): number =>
  captures < PAGES_FOR_THREADS || !existsSync(fileURLToPath(WORKER)) ? 1 : Math.min(units, availableParallelism());

/**
 * The findings about all units, in their order, the same whatever the number of threads. A unit's pages are held only
 * while it is judged. Throws UserError: 2 for checks that cannot be loaded, 4 for damaged evidence, 5 for storage.
 */
export async function auditUnits(
  work: AuditWork,
  units: readonly Unit[],
  threads: number,
  onProgress: ShowProgress,
): Promise<UnitFindings[]> {
  const queue = new UnitQueue(units, onProgress);
  const auditor = await openAuditor(work);
  try {
    const others = threads > 1 ? inThreads(work, threads - 1, queue) : Promise.resolve();
    // This thread judges too: an idle one would take as much memory. All have ended before anything is closed.
    const ends = await Promise.allSettled([queue.work(auditor.audit), others]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return queue.findings;
  } finally {
    await auditor.close();
  }
}

/** Units are taken by whoever is free. */
class UnitQueue {
  readonly findings: UnitFindings[] = [];
  private readonly units: readonly Unit[];
  private readonly onProgress: ShowProgress;
  private taken = 0;
  private done = 0;
  private isStopped = false;

  constructor(units: readonly Unit[], onProgress: ShowProgress) {
    this.units = units;
    this.onProgress = onProgress;
  }

  /** Has units judged one after the other while there are any; a failure ends the work of all. */
  async work(judge: UnitAuditor): Promise<void> {
    while (!this.isStopped) {
      const position = this.taken;
      const unit = this.units[position];
      if (!unit) return;
      this.taken += 1;
      this.show(unit);
      try {
        this.findings[position] = await judge(unit);
      } catch (error) {
        this.isStopped = true;
        throw error;
      }
      this.done += 1;
      this.show(unit);
    }
  }

  private show({ name }: Unit): void {
    this.onProgress({ done: this.done, total: this.units.length, reading: name });
  }
}

/** Units that a thread has at hand: this one is not always free to give it the next. */
const AT_HAND = 2;
/** Megabytes; by itself each thread takes three times as much and is no faster. */
const YOUNG_GENERATION = 16;

async function inThreads(work: AuditWork, threads: number, queue: UnitQueue): Promise<void> {
  const pool = new Tinypool({
    filename: WORKER.href,
    ...{ minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: AT_HAND },
    ...{ workerData: work, teardown: 'teardown', resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } },
  });
  const judge = async (unit: Unit): Promise<UnitFindings> => {
    const answer: UnitFindings | Refusal = await pool.run(unit);
    if ('problems' in answer) throw new UserError(answer.exitCode, answer.problems);
    return answer;
  };
  try {
    await Promise.all(Array.from({ length: threads * AT_HAND }, () => queue.work(judge)));
  } finally {
    await pool.destroy();
  }
}
