import {
  type Cadence,
  type CivilDate,
  firstDay,
  lastDay,
  type Period,
  period,
  periodAt,
  periodsOf,
  shift,
} from '../kit.ts';

export interface SlotToJudge {
  readonly slot: Period;
  /** Of an earlier quarter of the same year: its absence is pointed out and costs nothing. */
  readonly isEarlier: boolean;
}

/** How far back a yearly slot may still be the newest one that is due. */
const FARTHEST = 4;

/**
 * The slots that a quarter's audit asks about (contract, section 8 «When»): months and quarters of the assessed
 * quarter and the earlier ones of its year; of half-years and years, which stand from their due date on, the newest
 * that is due at as-of with the other half of its year, and those that are not due yet.
 */
export function slotsToJudge(
  every: Cadence,
  quarter: Period,
  asOf: CivilDate,
  isPastDue: (slot: Period) => boolean | null,
): readonly SlotToJudge[] {
  if (every === 'month' || every === 'quarter') {
    return periodsOf(every, quarter.year)
      .filter((slot) => lastDay(slot) <= lastDay(quarter))
      .map((slot) => ({ slot, isEarlier: lastDay(slot) < firstDay(quarter) }));
  }
  const slots: SlotToJudge[] = [];
  let slot = periodAt(every, asOf);
  for (let step = 0; step < FARTHEST; step += 1, slot = shift(slot, -1)) {
    slots.push({ slot, isEarlier: false });
    if (isPastDue(slot) === false) continue;
    if (slot.index > 1) slots.push({ slot: period(every, slot.year, slot.index - 1), isEarlier: false });
    break;
  }
  return slots;
}
/** The slots after this one that have begun by the day. */
export function slotsAfter(slot: Period, day: CivilDate): readonly Period[] {
  const later: Period[] = [];
  for (let next = shift(slot, 1); firstDay(next) <= day; next = shift(next, 1)) later.push(next);
  return later;
}
