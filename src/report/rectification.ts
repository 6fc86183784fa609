import type { Audit } from '../model/audit.ts';
import type { PublishedBulletin } from '../model/bulletin.ts';
import type { FindingState, TrackedFinding } from '../model/finding.ts';
import type { FeedbackRow } from '../model/register.ts';
import { TOPICS } from '../model/topic.ts';
import type { Basis, Verdict } from '../model/verdict.ts';

/** One line of the rectification ledger (整改台账): something to put right, or put right since the last bulletin. */
export interface RectificationItem {
  readonly unit: string;
  /** Id of the finding, the same every night. */
  readonly finding: string;
  readonly check: string;
  readonly topic: string;
  readonly text: string;
  readonly fix: string | null;
  readonly basis: readonly Basis[];
  readonly column: string | null;
  /** Address of the first page cited; null for what rests on a register or was told by an earlier bulletin. */
  readonly url: string | null;
  /** Points it was charged with, with all others of its group; 0 for a reminder. */
  readonly points: number;
  /** Null where no history is kept. */
  readonly state: FindingState | null;
  readonly firstSeen: string | null;
  /** The day it came into its state. */
  readonly since: string | null;
  /** Last day of the deadline that the last bulletin set for it; null where it was not told yet. */
  readonly rectifyBy: string | null;
  /** The day the unit reported its rectification; null where it has not, or no register says. */
  readonly feedback: string | null;
}

export interface RectificationSources {
  readonly audit: Audit;
  readonly findings: readonly TrackedFinding[];
  readonly bulletin: ReadonlyMap<string, PublishedBulletin>;
  readonly feedback: readonly FeedbackRow[] | null;
}

/** The ledger: what the audit finds, and what the last bulletin named and the audit no longer finds. By unit. */
export function rectificationOf({ audit, findings, bulletin, feedback }: RectificationSources): RectificationItem[] {
  const tracked = new Map(findings.map((finding) => [finding.id, finding]));
  const points = new Map(audit.deductions.flatMap((one) => one.verdicts.map((id) => [id, one.points] as const)));
  const fails = new Map(audit.verdicts.filter(({ verdict }) => verdict === 'fail').map((one) => [one.id, one]));
  return audit.units.flatMap(({ id: unit }): RectificationItem[] => {
    const last = bulletin.get(unit);
    const told = new Map((last?.items ?? []).map((item) => [item.finding, item]));
    const answered = feedback?.find((row) => row.unit === unit && row.period.id === last?.period.id);
    const clock = (id: string) => {
      const known = tracked.get(id);
      const due = told.has(id) ? last : undefined;
      return {
        state: known?.state ?? null,
        firstSeen: known?.firstSeen ?? null,
        since: known?.since ?? null,
        rectifyBy: due?.rectifyBy ?? null,
        feedback: due ? (answered?.received ?? null) : null,
      };
    };
    const standing = [...fails.values()].filter((verdict) => verdict.unit === unit);
    const gone = [...told.values()].filter(({ finding }) => !fails.has(finding));
    return [
      ...standing.map((verdict) => ({
        ...partsOf(verdict),
        points: points.get(verdict.id) ?? 0,
        ...clock(verdict.id),
      })),
      ...gone.map(({ finding, text }) => {
        const known = tracked.get(finding);
        const subject = { check: known?.check ?? '', topic: known ? TOPICS[known.topic] : '' };
        const page = { fix: null, basis: [], column: null, url: null, points: 0 };
        return { unit, finding, ...subject, text, ...page, ...clock(finding) };
      }),
    ];
  });
}

const partsOf = ({ id, unit, check, topic, text, fix, basis, column, evidence }: Verdict) => ({
  ...{ unit, finding: id, check, topic: TOPICS[topic], text, fix, basis, column },
  url: evidence[0]?.url ?? null,
});
