import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parsePeriod } from '../model/period.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { auditFileText, type KeptAudit, parseAuditFile } from './audit-file.ts';
import { hasLastAudit, lastAudit } from './last-audit.ts';
import { writeWhole } from './write-file.ts';

const FOLDER = 'audits';

/** Keeps the newest audit of every unit for a quarter, unless one for a later day is kept already. */
export function keepQuarterAudit(data: string, kept: KeptAudit): void {
  const file = quarterFile(data, kept.audit.period);
  if (existsSync(file) && parseAuditFile(readFileSync(file, 'utf8'), file).audit.asOf > kept.audit.asOf) return;
  writeWhole(file, auditFileText(kept));
}

/**
 * Keeps the last audit of every unit as its quarter's, where an earlier version of the program kept none by quarter.
 * One that is damaged is left to the next audit.
 */
export function adoptLastAudit(data: string): void {
  if (auditedQuarters(data).length > 0 || !hasLastAudit(data)) return;
  try {
    keepQuarterAudit(data, lastAudit(data));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** The newest whole audit of a quarter. Throws UserError (exit code 2) where there is none or its file is damaged. */
export function quarterAudit(data: string, period: string): KeptAudit {
  const file = quarterFile(data, period);
  if (existsSync(file)) return parseAuditFile(readFileSync(file, 'utf8'), file);
  throw new UserError(EXIT.usage, [
    {
      place: { file },
      what: '该季度还没有判定结果',
      value: period,
      remedy: `请先运行 xunjian audit --period ${period}`,
    },
  ]);
}

/** Quarters of which a whole audit is kept, the newest first. */
export function auditedQuarters(data: string): readonly string[] {
  const folder = join(data, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => /^(\d{4}Q[1-4])\.json$/.exec(name)?.[1] ?? [])
    .sort()
    .reverse();
}

/** Changes whenever a quarter's audit does; '' where there is none. */
export function quarterAuditState(data: string, period: string): string {
  const found = statSync(quarterFile(data, period), { throwIfNoEntry: false });
  return found ? `${found.ino}/${found.mtimeMs}/${found.size}` : '';
}

/** Only a quarter's own spelling names a file. */
function quarterFile(data: string, period: string): string {
  if (parsePeriod(period)?.cadence !== 'quarter') throw new Error(`not a quarter: ${period}`);
  return join(data, FOLDER, `${period}.json`);
}
