import { type AuditSettings, auditUnit, type CheckFault } from '../audit/runner.ts';
import { unreadParts } from '../audit/unread-parts.ts';
import { workCalendar } from '../calendar/work-calendar.ts';
import { askingOnce } from '../extract/lookup.ts';
import { type Lookup, walkColumn } from '../extract/walk.ts';
import { walkDocument } from '../extract/walk-document.ts';
import type { ColumnFacts, Document } from '../model/document.ts';
import type { Reading } from '../model/evidence.ts';
import type { Plan, Unit } from '../model/plan.ts';
import type { KeyColumns } from '../model/score.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { Verdict } from '../model/verdict.ts';
import { keyColumns } from './key-columns.ts';

/** What the judging of units rests on besides their pages: plain data that another thread can be given. */
export type AuditBasis = Pick<
  AuditSettings,
  'rulebook' | 'registers' | 'registerFiles' | 'bulletins' | 'asOf' | 'period'
> &
  Pick<Plan, 'site' | 'models'>;

/** All that is found out about one unit; plain data. Its pages are let go. */
export interface UnitFindings {
  readonly unit: string;
  readonly verdicts: readonly Verdict[];
  readonly unread: readonly UnreadPart[];
  readonly keys: KeyColumns;
  readonly faults: readonly CheckFault[];
}

export type UnitAuditor = (unit: Unit) => Promise<UnitFindings>;

/** Reads a unit's columns out of stored evidence and runs the checks on them. */
export async function unitAuditor(
  { site, models, ...basis }: AuditBasis,
  checks: AuditSettings['checks'],
  lookup: Lookup,
): Promise<UnitAuditor> {
  const calendar = workCalendar(basis.registers.holidays ?? []);
  const settings = { ...basis, calendar, checks, models: await modelPages(models, site, lookup) };
  return async (unit) => {
    const columns: ColumnFacts[] = [];
    const ofUnit = askingOnce(lookup);
    for (const column of unit.columns) columns.push(await walkColumn(column, site, ofUnit));
    const faults: CheckFault[] = [];
    const onFault = ({ error, ...where }: CheckFault) => faults.push({ ...where, error: plainError(error) });
    const verdicts = auditUnit({ ...settings, onFault }, { unit, columns });
    return {
      unit: unit.id,
      verdicts,
      unread: unreadParts(unit.id, columns),
      keys: keyColumns(columns, basis.period),
      faults,
    };
  };
}

async function modelPages(
  models: Plan['models'],
  site: Plan['site'],
  lookup: Lookup,
): Promise<Record<string, Reading<Document>>> {
  const pages: Record<string, Reading<Document>> = {};
  for (const [role, url] of Object.entries(models)) pages[role] = await walkDocument(url, site, lookup);
  return pages;
}

/** What a check throws may hold anything; this can be given to another thread. */
function plainError(error: unknown): Error {
  const plain = new Error(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.stack !== undefined) plain.stack = error.stack;
  return plain;
}
