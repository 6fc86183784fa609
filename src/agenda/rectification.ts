import { type Recheck, recheck, waivedBy } from '../audit/recheck.ts';
import type { AgendaItem, AgendaState } from '../model/agenda.ts';
import type { PublishedBulletin } from '../model/bulletin.ts';
import { addDays } from '../model/civil-date.ts';
import { periodAt, periodName, shift } from '../model/period.ts';
import type { FeedbackRow } from '../model/register.ts';
import { answerTo } from './answer.ts';
import type { AgendaInput } from './input.ts';
import { itemOf } from './item.ts';
import { registeredStanding } from './registered.ts';
import { lookOf, type Standing } from './standing.ts';

/** What the last bulletin told the unit to put right, and the feedback that it owes. */
export function rectificationItems(input: AgendaInput): readonly AgendaItem[] {
  const { bulletin, registers, today } = input;
  const told = bulletin !== null && bulletin.publishedOn <= today ? (fixingItem(bulletin, input) ?? []) : [];
  return [told, ...(registers.feedback ?? []).map((row) => feedbackItem(row, input) ?? [])].flat();
}

function fixingItem(bulletin: PublishedBulletin, input: AgendaInput): AgendaItem | null {
  const { period, rectifyBy, items } = bulletin;
  const { today, days } = input;
  if (items.length === 0 || rectifyBy > addDays(today, days)) return null;
  const counts = countsOf(bulletin, input);
  const isLate = rectifyBy < today;
  const state = stateOf(counts, isLate);
  if (state === null) return null;
  const owed = {
    kind: 'rectification',
    title: `整改${periodName(period)}通报所列问题（${countsText(items.length, counts)}）`,
    column: null,
    subject: period.id,
    apart: 'not-fixed',
    ...{ due: rectifyBy, earliest: rectifyBy },
    message: 'rectification/not-fixed',
    // What was only pointed out need not be put right to keep points.
    ...(items.some(({ group }) => group !== null) ? {} : { price: 0 }),
  } as const;
  const question = { check: 'rectification', messages: ['not-fixed'], subject: period.id, columns: [] } as const;
  const look = lookOf(shift(period, 1), input.looks);
  const standing: Standing = {
    state,
    overdue: isLate && state === 'open',
    answer: answerTo(question, look?.verdicts ?? []),
    lookedOn: look?.asOf ?? null,
  };
  return itemOf(owed, standing, input);
}

/** Null where the deadline is over and nothing is left. Before it, what was not looked at again is owed. */
function stateOf({ open, unknown, fixed }: Counts, isLate: boolean): AgendaState | null {
  if (!isLate) return open === 0 && unknown === 0 && fixed > 0 ? 'filled' : 'open';
  return open > 0 ? 'open' : unknown > 0 ? 'unknown' : null;
}

type Counts = Readonly<Record<Recheck['kind'], number>>;

/** What was seen since the bulletin, or since the deadline where that is over; an older look tells nothing. */
function countsOf({ items, publishedOn, rectifyBy }: PublishedBulletin, input: AgendaInput): Counts {
  const { looks, registers, today } = input;
  const look = lookOf(null, looks);
  const counts = { open: 0, fixed: 0, gone: 0, unknown: 0 };
  const since = rectifyBy < today ? rectifyBy : publishedOn;
  const isWaived = waivedBy(registers.waivers ?? [], today);
  for (const item of items) counts[look ? recheck(item, look.verdicts, since, isWaived).kind : 'unknown'] += 1;
  return counts;
}

const countsText = (all: number, { open, fixed, gone, unknown }: Counts): string =>
  [
    `共${all}项`,
    ...(fixed > 0 ? [`已整改${fixed}项`] : []),
    ...(open > 0 ? [`未整改${open}项`] : []),
    ...(unknown > 0 ? [`待复查${unknown}项`] : []),
    ...(gone > 0 ? [`不再判定${gone}项`] : []),
  ].join('，');

/** How many quarters back feedback may still cost points: audits of the quarter before are still being made. */
const QUARTERS_BACK = 2;

function feedbackItem({ period, due, received }: FeedbackRow, input: AgendaInput): AgendaItem | null {
  if (period.id < shift(periodAt('quarter', input.today), -QUARTERS_BACK).id) return null;
  const question = { check: 'rectification', messages: ['feedback-late'], subject: period.id } as const;
  const standing = registeredStanding({ due, done: received, question, judgedIn: shift(period, 1) }, input);
  if (standing === null) return null;
  const owed = {
    kind: 'rectification',
    title: `反馈${periodName(period)}通报问题的整改情况`,
    column: null,
    subject: period.id,
    apart: 'feedback-late',
    ...{ due, earliest: due },
    message: 'rectification/feedback-late',
  } as const;
  return itemOf(owed, standing, input);
}
