import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { parseAudit, serialiseAudit } from '../report/audit-json.ts';
import { type KeptAudit, unreadSchema } from './audit-file.ts';
import { writeWhole } from './write-file.ts';

export type LastAudit = KeptAudit;

interface Files {
  readonly audit: string;
  readonly unread: string;
}

/** The last audit of every unit: what reports and bulletins are made of. */
const whole = (data: string): Files => ({ audit: join(data, 'audit.json'), unread: join(data, 'unread.json') });

/** That of some units, where it is newer: it must not take the district's place in a report. */
const part = (data: string): Files => ({
  audit: join(data, 'audit-part.json'),
  unread: join(data, 'unread-part.json'),
});

const isKept = ({ audit }: Files): boolean => existsSync(audit);

export const hasLastAudit = (data: string): boolean => isKept(whole(data)) || isKept(part(data));

/**
 * Keeps the audit in its data folder, for the reports made of it: one of every unit takes the place of all before it,
 * one of some units is kept apart.
 */
export function keepLastAudit(
  data: string,
  { audit, unread }: LastAudit,
  { isWhole }: { readonly isWhole: boolean },
): void {
  const files = isWhole ? whole(data) : part(data);
  writeWhole(files.unread, `${JSON.stringify(unread, null, 2)}\n`);
  writeWhole(files.audit, serialiseAudit(audit));
  if (isWhole) for (const file of Object.values(part(data))) rmSync(file, { force: true });
}

/**
 * The last audit of every unit; where there never was one, that of some. Throws UserError (exit code 2) where there is
 * none or its files are damaged.
 */
export function lastAudit(data: string): LastAudit {
  return readAudit(isKept(whole(data)) || !isKept(part(data)) ? whole(data) : part(data));
}

/** Every audit that is kept, the newest first. Throws UserError (exit code 2) as `lastAudit`. */
export function keptAudits(data: string): readonly LastAudit[] {
  const kept = [part(data), whole(data)].filter(isKept);
  return kept.length > 0 ? kept.map(readAudit) : [lastAudit(data)];
}

function readAudit(files: Files): LastAudit {
  if (!isKept(files)) throw unusable(files.audit, '还没有判定结果');
  const audit = parseAudit(readFileSync(files.audit, 'utf8'), files.audit);
  try {
    return { audit, unread: unreadSchema.parse(JSON.parse(readFileSync(files.unread, 'utf8'))) };
  } catch {
    throw unusable(files.unread, '判定结果不完整');
  }
}

const unusable = (file: string, what: string): UserError =>
  new UserError(EXIT.usage, [{ place: { file }, what, remedy: '请先运行 xunjian audit' }]);
