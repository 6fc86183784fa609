import { type CivilDate, civilDate, yearOf } from './civil-date.ts';

/** How often a column owes a document. */
export type Cadence = 'month' | 'quarter' | 'half-year' | 'year';

/** A stretch of the calendar in the contract's spelling: `2023-05`, `2023Q2`, `2023H1`, `2023`. */
export interface Period {
  readonly id: string;
  readonly cadence: Cadence;
  readonly year: number;
  /** 1-based number within the year: month 1–12, quarter 1–4, half 1–2, year 1. */
  readonly index: number;
}

const PER_YEAR: Record<Cadence, number> = { month: 12, quarter: 4, 'half-year': 2, year: 1 };

export function period(cadence: Cadence, year: number, index: number): Period {
  const id = {
    month: `${year}-${String(index).padStart(2, '0')}`,
    quarter: `${year}Q${index}`,
    'half-year': `${year}H${index}`,
    year: `${year}`,
  }[cadence];
  return { id, cadence, year, index };
}

/** The period spelled `2023-05`, `2023Q2`, `2023H1` or `2023`; null for any other text. */
export function parsePeriod(text: string): Period | null {
  const match = /^(\d{4})(?:-(\d{2})|Q(\d)|H(\d))?$/.exec(text);
  if (!match) return null;
  const [, year, month, quarter, half] = match;
  const cadence: Cadence = month ? 'month' : quarter ? 'quarter' : half ? 'half-year' : 'year';
  const index = Number(month ?? quarter ?? half ?? 1);
  return index >= 1 && index <= PER_YEAR[cadence] ? period(cadence, Number(year), index) : null;
}

const monthsIn = (p: Period): number => 12 / PER_YEAR[p.cadence];

export const firstDay = (p: Period): CivilDate => civilDate(p.year, (p.index - 1) * monthsIn(p) + 1, 1) as CivilDate;

export function lastDay(p: Period): CivilDate {
  const end = new Date(Date.UTC(p.year, p.index * monthsIn(p), 0));
  return civilDate(p.year, p.index * monthsIn(p), end.getUTCDate()) as CivilDate;
}

export const contains = (p: Period, date: CivilDate): boolean => firstDay(p) <= date && date <= lastDay(p);

/** All periods of a cadence in one year, in order. */
export function periodsOf(cadence: Cadence, year: number): Period[] {
  return Array.from({ length: PER_YEAR[cadence] }, (_, i) => period(cadence, year, i + 1));
}

/** The period of this cadence that a day falls in. */
export function periodAt(cadence: Cadence, date: CivilDate): Period {
  const month = Number(date.slice(5, 7));
  return period(cadence, yearOf(date), Math.ceil((month * PER_YEAR[cadence]) / 12));
}

/** The period a number of steps later (earlier where negative). */
export function shift(p: Period, steps: number): Period {
  const n = p.year * PER_YEAR[p.cadence] + (p.index - 1) + steps;
  const per = PER_YEAR[p.cadence];
  return period(p.cadence, Math.floor(n / per), (((n % per) + per) % per) + 1);
}

/** 2023年5月, 2023年第二季度, 2023年上半年, 2023年度. */
export function periodName({ cadence, year, index }: Period): string {
  switch (cadence) {
    case 'month':
      return `${year}年${index}月`;
    case 'quarter':
      return `${year}年第${'一二三四'[index - 1]}季度`;
    case 'half-year':
      return `${year}年${index === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年度`;
  }
}
