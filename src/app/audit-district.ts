import type { Audit } from '../model/audit.ts';
import type { UnreadPart } from '../model/unread.ts';
import { buildReport } from '../report/build-report.ts';
import type { ReportModel } from '../report/report-model.ts';
import { type AuditRequest, judgeDistrict } from './judge-district.ts';
import { keepLastAudit } from './last-audit.ts';
import { keepQuarterAudit } from './quarter-audits.ts';
import { recordNight } from './record-night.ts';

export type { AuditRequest };

export interface AuditResult {
  readonly audit: Audit;
  readonly unread: readonly UnreadPart[];
  /** The audit, arranged for readers. */
  readonly report: ReportModel;
}

/**
 * Judges the district by stored evidence, keeps the audit in the data folder for the reports, and takes it into the
 * history of findings. Throws UserError: 2 for wrong input or before any crawl, 5 for storage.
 */
export async function auditDistrict(request: AuditRequest): Promise<AuditResult> {
  const { audit, unread, plan, rulebook, isWhole, lookedUntil, today } = await judgeDistrict(request);
  keepLastAudit(request.data, { audit, unread }, { isWhole });
  // A day that has not come yet is a question, not a night.
  if (audit.asOf <= today) {
    if (isWhole) keepQuarterAudit(request.data, { audit, unread });
    await recordNight(request.data, { audit, unread }, { isWhole, lookedUntil });
  }
  return { audit, unread, report: buildReport({ audit, unread, rulebook, plan }) };
}
