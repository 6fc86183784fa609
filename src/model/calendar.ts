import type { CivilDate } from './civil-date.ts';

/**
 * Chinese working days. Every answer that touches a year without official arrangements is null
 * («not known»), never a guess.
 */
export interface WorkCalendar {
  isWorkday(date: CivilDate): boolean | null;
  /** The day on which the n-th working day after `from` falls; counting starts the next day (民法典 第二百零一条). */
  addWorkdays(from: CivilDate, days: number): CivilDate | null;
  /** Working days after `from` up to and including `to`; 0 where `to` is not later. */
  workdaysBetween(from: CivilDate, to: CivilDate): number | null;
}
