import type { Period } from '../model/period.ts';
import type { Verdict } from '../model/verdict.ts';
import type { GroupIndex } from './groups.ts';
import { openPointsOf, type PointGrounds } from './points.ts';
import { tallyBy } from './tally.ts';

/** A group that costs nothing yet and still could, since some of its questions could not be settled. */
export interface OpenGroup {
  readonly group: string;
  /** The most that it could cost. */
  readonly points: number;
  /** Ids of the verdicts that are inconclusive. */
  readonly verdicts: readonly string[];
}

/** What of a unit's quarter is still open, by group. One that is charged already costs no more, however the rest ends. */
export function openGroups(
  unit: string,
  verdicts: readonly Verdict[],
  index: GroupIndex,
  { period, grounds }: { readonly period: Period; readonly grounds: PointGrounds },
): readonly OpenGroup[] {
  const charged = new Set(verdicts.flatMap((verdict) => index.charged(verdict).map(({ group }) => group.id)));
  return [...tallyBy(verdicts, index.open)]
    .filter(([id]) => !charged.has(id))
    .map(([id, tally]) => ({
      ...{ group: id, verdicts: tally.verdicts },
      points: openPointsOf(unit, tally, period, grounds),
    }));
}
