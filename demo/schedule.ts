import { addDays, type CivilDate } from '../src/model/civil-date.ts';
import { type Cadence, firstDay, lastDay, type Period, periodAt, shift } from '../src/model/period.ts';
import { randomFor } from './random.ts';

/** The day that all pages of the demonstration stand for. */
export const AS_OF = '2023-08-08' as CivilDate;

/** The period of a cadence as titles write it: 2023年5月份, 2023年第二季度, 2023年上半年, 2022年度. */
export function periodTitle(p: Period, variant = 0): string {
  switch (p.cadence) {
    case 'month':
      return `${p.year}年${p.index}月${variant % 2 ? '' : '份'}`;
    case 'quarter':
      return `${p.year}年${variant % 3 === 1 ? '' : '第'}${'一二三四'[p.index - 1]}季度`;
    case 'half-year':
      return `${p.year}年${p.index === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${p.year}年${variant % 2 ? '' : '度'}`;
  }
}

/** One item of a periodic column: the period it is about and the day it was published. */
export interface Slot {
  readonly period: Period;
  readonly title: string;
  readonly date: CivilDate;
}

/** Days after the period's end within which such items come out, well before twenty working days have passed. */
const LAG: Record<Cadence, readonly [number, number]> = {
  month: [5, 16],
  quarter: [4, 19],
  'half-year': [5, 19],
  year: [16, 70],
};

/**
 * The items of a periodic column since `from`, oldest first, up to the last one out by the day of the
 * demonstration. `until` names the last period that was published; that item then came out on the last day
 * of its own period, so that nothing is dated within the periods that are missing. `withinYear`: yearly items
 * that come out in the spring of the year they are about.
 */
export function slotsSince(key: string, from: Period, until: Period | null, withinYear = false): Slot[] {
  const random = randomFor(`slots ${key}`);
  const slots: Slot[] = [];
  const joint = from.cadence === 'month' && random.chance(3);
  const variant = random.int(0, 5);
  for (let p = from; ; p = shift(p, 1)) {
    const [low, high] = LAG[p.cadence];
    const last = until?.id === p.id;
    const after = onWorkday(addDays(lastDay(p), random.int(low, high)));
    const date = withinYear ? onWorkday(addDays(firstDay(p), random.int(50, 140))) : last ? lastDay(p) : after;
    if (date > AS_OF) return slots;
    if (joint && p.index <= 2) {
      if (p.index === 2) slots.push({ period: p, title: `${p.year}年1-2月份`, date });
    } else slots.push({ period: p, title: periodTitle(p, variant), date });
    if (last) return slots;
  }
}

/** The period before the one that contains the first day of the second quarter of 2023. */
export const lastBeforeSecondQuarter = (cadence: Cadence): Period =>
  shift(periodAt(cadence, '2023-04-01' as CivilDate), -1);

/** Working days only look odd on weekends: moves a Saturday or Sunday to the Friday before. */
export function onWorkday(date: CivilDate): CivilDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(date, -2) : weekday === 6 ? addDays(date, -1) : date;
}
