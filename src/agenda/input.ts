import type { Audit } from '../model/audit.ts';
import type { PublishedBulletin } from '../model/bulletin.ts';
import type { WorkCalendar } from '../model/calendar.ts';
import type { CivilDate, MonthDay } from '../model/civil-date.ts';
import type { AnswerTerms } from '../model/due.ts';
import type { Unit } from '../model/plan.ts';
import type { Registers } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { Basis } from '../model/verdict.ts';

/** Every check whose questions fall due, and its messages that say that a thing is not there. */
export const ASKED = {
  periodic: ['overdue', 'gap'],
  guide: ['stale', 'missing'],
  'annual-report': ['missing'],
  'double-random': ['no-plan', 'no-results'],
  tasks: ['not-done'],
  applications: ['late'],
  rectification: ['not-fixed', 'feedback-late'],
} as const;
export type AskedCheck = keyof typeof ASKED;
type MessageOf<C extends AskedCheck> = `${C}/${(typeof ASKED)[C][number]}`;
export type AskedMessage = { readonly [C in AskedCheck]: MessageOf<C> }[AskedCheck];

/** When checks begin to ask, as the rulebook sets it, and on what they rest. */
export interface AgendaTerms {
  readonly basis: Readonly<Record<AskedCheck, readonly Basis[]>>;
  /** Working days by which a slot may be late without being late. */
  readonly graceWorkdays: number;
  /** The first day on which a guide that is not of this year costs points. */
  readonly guideChargedFrom: MonthDay;
  /** The last day for the unit's report on the year before. */
  readonly reportDue: MonthDay;
  /** The first days on which this year's plan is pointed out and charged, and last year's results are charged. */
  readonly planFrom: MonthDay;
  readonly planChargedFrom: MonthDay;
  readonly resultsFrom: MonthDay;
  readonly answer: AnswerTerms;
}

/** What an audit says; verdicts of other units are left aside. */
export type Look = Pick<Audit, 'asOf' | 'period' | 'verdicts'>;

export interface AgendaInput {
  readonly unit: Unit;
  readonly registers: Pick<Registers, 'tasks' | 'applications' | 'feedback' | 'waivers'>;
  readonly calendar: WorkCalendar;
  readonly rulebook: Rulebook;
  readonly terms: AgendaTerms;
  /**
   * The newest audits that looked at the unit, the newest first: a night audits the quarter before, too, while its
   * bulletin is being prepared. Empty where none has looked yet.
   */
  readonly looks: readonly Look[];
  /** What the last published bulletin says of the unit; null where there is none. */
  readonly bulletin: PublishedBulletin | null;
  readonly today: CivilDate;
  /** How many days ahead are looked at, today not counted. */
  readonly days: number;
}
