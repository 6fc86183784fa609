import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { Unit } from '../model/plan.ts';
import { UserError } from '../model/user-error.ts';
import type { UnitFindings } from './audit-unit.ts';
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
export function auditUnits(
  work: AuditWork,
  units: readonly Unit[],
  threads: number,
  onProgress: ShowProgress,
): Promise<UnitFindings[]> {
  return threads > 1 ? inThreads(work, units, threads, onProgress) : oneByOne(work, units, onProgress);
}

async function oneByOne(work: AuditWork, units: readonly Unit[], onProgress: ShowProgress): Promise<UnitFindings[]> {
  const auditor = await openAuditor(work);
  try {
    const findings: UnitFindings[] = [];
    for (const [done, unit] of units.entries()) {
      onProgress({ done, total: units.length, reading: unit.name });
      findings.push(await auditor.audit(unit));
    }
    return findings;
  } finally {
    await auditor.close();
  }
}

async function inThreads(
  work: AuditWork,
  units: readonly Unit[],
  threads: number,
  onProgress: ShowProgress,
): Promise<UnitFindings[]> {
  const pool = new Tinypool({
    filename: WORKER.href,
    ...{ minThreads: threads, maxThreads: threads, workerData: work, teardown: 'teardown' },
  });
  const waiting = new Set(units.map(({ name }) => name));
  const show = (): void => {
    const [reading = ''] = waiting;
    onProgress({ done: units.length - waiting.size, total: units.length, reading });
  };
  const judge = async (unit: Unit): Promise<UnitFindings> => {
    const answer: UnitFindings | Refusal = await pool.run(unit);
    if ('problems' in answer) throw new UserError(answer.exitCode, answer.problems);
    waiting.delete(unit.name);
    show();
    return answer;
  };
  show();
  try {
    return await Promise.all(units.map(judge));
  } finally {
    await pool.destroy();
  }
}
