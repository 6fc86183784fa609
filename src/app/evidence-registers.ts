import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { type Damage, damage } from './evidence-damage.ts';
import { hasLastAudit, keptAudits } from './last-audit.ts';

/** Copies of registers that verdicts rest on, named by their hash. */
const FOLDER = 'registers';
const COPY = /^([0-9a-f]{64})\.[a-z]+$/;

export interface VerifiedRegisters {
  readonly count: number;
  readonly damages: readonly Damage[];
  /** In Chinese; no damage. */
  readonly notes: readonly string[];
}

/** Compares every kept copy of a register with its name, and looks for those that the last audit cites. Writes nothing. */
export function verifyRegisters(data: string): VerifiedRegisters {
  const folder = join(data, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const damages: Damage[] = [];
  const notes: string[] = [];
  let count = 0;
  for (const name of names.sort()) {
    const file = `${FOLDER}/${name}`;
    const sha256 = COPY.exec(name)?.[1];
    if (sha256 === undefined) {
      notes.push(`${file} 不是台账副本`);
      continue;
    }
    count += 1;
    if (
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex') !== sha256
    )
      damages.push(damage('register', { file }));
  }
  const cited = citedCopies(data, notes);
  for (const file of cited) if (!existsSync(join(data, file))) damages.push(damage('no-register', { file }));
  return { count, damages, notes };
}

/** What the kept audits cite of registers. */
function citedCopies(data: string, notes: string[]): readonly string[] {
  if (!hasLastAudit(data)) return [];
  try {
    const verdicts = keptAudits(data).flatMap(({ audit }) => audit.verdicts);
    const records = verdicts.flatMap(({ evidence }) => evidence.map(({ record }) => record));
    return [...new Set(records)].filter((record) => record.startsWith(`${FOLDER}/`)).sort();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push('最近一次判定结果无法读取，未核对其引用的台账副本');
    return [];
  }
}
