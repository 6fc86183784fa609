import type { AgendaState } from '../model/agenda.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { Period } from '../model/period.ts';
import type { Verdict } from '../model/verdict.ts';
import { answerTo, type Question } from './answer.ts';
import type { Look } from './input.ts';

/** Where a thing that is owed stands. */
export interface Standing {
  readonly state: AgendaState;
  readonly overdue: boolean;
  /** The verdict it rests on. */
  readonly answer: Verdict | null;
  /** The day of the audit that was asked; null where there was none to ask. */
  readonly lookedOn: CivilDate | null;
}

export interface Term {
  /** The due date, or where it is not known a day before which it does not lie. */
  readonly day: CivilDate;
  /** Whether it is over; null where the calendar cannot say. */
  readonly isLate: boolean | null;
  /** The quarter whose audit judges it; null for what stands on any day. */
  readonly judgedIn: Period | null;
}

/** The audit of a quarter, else the newest; null where there is none. */
export const lookOf = (quarter: Period | null, looks: readonly Look[]): Look | null =>
  looks.find(({ period }) => period === quarter?.id) ?? looks[0] ?? null;

/**
 * What audits say of a thing that is owed; null where it is no longer on the calendar: done and past, or never found
 * wanting. It is overdue only where an audit looked after the due date and it was not there.
 */
export function standingOf(term: Term, question: Question, looks: readonly Look[]): Standing | null {
  const { day, isLate, judgedIn } = term;
  const look = lookOf(judgedIn, looks);
  const answer = answerTo(question, look?.verdicts ?? []);
  const as = (state: AgendaState, overdue = false): Standing => ({
    ...{ state, overdue, answer },
    lookedOn: look?.asOf ?? null,
  });
  if (isLate === false) {
    if (answer?.verdict === 'pass') return as('filled');
    return as(answer?.verdict === 'inconclusive' ? 'unknown' : 'open');
  }
  // That a column could not be read at all says nothing new of what was due long before.
  switch (answer?.subject === question.subject ? answer.verdict : undefined) {
    case 'pass':
      return null;
    case 'fail':
      return isLate && look !== null && look.asOf > day && isStill(question, look, looks)
        ? as('open', true)
        : as('unknown');
    case 'inconclusive':
      return as('unknown');
    case 'not-applicable':
      return answer?.reason === 'not-due' ? as('unknown') : null;
    case undefined:
      return look !== null && isNewSince(look, term) ? as('unknown') : null;
  }
}

/** What an older audit of another quarter found is so only where the newest finds it, too. */
function isStill(question: Question, { asOf }: Look, looks: readonly Look[]): boolean {
  const [newest] = looks;
  return !newest || asOf >= newest.asOf || answerTo(question, newest.verdicts)?.verdict === 'fail';
}

/** Whether the audit looked too early, or at a quarter too early, to say anything of it. */
const isNewSince = ({ asOf, period }: Look, { day, judgedIn }: Term): boolean =>
  asOf <= day || (judgedIn !== null && judgedIn.id > period);
