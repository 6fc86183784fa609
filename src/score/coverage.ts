import type { Period } from '../model/period.ts';
import { exactPoints } from '../model/points.ts';
import type { Registers } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { KeyColumns, Scorecard } from '../model/score.ts';

export interface CoveragePoints extends Pick<Scorecard, 'coverage' | 'coverageFrom' | 'keyColumns'> {
  /** Points of the suggestion that rest on columns nobody could read. */
  readonly open: number;
}

const NOTHING_KNOWN: KeyColumns = { total: 1, updated: 0, unread: 1 };

/**
 * A unit's points for its key columns (重点栏目保障得分). An inspector's entry in the register stands as it is.
 * Else a suggestion: the rulebook's maximum × the share of updated key columns, rounded to halves. A column that
 * could not be read counts as updated and its share stays open; so does everything for a unit without key columns.
 */
export function coveragePoints(
  unit: string,
  period: Period,
  registers: Pick<Registers, 'coverage'>,
  rulebook: Pick<Rulebook, 'coverageMax'>,
  columns: KeyColumns | undefined,
): CoveragePoints {
  const known = columns ? { keyColumns: columns } : {};
  const entered = registers.coverage?.find((row) => row.unit === unit && row.period.id === period.id);
  if (entered) return { coverage: entered.score, coverageFrom: 'register', ...known, open: 0 };
  return { coverageFrom: 'suggested', ...known, ...suggestedCoverage(columns, rulebook) };
}

/** What the key columns speak for, and how much of it rests on columns nobody could read. */
export function suggestedCoverage(
  columns: KeyColumns | undefined,
  { coverageMax }: Pick<Rulebook, 'coverageMax'>,
): Pick<CoveragePoints, 'coverage' | 'open'> {
  const { total, updated, unread } = columns && columns.total > 0 ? columns : NOTHING_KNOWN;
  const share = (count: number): number => Math.round(((coverageMax * count) / total) * 2) / 2;
  const coverage = share(updated + unread);
  return { coverage, open: exactPoints(coverage - share(updated)) };
}
