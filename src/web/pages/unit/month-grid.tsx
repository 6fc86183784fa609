import { addDays, type CivilDate } from '../../../model/civil-date.ts';
import { firstDay, lastDay, type Period, periodName } from '../../../model/period.ts';
import { weekday } from './agenda-weeks.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

interface MonthGridProps {
  readonly month: Period;
  readonly today: CivilDate;
  /** How many things fall due on each day. */
  readonly counts: ReadonlyMap<CivilDate, number>;
}

/** A month as a table; days on which something falls due lead to it in the list below. */
export function MonthGrid({ month, today, counts }: MonthGridProps) {
  return (
    <table class="month">
      <caption>{periodName(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th scope="col">
              <abbr title={`星期${name}`}>{name}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr>
            {week.map((day) => (
              <Day day={day} isToday={day === today} count={day === null ? 0 : (counts.get(day) ?? 0)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: CivilDate | null;
  readonly isToday: boolean;
  readonly count: number;
}

function Day({ day, isToday, count }: DayProps) {
  if (day === null) return <td />;
  const date = Number(day.slice(8));
  return (
    <td class={isToday ? 'today' : ''} aria-current={isToday ? 'date' : undefined}>
      {count === 0 ? (
        date
      ) : (
        <a href={`#due-${day}`} title={`${day}到期`}>
          {date}
          <span>{`${count}项`}</span>
        </a>
      )}
    </td>
  );
}

/** Weeks from Monday; null for days of other months. */
function weeksOf(month: Period): readonly (readonly (CivilDate | null)[])[] {
  const [first, last] = [firstDay(month), lastDay(month)];
  const weeks: (CivilDate | null)[][] = [];
  for (let monday = addDays(first, -weekday(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(WEEKDAYS.map((_, at) => addDays(monday, at)).map((day) => (day < first || day > last ? null : day)));
  return weeks;
}
