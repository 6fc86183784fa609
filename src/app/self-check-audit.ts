import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditFileText, type KeptAudit, parseAuditFile } from './audit-file.ts';
import { writeWhole } from './write-file.ts';

/** Keeps a unit's self-check, which takes the place of the one before it and of nobody else's. */
export function keepSelfCheck(data: string, unit: string, kept: KeptAudit): void {
  writeWhole(selfCheckFile(data, unit), auditFileText(kept));
}

/** A unit's last self-check; null where it never made one. Throws UserError (exit code 2) where its file is damaged. */
export function lastSelfCheck(data: string, unit: string): KeptAudit | null {
  const file = selfCheckFile(data, unit);
  return existsSync(file) ? parseAuditFile(readFileSync(file, 'utf8'), file) : null;
}

/** Only an id as targets.yaml may have it names a file: nothing in it leads to another folder. */
function selfCheckFile(data: string, unit: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(unit)) throw new Error(`not the id of a unit: ${unit}`);
  return join(data, 'self-checks', `${unit}.json`);
}
