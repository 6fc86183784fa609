import { addDays, type CivilDate, type Due, lastDay, onYear, type Period, type WorkCalendar } from '../kit.ts';

/** 条例第二十六条: twenty working days, where targets.yaml sets no other term. */
const STANDARD: Due = { kind: 'working-days', days: 20 };

/** The day by which a slot's document must be out; counted from the day after the period's last. Null: calendar unknown. */
export function dueOf(due: Due | null, slot: Period, calendar: WorkCalendar): CivilDate | null {
  const term = due ?? STANDARD;
  switch (term.kind) {
    case 'date':
      return onYear(term.monthDay, slot.year + term.yearsLater);
    case 'days':
      return addDays(lastDay(slot), term.days);
    case 'working-days':
      return calendar.addWorkdays(lastDay(slot), term.days);
  }
}

/** Whether a day lies behind the due date by more than `grace` working days; null where the calendar cannot say. */
export function isPastDue(
  due: Due | null,
  slot: Period,
  day: CivilDate,
  calendar: WorkCalendar,
  grace: number,
): boolean | null {
  const last = dueOf(due, slot, calendar);
  if (last === null) {
    // No working day comes before its calendar day, so early days are safe without a calendar.
    const { days } = due?.kind === 'working-days' ? due : { days: 20 };
    return day <= addDays(lastDay(slot), days) ? false : null;
  }
  if (day <= last) return false;
  const late = grace === 0 ? null : calendar.workdaysBetween(last, day);
  return grace === 0 ? true : late === null ? null : late > grace;
}

/** 2023年5月, 2023年第二季度, 2023年上半年, 2023年度. */
export function slotName({ cadence, year, index }: Period): string {
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
