import type { AgendaItem } from '../../../model/agenda.ts';
import { addDays, type CivilDate } from '../../../model/civil-date.ts';
import { type Period, periodAt, shift } from '../../../model/period.ts';

/** Things that are shown together, with their heading. */
export interface AgendaSection {
  readonly title: string;
  readonly look: 'overdue' | 'past' | 'week' | 'undated';
  readonly items: readonly AgendaItem[];
}

/**
 * What is past due first, then what nobody has looked at since it fell due, then week by week from today, and last what
 * has no known due date. Items keep their order within.
 */
export function agendaSections(items: readonly AgendaItem[], today: CivilDate): readonly AgendaSection[] {
  const overdue = items.filter((item) => item.overdue);
  const dated = items.flatMap((item) => (item.due !== null && !item.overdue ? [{ item, due: item.due }] : []));
  const past = dated.filter(({ due }) => due < today).map(({ item }) => item);
  const weeks = new Map<CivilDate, AgendaItem[]>();
  for (const { item, due } of dated) {
    if (due < today) continue;
    const monday = mondayOf(due);
    weeks.set(monday, [...(weeks.get(monday) ?? []), item]);
  }
  const undated = items.filter(({ due, overdue: isOver }) => due === null && !isOver);
  const sections: readonly AgendaSection[] = [
    { title: '已逾期', look: 'overdue', items: overdue },
    { title: '已到期，尚未判定', look: 'past', items: past },
    ...[...weeks]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([monday, all]): AgendaSection => ({ title: weekName(monday, today), look: 'week', items: all })),
    { title: '期限待定', look: 'undated', items: undated },
  ];
  return sections.filter(({ items: all }) => all.length > 0);
}

/** Monday is 0. */
export const weekday = (day: CivilDate): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const mondayOf = (day: CivilDate): CivilDate => addDays(day, -weekday(day));

function weekName(monday: CivilDate, today: CivilDate): string {
  const span = `${shortDay(monday)}—${shortDay(addDays(monday, 6))}`;
  const thisWeek = mondayOf(today);
  if (monday === thisWeek) return `本周（${span}）`;
  return monday === addDays(thisWeek, 7) ? `下周（${span}）` : span;
}

/** 6月5日, from `2023-06-05`. */
export function shortDay(day: CivilDate): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** The months that the days from one to the other lie in. */
export function monthsBetween(from: CivilDate, until: CivilDate): readonly Period[] {
  const months: Period[] = [];
  for (let month = periodAt('month', from); month.id <= periodAt('month', until).id; month = shift(month, 1))
    months.push(month);
  return months;
}
