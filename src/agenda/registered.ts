import type { AgendaItem } from '../model/agenda.ts';
import { addDays, type CivilDate } from '../model/civil-date.ts';
import { answerDue } from '../model/due.ts';
import { type Period, periodAt } from '../model/period.ts';
import type { ApplicationRow, TaskRow } from '../model/register.ts';
import { answerTo, type Question } from './answer.ts';
import { type AgendaInput, ASKED } from './input.ts';
import { itemOf } from './item.ts';
import { lookOf, type Standing } from './standing.ts';

/** What the task register says the unit has to do. The register itself says whether it is done. */
export function taskItems(input: AgendaInput): readonly AgendaItem[] {
  return (input.registers.tasks ?? []).flatMap((row) => taskItem(row, input) ?? []);
}

function taskItem({ task, due, done, points }: TaskRow, input: AgendaInput): AgendaItem | null {
  const question = { check: 'tasks', messages: ASKED.tasks, subject: task } as const;
  const standing = registeredStanding({ due, done, question }, input);
  if (standing === null) return null;
  const owed = { kind: 'task', title: `完成任务“${task}”`, column: null, subject: task, due, earliest: due } as const;
  return itemOf({ ...owed, message: 'tasks/not-done', price: points }, standing, input);
}

/** Applications for information that are to be answered. */
export function applicationItems(input: AgendaInput): readonly AgendaItem[] {
  const sameDay = new Map<CivilDate, number>();
  return (input.registers.applications ?? [])
    .filter(({ received }) => received <= input.today)
    .flatMap((row) => {
      const nth = (sameDay.get(row.received) ?? 0) + 1;
      sameDay.set(row.received, nth);
      return applicationItem(row, nth, input) ?? [];
    });
}

function applicationItem(row: ApplicationRow, nth: number, input: AgendaInput): AgendaItem | null {
  const { received, answered, channel } = row;
  const { calendar, terms } = input;
  const due = answerDue(row, calendar, terms.answer);
  const earliest = due ?? addDays(received, terms.answer.workdays);
  const question = { check: 'applications', messages: ASKED.applications, subject: received } as const;
  const standing = registeredStanding({ due, earliest, done: answered, question }, input);
  if (standing === null) return null;
  const which = nth > 1 ? `，当日第${nth}件` : '';
  const owed = {
    kind: 'application',
    title: `答复${received}收到的政府信息公开申请（${channel || '渠道未登记'}${which}）`,
    column: null,
    subject: received,
    ...(nth > 1 ? { apart: String(nth) } : {}),
    ...{ due, earliest },
    message: 'applications/late',
  } as const;
  return itemOf(owed, standing, input);
}

/** What a register says of a thing with a date on which it was done. */
export interface Registered {
  readonly due: CivilDate | null;
  /** Where `due` is not known, a day before which it does not lie. */
  readonly earliest?: CivilDate;
  readonly done: CivilDate | null;
  /** What the quarter's audit is asked: it says what a miss costs. */
  readonly question: Omit<Question, 'columns'>;
  /** The quarter whose audit judges it; that of the due date without it. */
  readonly judgedIn?: Period;
}

/** Null where it is done and past, where it falls due later, or where its date is not known and it is done. */
export function registeredStanding(
  { due, earliest = due ?? undefined, done, question, judgedIn }: Registered,
  { today, days, looks }: AgendaInput,
): Standing | null {
  const isDone = done !== null && done <= today;
  if (earliest === undefined || earliest > addDays(today, days)) return null;
  const nobody = { answer: null, lookedOn: null };
  if (isDone) return due !== null && due >= today ? { ...nobody, state: 'filled', overdue: false } : null;
  if (due === null || due >= today) return { ...nobody, state: 'open', overdue: false };
  const look = lookOf(judgedIn ?? periodAt('quarter', due), looks);
  const answer = answerTo({ ...question, columns: [] }, look?.verdicts ?? []);
  return { state: 'open', overdue: true, answer, lookedOn: look?.asOf ?? null };
}
