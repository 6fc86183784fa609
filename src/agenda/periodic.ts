import type { AgendaItem } from '../model/agenda.ts';
import { addDays, type CivilDate, yearOf } from '../model/civil-date.ts';
import { dueOf, earliestDue, isPastDue } from '../model/due.ts';
import { type Cadence, lastDay, type Period, periodAt, periodName, periodsOf } from '../model/period.ts';
import { type Column, isAssessedIn } from '../model/plan.ts';
import { type AgendaInput, ASKED } from './input.ts';
import { itemOf } from './item.ts';
import { standingOf } from './standing.ts';

/** How many years back an audit may still ask for a slot: months and quarters in their own year, the others as they stand. */
const YEARS_BACK: Readonly<Record<Cadence, number>> = { month: 1, quarter: 1, 'half-year': 4, year: 4 };

/** Days since which a slot may have fallen due without any audit that says a word of it. */
const DAYS_BACK = 120;

/** What columns with a cadence owe: every slot that falls due in time, and those past due that are not known to be there. */
export function periodicItems(input: AgendaInput): readonly AgendaItem[] {
  return input.unit.columns.flatMap((column) =>
    slotsOf(column, input).flatMap((slot) => slotItem(column, slot, input) ?? []),
  );
}

/** The slots worth asking for, found without the work calendar: it takes its time. */
function slotsOf({ every, due, url }: Column, { today, days, looks }: AgendaInput): readonly Period[] {
  if (every === null) return [];
  const last = addDays(today, days);
  const recent = addDays(today, -DAYS_BACK);
  const told = new Set(
    looks.flatMap(({ verdicts }) =>
      verdicts.flatMap(({ check, column, subject }) => (check === 'periodic' && column === url ? [subject] : [])),
    ),
  );
  const slots: Period[] = [];
  for (let year = yearOf(today) - YEARS_BACK[every]; year <= yearOf(last); year += 1)
    slots.push(...periodsOf(every, year));
  return slots.filter((slot) => {
    const earliest = earliestDue(due, slot);
    return earliest <= last && (earliest >= recent || told.has(slot.id));
  });
}

function slotItem(column: Column, slot: Period, input: AgendaInput): AgendaItem | null {
  const { unit, calendar, today, days, terms, looks } = input;
  const earliest = earliestDue(column.due, slot);
  const due = dueOf(column.due, slot, calendar);
  const day = due ?? earliest;
  if (day > addDays(today, days) || !isAssessedIn(unit, quarterOf(slot, day, today))) return null;
  const grace = column.due?.kind === 'date' ? 0 : terms.graceWorkdays;
  const isLate = due !== null && today <= due ? false : isPastDue(column.due, slot, today, calendar, grace);
  const ends = lastDay(slot);
  const judgedIn = isOfQuarter(slot) ? periodAt('quarter', ends) : null;
  const question = { check: 'periodic', messages: ASKED.periodic, subject: slot.id, columns: [column.url] } as const;
  const standing = standingOf({ day, isLate, judgedIn }, question, looks);
  if (standing === null || (standing.state === 'filled' && day < today)) return null;
  return itemOf(
    {
      kind: 'periodic',
      title: `在“${column.name}”栏目公开${periodName(slot)}信息`,
      ...{ column, due, earliest },
      subject: slot.id,
      apart: column.url,
      from: ends >= today && day > ends ? addDays(ends, 1) : null,
      message: 'periodic/overdue',
    },
    standing,
    input,
  );
}

const isOfQuarter = ({ cadence }: Period): boolean => cadence === 'month' || cadence === 'quarter';

/** The quarter in which a slot is judged: its own, but half-years and years stand from their due date on. */
function quarterOf(slot: Period, day: CivilDate, today: CivilDate): Period {
  return periodAt('quarter', isOfQuarter(slot) ? lastDay(slot) : day > today ? day : today);
}
