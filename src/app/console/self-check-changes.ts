import type { RecheckOutcome } from '../../model/job.ts';
import type { KeptAudit } from '../audit-file.ts';
import { recheckOutcome } from '../recheck-outcome.ts';
import type { Quarter } from './quarter.ts';

/** Something that a self-check sees otherwise than the district's last audit did, or could not see. */
export interface Change {
  /** `new`: the district's audit did not have it. */
  readonly kind: Exclude<RecheckOutcome, 'not-fixed'> | 'new';
  /** What the problem is, or was. */
  readonly text: string;
  /** Number of the finding; null for one that only the self-check knows. */
  readonly number: string | null;
}

/**
 * What a unit's self-check changes of what its quarter's audit found: put right by the same rules as a re-check says so,
 * so that what could not be read is never taken for mended. What is as it was is left out. Pure.
 */
export function changesSince(quarter: Quarter, { audit, unread }: KeptAudit, unit: string): readonly Change[] {
  const { tracked } = quarter.sources;
  const history = new Map([...tracked].filter(([, finding]) => finding.unit === unit));
  const night = { asOf: audit.asOf, verdicts: audit.verdicts, unread };
  const isCounted = (id: string): boolean => {
    const finding = quarter.byId(id);
    return finding?.isThere === true && quarter.said(finding).standing !== 'rejected';
  };
  const seen = new Set(audit.verdicts.flatMap(({ id, verdict }) => (verdict === 'fail' ? [id] : [])));
  const unseen = quarter.findings.filter(({ id, unit: of }) => of === unit && !seen.has(id) && isCounted(id));
  const told = unseen.flatMap((finding): Change[] => {
    const { outcome } = recheckOutcome(finding, history, night);
    return outcome === 'not-fixed' ? [] : [{ kind: outcome, text: finding.text, number: finding.number }];
  });
  const fresh = audit.verdicts.flatMap(({ id, verdict, text }): Change[] =>
    verdict === 'fail' && !isCounted(id) ? [{ kind: 'new', text, number: quarter.byId(id)?.number ?? null }] : [],
  );
  return [...fresh, ...told];
}
