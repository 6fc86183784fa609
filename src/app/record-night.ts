import { track } from '../audit/track.ts';
import { inspection } from './compose.ts';
import type { LastAudit } from './last-audit.ts';

/**
 * Takes an audit into the history of findings: what it saw is new, open or returned, what it answered otherwise is
 * fixed. Only the newest looks count; the same night audited again takes the place of what it said before. An audit
 * of every unit is kept as its quarter's result too. Throws UserError (exit code 5) where the folder cannot be written.
 */
export async function recordNight(
  dataDir: string,
  { audit, unread }: LastAudit,
  { isWhole, lookedUntil }: { readonly isWhole: boolean; readonly lookedUntil: string },
): Promise<void> {
  const { findings, quarters, close } = await inspection(dataDir);
  try {
    const { run, asOf, verdicts } = audit;
    const night = { run: run.id, lookedUntil, asOf };
    const units = audit.units.map(({ id }) => id);
    const taken = await findings.take(night, units, (before) => track(before, { asOf, verdicts, unread }));
    if (taken) await findings.keepDetails(verdicts.filter(({ verdict }) => verdict === 'fail'));
    if (isWhole) await quarters.keep(audit);
  } finally {
    await close();
  }
}
