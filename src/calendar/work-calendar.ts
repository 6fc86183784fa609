import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { WorkCalendar } from '../model/calendar.ts';
import { addDays, type CivilDate, yearOf } from '../model/civil-date.ts';
import type { HolidayRow } from '../model/register.ts';

// The package's own functions go through the machine's time zone (west of Greenwich every day is taken
// for the one before), and they answer for years without data too. So only its tables are used.
const HOLIDAYS: Readonly<Record<string, string>> = data.holidays;
const SHIFTED_WORKDAYS: Readonly<Record<string, string>> = data.workdays;

/** National Day is in the State Council's arrangement of every year; where it is missing, so is the arrangement. */
const isArranged = (year: number): boolean => `${year}-10-01` in HOLIDAYS;

const isWeekday = (date: CivilDate): boolean => {
  const day = new Date(Date.parse(date)).getUTCDay();
  return day >= 1 && day <= 5;
};

/**
 * The working days of the State Council's yearly arrangements, with the rows of the holidays register laid
 * over them. Without time zone: days are civil dates. A year is known where its arrangement is in the data,
 * or where the register has at least one 假日 in it; every answer that needs a day of another year is null.
 */
export function workCalendar(holidays: readonly HolidayRow[]): WorkCalendar {
  const overlay = new Map(holidays.map(({ date, kind }) => [date, kind === 'workday']));
  const entered = new Set(holidays.filter(({ kind }) => kind === 'holiday').map(({ date }) => yearOf(date)));

  const isWorkday = (date: CivilDate): boolean | null => {
    const year = yearOf(date);
    if (!isArranged(year) && !entered.has(year)) return null;
    return overlay.get(date) ?? (date in SHIFTED_WORKDAYS || (isWeekday(date) && !(date in HOLIDAYS)));
  };

  return {
    isWorkday,
    addWorkdays(from, days) {
      let date = from;
      for (let left = days; left > 0; ) {
        date = addDays(date, 1);
        const works = isWorkday(date);
        if (works === null) return null;
        if (works) left -= 1;
      }
      return date;
    },
    workdaysBetween(from, to) {
      let count = 0;
      for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
        const works = isWorkday(date);
        if (works === null) return null;
        if (works) count += 1;
      }
      return count;
    },
  };
}
