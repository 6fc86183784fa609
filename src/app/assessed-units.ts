import type { PublishedBulletin } from '../model/bulletin.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { Period } from '../model/period.ts';
import { isAssessedIn, type Unit } from '../model/plan.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Verdict } from '../model/verdict.ts';

/** Those in scope that existed in the quarter. Throws UserError (exit code 2) where none did. */
export function unitsAssessed(units: readonly Unit[], quarter: Period): readonly Unit[] {
  const assessed = units.filter((unit) => isAssessedIn(unit, quarter));
  if (assessed.length > 0) return assessed;
  const value = units.map(({ name }) => name).join('、');
  const remedy = '请换一个季度，或核对 targets.yaml 中单位的 from 和 until';
  throw new UserError(EXIT.usage, [{ place: {}, what: `单位在${quarter.id}不属考核对象`, value, remedy }]);
}

/**
 * Ids of the verdicts that the last bulletin charged, that should have been put right before the day of the audit, and
 * that rest on a look after the deadline (or on a register): an older look cannot tell that nothing was done.
 */
export function unrectifiedOf(
  bulletins: ReadonlyMap<string, PublishedBulletin>,
  verdicts: readonly Verdict[],
  asOf: CivilDate,
): ReadonlySet<string> {
  const due = new Map(
    [...bulletins.values()]
      .filter(({ rectifyBy }) => rectifyBy < asOf)
      .flatMap(({ items, rectifyBy }) =>
        items.flatMap(({ finding, group }) => (group === null ? [] : [[finding, rectifyBy] as const])),
      ),
  );
  const isSeenSince = ({ id, evidence }: Verdict): boolean => {
    const rectifyBy = due.get(id);
    return (
      rectifyBy !== undefined &&
      evidence.some(({ record, capturedAt }) => record.startsWith('registers/') || capturedAt.slice(0, 10) > rectifyBy)
    );
  };
  return new Set(verdicts.filter(isSeenSince).map(({ id }) => id));
}
