import type { CivilDate } from './civil-date.ts';
import type { Verdict } from './verdict.ts';

/**
 * Where a finding stands. `new`: seen for the first time on the newest night that looked. `open`: seen before and
 * still there. `fixed`: looked for and no longer there. `returned`: seen again after it had been fixed. `lapsed`: the
 * question no longer arises, or another message took its place.
 */
export const FINDING_STATES = {
  new: '新发现',
  open: '未整改',
  fixed: '已整改',
  returned: '再次出现',
  lapsed: '不再适用',
} as const;
export type FindingState = keyof typeof FINDING_STATES;

/** A `fail` that lives across nights. Days are those that the audits stood for (as-of). */
export interface TrackedFinding extends Pick<Verdict, 'id' | 'unit' | 'check' | 'topic' | 'subject' | 'text'> {
  readonly message: string;
  readonly advisory: boolean;
  readonly state: FindingState;
  readonly firstSeen: CivilDate;
  readonly lastSeen: CivilDate;
  /** The day on which it came into its state. */
  readonly since: CivilDate;
}

/** Whether a finding is there, as far as anybody knows. */
export const isStanding = ({ state }: Pick<TrackedFinding, 'state'>): boolean =>
  state === 'new' || state === 'open' || state === 'returned';
