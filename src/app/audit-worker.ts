// A thread that judges units for `audit-units.ts`, one after the other.
import { Tinypool } from 'tinypool';
import type { Unit } from '../model/plan.ts';
import { type ExitCode, type Problem, UserError } from '../model/user-error.ts';
import type { UnitFindings } from './audit-unit.ts';
import { type AuditWork, type OpenAuditor, openAuditor } from './open-auditor.ts';

/** A UserError loses its class on the way to another thread. */
export interface Refusal {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];
}

let opened: Promise<OpenAuditor> | null = null;
let before: Promise<unknown> = Promise.resolve();

/** The next unit may be at hand already; its pages are read when the one before it is done. */
export default function judge(unit: Unit): Promise<UnitFindings | Refusal> {
  const answer = before.then(() => judged(unit));
  before = answer.catch(() => {});
  return answer;
}

async function judged(unit: Unit): Promise<UnitFindings | Refusal> {
  try {
    opened ??= openAuditor(Tinypool.workerData as AuditWork);
    return await (await opened).audit(unit);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { exitCode, problems } = error;
    return { exitCode, problems };
  }
}

/** Called by the pool before the thread ends. */
export async function teardown(): Promise<void> {
  await opened?.then(
    (auditor) => auditor.close(),
    () => {},
  );
}
