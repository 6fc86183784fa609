import { type AuditBasis, type UnitAuditor, unitAuditor } from './audit-unit.ts';
import { checksFor } from './checks-for.ts';
import { evidenceLookup, openKnownFacts, storedData } from './compose.ts';

/** What units are judged by and where their evidence lies: plain data that another thread can be given. */
export interface AuditWork {
  readonly basis: AuditBasis;
  /** The data folder. */
  readonly data: string;
  /** Folders of further checks. */
  readonly checks: readonly string[];
  /** The way of reading, see `readingVersion`. */
  readonly reading: string;
}

export interface OpenAuditor {
  readonly audit: UnitAuditor;
  close(): Promise<void>;
}

/** Opens evidence and checks, in whichever thread. Throws UserError: 2 for checks that cannot be loaded, 5 for storage. */
export async function openAuditor({ basis, data, checks, reading }: AuditWork): Promise<OpenAuditor> {
  const prepared = await checksFor(checks, basis.rulebook);
  const stored = await storedData(data);
  const facts = openKnownFacts(data, reading);
  const close = async (): Promise<void> => {
    facts.close();
    await stored.close();
  };
  try {
    return { audit: await unitAuditor(basis, prepared, evidenceLookup(stored, facts)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
