import type { CivilDate } from '../model/civil-date.ts';
import type { WaiverRow } from '../model/register.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * Findings that an inspector has waived become advisories, and say by whom, why and until when; everything else stays
 * as it is. A waiver names unit, check and subject, and ends with its last day (without one it does not end).
 */
export function waive(verdicts: readonly Verdict[], waivers: readonly WaiverRow[], asOf: CivilDate): Verdict[] {
  return verdicts.map((verdict) => {
    const waiver = waivers.find(
      ({ unit, check, subject, until }) =>
        unit === verdict.unit &&
        check === verdict.check &&
        subject === verdict.subject &&
        (until === null || asOf <= until),
    );
    if (verdict.verdict !== 'fail' || !waiver) return verdict;
    const until = waiver.until === null ? '长期有效' : `至${waiver.until}`;
    const text = `${verdict.text}（已豁免：${waiver.reason}；批准人：${waiver.by}；${until}）`;
    return { ...verdict, advisory: true, text };
  });
}
