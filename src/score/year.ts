import { lastDay, periodsOf } from '../model/period.ts';
import { isAssessedIn, type Unit } from '../model/plan.ts';
import { exactPoints, sumPoints } from '../model/points.ts';
import type { QuarterResult } from '../model/quarter.ts';
import type { BonusRow } from '../model/register.ts';
import type { Rulebook, YearItem, YearRules } from '../model/rulebook.ts';
import type { YearCard, YearItemPoints, YearQuarter } from '../model/score.ts';

export interface YearInput {
  readonly year: number;
  readonly units: readonly Pick<Unit, 'id' | 'from' | 'until'>[];
  /** Quarters on record; those of other years are left aside. */
  readonly quarters: readonly Pick<QuarterResult, 'period' | 'asOf' | 'scores'>[];
  /** Points of the year-end assessment as inspectors entered them; below zero for deductions. */
  readonly bonus: readonly BonusRow[];
  readonly rulebook: Pick<Rulebook, 'base' | 'coverageMax'> & { readonly year: YearRules };
}

/**
 * The year's scores (临政办字〔2021〕8号 第十二至十四条): four quarters of 20 and a year-end assessment of 20. A unit is
 * scored by the mean of the quarters in which it existed, so that one founded in July can reach all points; a quarter
 * that was not audited is missing, never zero, and leaves the total undecided, as does one that is not over. Each item of the year-end assessment
 * stops at its limit; deductions take from the year-end points, bonuses add to the year, which never exceeds what the
 * rules give in all. A unit that lost the provincial test has 0 in that quarter already. Pure; units not assessed in
 * any quarter of the year are left out.
 */
export function yearScores(input: YearInput): YearCard[] {
  const periods = periodsOf('quarter', input.year);
  return input.units
    .filter((unit) => periods.some((quarter) => isAssessedIn(unit, quarter)))
    .map((unit) => yearOf(unit, input));
}

function yearOf(unit: YearInput['units'][number], { year, quarters: recorded, bonus, rulebook }: YearInput): YearCard {
  const { year: rules, base, coverageMax } = rulebook;
  const quarters = periodsOf('quarter', year).map((quarter): YearQuarter => {
    const period = quarter.id;
    if (!isAssessedIn(unit, quarter)) return { period, state: 'not-assessed' };
    const result = recorded.find((one) => one.period === period);
    const card = result?.scores.find((one) => one.unit === unit.id);
    if (!result || !card) return { period, state: 'missing' };
    const state = result.asOf > lastDay(quarter) ? 'scored' : 'running';
    return { period, state, total: card.total, open: card.open };
  });
  const scored = quarters.flatMap((quarter) => ('total' in quarter ? [quarter] : []));
  /** Points of so many quarters as a share of the year's. */
  const share = (points: readonly number[]): number =>
    exactPoints((rules.quarters * sumPoints(points)) / (points.length * (base + coverageMax)));
  const daily = scored.length > 0 ? share(scored.map(({ total }) => total)) : null;

  const rows = bonus.filter((row) => row.unit === unit.id && row.year === year).map((row) => placed(row, rules));
  const items = rules.items.flatMap((item) => itemPoints(item, rows));
  const lost = sumPoints(items.flatMap(({ points }) => (points < 0 ? [-points] : [])));
  const gained = sumPoints(items.flatMap(({ points }) => (points > 0 ? [points] : [])));
  const yearEnd = exactPoints(Math.max(0, rules.yearEnd - lost) + gained);
  const isWhole = quarters.every(({ state }) => state !== 'missing' && state !== 'running');
  return {
    unit: unit.id,
    year,
    quarters,
    daily,
    items,
    yearEnd,
    total: daily !== null && isWhole ? Math.min(exactPoints(daily + yearEnd), rules.quarters + rules.yearEnd) : null,
    open: scored.length > 0 ? share(scored.map(({ open }) => open)) : 0,
    uncounted: rows.flatMap(({ row: { item, points }, why }) => (why === null ? [] : [{ item, points, why }])),
  };
}

interface Placed {
  readonly row: BonusRow;
  readonly item: YearItem | null;
  /** Why the row counts for nothing. */
  readonly why: string | null;
}

/** A row belongs to the item whose id, title or number in the clause it names. */
function placed(row: BonusRow, { items }: YearRules): Placed {
  const named = plain(row.item);
  const namesOf = ({ id, title, basis }: YearItem): string[] => [
    id,
    plain(title),
    ...basis.map(({ clause }) => numberIn(clause)),
  ];
  const item = items.find((one) => namesOf(one).includes(named)) ?? null;
  return { row, item, why: item ? whyNot(row, item) : '考核办法没有这一事项' };
}

function whyNot({ points }: BonusRow, { kind, off }: YearItem): string | null {
  if (off) return off;
  if (kind === 'deduction' && points > 0) return '减分事项的分值应为负数';
  if (kind === 'bonus' && points < 0) return '加分事项的分值应为正数';
  return null;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** `(五)` of `第十四条（五）`; the clause as it stands where it has no such number. */
const numberIn = (clause: string): string => /\([^()]+\)$/.exec(plain(clause))?.[0] ?? plain(clause);

function itemPoints(item: YearItem, rows: readonly Placed[]): YearItemPoints[] {
  const own = rows.filter((one) => one.item === item && one.why === null);
  if (own.length === 0) return [];
  const entered = sumPoints(own.map(({ row }) => row.points));
  return [{ item: item.id, points: Math.max(-item.max, Math.min(item.max, entered)), entered }];
}
