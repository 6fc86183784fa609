import { parsePeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { QuarterResult } from '../model/quarter.ts';
import type { BonusRow } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { YearCard } from '../model/score.ts';
import { yearScores } from '../score/year.ts';

/** The scores so far of the year a quarter belongs to; null where the rulebook scores no year, or only one quarter is known. */
export function yearSoFar(sources: {
  /** `2023Q2`. */
  readonly quarter: string;
  readonly plan: Plan;
  readonly rulebook: Rulebook;
  readonly quarters: readonly QuarterResult[];
  readonly bonus: readonly BonusRow[] | null;
}): readonly YearCard[] | null {
  const { plan, rulebook } = sources;
  const year = parsePeriod(sources.quarter)?.year;
  if (!rulebook.year || year === undefined) return null;
  const quarters = sources.quarters.filter(({ period }) => parsePeriod(period)?.year === year);
  const bonus = (sources.bonus ?? []).filter((row) => row.year === year);
  if (quarters.length < 2 && bonus.length === 0) return null;
  return yearScores({ year, units: plan.units, quarters, bonus, rulebook: { ...rulebook, year: rulebook.year } });
}
