import type { AgendaItem, AgendaKind } from '../model/agenda.ts';
import { addDays, type CivilDate, type MonthDay, onYear, yearOf } from '../model/civil-date.ts';
import { periodAt } from '../model/period.ts';
import { isAssessedIn } from '../model/plan.ts';
import type { Topic } from '../model/topic.ts';
import { type AgendaInput, ASKED, type AskedCheck, type AskedMessage } from './input.ts';
import { itemOf } from './item.ts';
import { standingOf } from './standing.ts';

/** What a topic owes once a year by a check's own terms. */
interface Duty {
  readonly kind: AgendaKind & AskedCheck & Topic;
  readonly subject: number;
  /** Those that say that it is not done. */
  readonly messages: readonly string[];
  /** What has to be done in the column. */
  readonly what: string;
  readonly due: CivilDate;
  /** The first day on which it can be done; any without it. */
  readonly from?: CivilDate;
  /** The message of a miss. */
  readonly message: AskedMessage;
  /** From this day on audits point it out, so that it is on the calendar however far off its due date is. */
  readonly pointedOutFrom?: CivilDate;
  readonly isAdvisory?: true;
  readonly note?: string;
}

/** Guide, annual report, and plan and results of random inspections: what falls due in time, and what is past due. */
export function yearlyItems(input: AgendaInput): readonly AgendaItem[] {
  const { today, days } = input;
  const years = new Set([yearOf(today), yearOf(addDays(today, days))]);
  return [...years].flatMap((year) => dutiesOf(year, input)).flatMap((duty) => dutyItem(duty, input) ?? []);
}

function dutiesOf(year: number, { unit, terms, today }: AgendaInput): readonly Duty[] {
  const newYear = onYear('01-01' as MonthDay, year);
  const dayBefore = (monthDay: MonthDay): CivilDate =>
    monthDay === '01-01' ? newYear : addDays(onYear(monthDay, year), -1);
  const duties: Duty[] = [
    {
      kind: 'guide',
      subject: year,
      message: 'guide/stale',
      messages: ASKED.guide,
      what: `更新${year}年信息公开指南`,
      due: dayBefore(terms.guideChargedFrom),
      from: newYear,
      pointedOutFrom: newYear,
      note: `${onYear(terms.guideChargedFrom, year)}起仍未更新的减分`,
    },
    {
      kind: 'annual-report',
      subject: year - 1,
      message: 'annual-report/missing',
      messages: ASKED['annual-report'],
      what: `公开${year - 1}年政府信息公开工作年度报告`,
      due: onYear(terms.reportDue, year),
      from: newYear,
    },
  ];
  if (!unit.enforcement) return duties;
  const plan: Omit<Duty, 'due'> = {
    kind: 'double-random',
    subject: year,
    message: 'double-random/no-plan',
    messages: ['no-plan'],
    what: `公开${year}年度抽查工作计划`,
    note: `${onYear(terms.planChargedFrom, year)}起仍未公开的减分`,
  };
  const pointedOutFrom = onYear(terms.planFrom, year);
  const isPointedOutFirst = terms.planFrom < terms.planChargedFrom;
  return [
    ...duties,
    isPointedOutFirst && today < pointedOutFrom
      ? { ...plan, due: dayBefore(terms.planFrom), isAdvisory: true }
      : { ...plan, due: dayBefore(terms.planChargedFrom), ...(isPointedOutFirst ? { pointedOutFrom } : {}) },
    {
      kind: 'double-random',
      subject: year,
      message: 'double-random/no-results',
      messages: ['no-results'],
      what: `公开${year - 1}年度抽查情况和查处结果`,
      due: dayBefore(terms.resultsFrom),
    },
  ];
}

function dutyItem(duty: Duty, input: AgendaInput): AgendaItem | null {
  const { unit, today, days, looks } = input;
  const { kind, due, from, message, pointedOutFrom, what } = duty;
  const columns = unit.columns.filter(({ topic }) => topic === kind);
  const [column] = columns;
  const isNear = due <= addDays(today, days) || (pointedOutFrom !== undefined && pointedOutFrom <= today);
  if (!column || !isNear || !isAssessedIn(unit, periodAt('quarter', due > today ? due : today))) return null;
  const subject = String(duty.subject);
  const question = { check: kind, messages: duty.messages, subject, columns: columns.map(({ url }) => url) };
  const standing = standingOf({ day: due, isLate: due < today, judgedIn: null }, question, looks);
  if (standing === null) return null;
  const owed = {
    ...{ kind, column, subject, due, message },
    earliest: due,
    title: `在“${column.name}”栏目${what}`,
    apart: message.slice(message.indexOf('/') + 1),
    from: from !== undefined && from > today ? from : null,
    notes: duty.note !== undefined && due >= today ? [duty.note] : [],
    ...(duty.isAdvisory ? { price: 0 } : {}),
  };
  return itemOf(owed, standing, input);
}
