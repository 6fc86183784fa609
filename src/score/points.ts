import { type Period, period } from '../model/period.ts';
import type { Registers } from '../model/register.ts';
import type { RulebookStep } from '../model/rulebook.ts';
import type { Tally } from './tally.ts';

/** What says how dear a finding is. */
export interface PointGrounds extends Pick<Registers, 'submissions' | 'tasks'> {
  /** Ids of verdicts that the last published bulletin told of and that should have been put right by now. */
  readonly unrectified: ReadonlySet<string>;
}

/**
 * What a group costs a unit in a quarter, however many findings there are: the group's points, or the dearest of its
 * steps that is proven. A missed task costs what its row in the register says, the dearest where several were missed.
 */
export const pointsOf = (unit: string, tally: Tally, quarter: Period, grounds: PointGrounds): number =>
  dearest(unit, tally, quarter, grounds, false);

/** The most that a group could still cost; what no register tells counts as the dearest case. */
export const openPointsOf = (unit: string, tally: Tally, quarter: Period, grounds: PointGrounds): number =>
  dearest(unit, tally, quarter, grounds, true);

function dearest(
  unit: string,
  { group, messages, subjects, verdicts }: Tally,
  quarter: Period,
  { submissions, tasks, unrectified }: PointGrounds,
  whenUnknown: boolean,
): number {
  const missed = messages.has('tasks/not-done')
    ? (tasks ?? []).filter((row) => row.unit === unit && subjects.has(row.task))
    : [];
  if (missed.length > 0) return Math.max(...missed.map((row) => row.points));
  const months = [2, 1, 0].map((before) => period('month', quarter.year, quarter.index * 3 - before).id);
  const hasValid = submissions?.some(
    (row) => row.unit === unit && months.includes(row.month.id) && row.sent > row.rejected,
  );
  const holds = (step: RulebookStep): boolean => {
    if ('problems' in step) return messages.size >= step.problems;
    if ('unrectified' in step) return verdicts.some((id) => unrectified.has(id));
    return hasValid === undefined ? whenUnknown : !hasValid;
  };
  return Math.max(group.points, ...(group.steps ?? []).filter(holds).map((step) => step.points));
}
