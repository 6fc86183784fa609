import type { Random } from '../../../demo/random.ts';
import type { CivilDate } from '../../../src/model/civil-date.ts';
import type { Cadence } from '../../../src/model/period.ts';
import { fullWidth, hanMonth, hanYear, monthEnd } from '../days.ts';

export interface Slot {
  readonly year: number;
  /** 1–12, 1–4, 1–2 or 1. */
  readonly n: number;
  readonly every: Cadence;
  readonly end: CivilDate;
}

export const PER_YEAR: Record<Cadence, number> = { month: 12, quarter: 4, 'half-year': 2, year: 1 };
export const slot = (every: Cadence, year: number, n: number): Slot => ({
  year,
  n,
  every,
  end: monthEnd(year, (n * 12) / PER_YEAR[every]),
});
const QUARTERS = ['一', '二', '三', '四'] as const;

export function nameOf({ year, n, every }: Slot, random: Random): string {
  if (every === 'year') return random.pick([`${year}年`, `${year}年度`, `${hanYear(year)}年度`]);
  if (every === 'half-year')
    return random.pick(
      n === 1
        ? [`${year}年上半年`, `${year}年1-6月`, `${year}上半年`]
        : [`${year}年下半年`, `${year}年7月至12月`, `${year}年度下半年`],
    );
  if (every === 'quarter')
    return random.pick([
      `${year}年第${QUARTERS[n - 1]}季度`,
      `${year}年${QUARTERS[n - 1]}季度`,
      `${year}年第${n}季度`,
      `${hanYear(year)}年第${QUARTERS[n - 1]}季度`,
    ]);
  return random.pick<string>([
    `${year}年${n}月`,
    `${year}年${n}月份`,
    `${hanYear(year)}年${hanMonth(n)}月份`,
    `${fullWidth(year)}年${fullWidth(n)}月`,
    `${year}年${String(n).padStart(2, '0')}月`,
    ...(n > 2 ? [`${year}年1—${n}月`, `${year}年1-${n}月份`] : []),
  ]);
}
