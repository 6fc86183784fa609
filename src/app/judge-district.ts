import type { CheckFault } from '../audit/runner.ts';
import type { Audit } from '../model/audit.ts';
import { type CivilDate, civilDateIn } from '../model/civil-date.ts';
import { type Period, periodAt } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { KeyColumns } from '../model/score.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { Verdict } from '../model/verdict.ts';
import { score } from '../score/score.ts';
import { waive } from '../score/waive.ts';
import { unitsAssessed, unrectifiedOf } from './assessed-units.ts';
import type { AuditBasis } from './audit-unit.ts';
import { auditUnits, type ShowProgress, threadsFor } from './audit-units.ts';
import { checksFor } from './checks-for.ts';
import { storedData } from './compose.ts';
import { type InputFiles, loadInputs } from './inputs.ts';
import { keepRegisters } from './keep-registers.ts';
import { lastBulletin } from './last-bulletin.ts';
import { readingVersion } from './reading-version.ts';

export interface AuditRequest {
  readonly files: InputFiles;
  /** Folder of the evidence. */
  readonly data: string;
  /** Folders of further checks. */
  readonly checks: readonly string[];
  /** The day the checks believe it is; today in the district's zone without it. */
  readonly asOf?: CivilDate | undefined;
  /** The quarter assessed; that of `asOf` without it. */
  readonly period?: Period | undefined;
  /** How many threads judge; without it as many as are worth it. */
  readonly threads?: number;
  readonly onProgress?: ShowProgress;
  /** Told of a check that broke down; its verdict there is inconclusive. */
  readonly onFault?: (line: string, error: unknown) => void;
}

/** An audit that nobody has kept yet, and what it was made of. */
export interface Judged {
  readonly audit: Audit;
  readonly unread: readonly UnreadPart[];
  readonly plan: Plan;
  readonly rulebook: Rulebook;
  /** Whether no unit was left out. */
  readonly isWhole: boolean;
  /** ISO instant, UTC, of the newest look that it rests on. */
  readonly lookedUntil: string;
  /** The day on which it was made, in the district's zone. */
  readonly today: CivilDate;
}

/**
 * Runs the checks over stored evidence and scores the quarter. Reads the data folder and never the network, so the
 * same evidence gives the same audit at any time; writes nothing but copies of the registers that it cites. Throws
 * UserError: 2 for wrong input or before any crawl, 5 for storage.
 */
export async function judgeDistrict(request: AuditRequest): Promise<Judged> {
  const { plan, units, rulebook, registers, registerFiles } = await loadInputs(request.files);
  // Before anything else, so that a mistake in them is known at once.
  await checksFor(request.checks, rulebook);
  const today = civilDateIn(new Date(), plan.timeZone);
  const asOf = request.asOf ?? today;
  const period = request.period ?? periodAt('quarter', asOf);
  const assessed = unitsAssessed(units, period);

  const data = await storedData(
    request.data,
    units.map(({ id }) => id),
  );
  try {
    const basis: AuditBasis = {
      ...{ rulebook, registers, asOf, period, site: plan.site, models: plan.models },
      registerFiles: keepRegisters(registerFiles, request.data),
      bulletins: await lastBulletin(request.data, period),
    };
    const work = { basis, data: request.data, checks: request.checks, reading: readingVersion(plan.site) };
    const threads = request.threads ?? threadsFor(assessed.length, data.size);
    const perUnit = await auditUnits(work, assessed, threads, request.onProgress ?? (() => {}));
    const found: Verdict[] = [];
    const unread: UnreadPart[] = [];
    const keys = new Map<string, KeyColumns>();
    for (const findings of perUnit) {
      found.push(...findings.verdicts);
      unread.push(...findings.unread);
      keys.set(findings.unit, findings.keys);
      for (const fault of findings.faults) request.onFault?.(faultLine(fault), fault.error);
    }
    const ids = assessed.map(({ id }) => id);
    const verdicts = waive(found, registers.waivers ?? [], asOf);
    const unrectified = unrectifiedOf(basis.bulletins, verdicts, asOf);
    const audit: Audit = {
      schema: 'xunjian.audit/1',
      district: plan.district,
      asOf,
      period: period.id,
      units: assessed.map(({ id, name, kind }) => ({ id, name, kind })),
      run: data.run,
      verdicts,
      ...score({ units: ids, verdicts, registers, rulebook, period, keyColumns: keys, unrectified }),
    };
    const isWhole = units.length === plan.units.length;
    return { audit, unread, plan, rulebook, isWhole, lookedUntil: data.lookedUntil, today };
  } finally {
    await data.close();
  }
}

const faultLine = ({ check, unit, error }: CheckFault): string =>
  `检查项 ${check} 在单位 ${unit} 处出错，已列为未能判定：${(error as Error).message}`;
