import type { CheckFault } from '../audit/runner.ts';
import type { Audit } from '../model/audit.ts';
import { type CivilDate, civilDateIn } from '../model/civil-date.ts';
import { type Period, periodAt } from '../model/period.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { Verdict } from '../model/verdict.ts';
import { buildReport } from '../report/build-report.ts';
import type { ReportModel } from '../report/report-model.ts';
import type { KeyColumns } from '../score/coverage.ts';
import { score } from '../score/score.ts';
import { waive } from '../score/waive.ts';
import { type AuditBasis, unitAuditor } from './audit-unit.ts';
import { checksFor } from './checks-for.ts';
import { evidenceLookup, storedData } from './compose.ts';
import { type InputFiles, loadInputs } from './inputs.ts';
import { keepRegisters } from './keep-registers.ts';
import { keepLastAudit } from './last-audit.ts';

export interface AuditRequest {
  readonly files: InputFiles;
  /** Folder of the evidence; the audit is also kept there, for the reports. */
  readonly data: string;
  /** Folders of further checks. */
  readonly checks: readonly string[];
  /** The day the checks believe it is; today in the district's zone without it. */
  readonly asOf?: CivilDate | undefined;
  /** The quarter assessed; that of `asOf` without it. */
  readonly period?: Period | undefined;
  readonly onProgress?: (state: { done: number; total: number; reading: string }) => void;
  /** Told of a check that broke down; its verdict there is inconclusive. */
  readonly onFault?: (line: string, error: unknown) => void;
}

export interface AuditResult {
  readonly audit: Audit;
  /** The same, arranged for readers. */
  readonly report: ReportModel;
}

/**
 * Runs the checks over stored evidence and scores the quarter. Reads the data folder and never the network, so the
 * same evidence gives the same audit at any time. Throws UserError: 2 for wrong input or before any crawl, 5 for storage.
 */
export async function auditDistrict(request: AuditRequest): Promise<AuditResult> {
  const { plan, units, rulebook, registers, registerFiles } = await loadInputs(request.files);
  const checks = await checksFor(request.checks, rulebook);
  const asOf = request.asOf ?? civilDateIn(new Date(), plan.timeZone);
  const period = request.period ?? periodAt('quarter', asOf);

  const data = await storedData(request.data);
  try {
    const basis: AuditBasis = {
      ...{ rulebook, registers, asOf, period, site: plan.site, models: plan.models },
      registerFiles: keepRegisters(registerFiles, request.data),
      bulletins: new Map(),
    };
    const auditUnit = await unitAuditor(basis, checks, evidenceLookup(data));
    const found: Verdict[] = [];
    const unread: UnreadPart[] = [];
    const keys = new Map<string, KeyColumns>();
    for (const [done, unit] of units.entries()) {
      request.onProgress?.({ done, total: units.length, reading: unit.name });
      const findings = await auditUnit(unit);
      found.push(...findings.verdicts);
      unread.push(...findings.unread);
      keys.set(unit.id, findings.keys);
      for (const fault of findings.faults) request.onFault?.(faultLine(fault), fault.error);
    }
    const ids = units.map(({ id }) => id);
    const verdicts = waive(found, registers.waivers ?? [], asOf);
    const audit: Audit = {
      schema: 'xunjian.audit/1',
      district: plan.district,
      asOf,
      period: period.id,
      units: units.map(({ id, name, kind }) => ({ id, name, kind })),
      run: data.run,
      verdicts,
      ...score({ units: ids, verdicts, registers, rulebook, period, keyColumns: keys }),
    };
    keepLastAudit(request.data, { audit, unread });
    return { audit, report: buildReport({ audit, unread, rulebook, plan }) };
  } finally {
    await data.close();
  }
}

const faultLine = ({ check, unit, error }: CheckFault): string =>
  `检查项 ${check} 在单位 ${unit} 处出错，已列为未能判定：${error instanceof Error ? error.message : String(error)}`;
