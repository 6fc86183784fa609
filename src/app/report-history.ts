import type { Audit } from '../model/audit.ts';
import { parsePeriod } from '../model/period.ts';
import type { Registers } from '../model/register.ts';
import type { ReportHistory } from '../report/history.ts';
import { inspection } from './compose.ts';

/**
 * What reports show beside the audit itself. Its own quarter is as this audit has it: what is on record is what was
 * proposed, or what an earlier version of the bulletin said. Throws UserError (exit code 5) for storage.
 */
export async function reportHistory(
  dataDir: string,
  audit: Audit,
  { submissions, feedback }: Pick<Registers, 'submissions' | 'feedback'>,
): Promise<ReportHistory> {
  const { findings, quarters, bulletins, close } = await inspection(dataDir);
  try {
    const quarter = parsePeriod(audit.period);
    return {
      findings: await findings.of(audit.units.map(({ id }) => id)),
      quarters: (await quarters.all())
        .filter(({ period }) => period <= audit.period)
        .map((one) => (one.period === audit.period ? audit : one)),
      bulletin: quarter ? await bulletins.lastBefore(quarter) : new Map(),
      ...{ submissions, feedback },
    };
  } finally {
    await close();
  }
}
