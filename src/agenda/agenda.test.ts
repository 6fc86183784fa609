import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendar } from '../calendar/work-calendar.ts';
import { addDays, type CivilDate, type MonthDay, yearOf } from '../model/civil-date.ts';
import { type Cadence, periodAt, periodsOf } from '../model/period.ts';
import type { Column, Due } from '../model/plan.ts';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { agendaOn, column, day, inputOn, look, NO_REGISTERS, verdictOn } from './agenda.fixture.ts';
import { agenda } from './agenda.ts';
import type { AgendaInput } from './input.ts';

const calendar = workCalendar([]);

/** Days of years with official arrangements, and of some without. */
const days = fc
  .oneof(fc.integer({ min: 0, max: 2_500 }), fc.integer({ min: 4_200, max: 5_000 }))
  .map((n) => addDays(day('2019-01-01'), n));
const cadences = fc.constantFrom<Cadence>('month', 'quarter', 'half-year', 'year');
const terms: fc.Arbitrary<Due> = fc.oneof(
  fc.record({ kind: fc.constant('working-days' as const), days: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 40 }) }),
);
const dates: fc.Arbitrary<Due> = fc.record({
  kind: fc.constant('date' as const),
  monthDay: fc.constantFrom('01-31', '03-31', '09-30', '12-31').map((text) => text as MonthDay),
  yearsLater: fc.constantFrom(0, 1),
});
const owing = cadences.chain((every) =>
  fc.record({
    every: fc.constant(every),
    due: every === 'year' ? fc.oneof(terms, dates) : terms,
    advise: fc.boolean(),
  }),
);

const kinds = fc.constantFrom<VerdictKind>('pass', 'fail', 'inconclusive', 'not-applicable');
const MESSAGES: Readonly<Record<string, string>> = {
  guide: 'guide/stale',
  'annual-report': 'annual-report/missing',
  'double-random': 'double-random/no-plan',
};
const TOPICS = ['statistics', 'fees', 'culture'] as const;

/** A unit on a day, with what an audit of some day before said of some of what it owes. */
const worlds = fc
  .record({
    today: days,
    window: fc.integer({ min: 0, max: 120 }),
    owes: fc.array(owing, { minLength: 1, maxLength: TOPICS.length }),
    lookedBefore: fc.integer({ min: 0, max: 100 }),
    says: fc.array(kinds, { minLength: 60, maxLength: 60 }),
    tasks: fc.array(fc.record({ off: fc.integer({ min: -90, max: 150 }), isDone: fc.boolean() }), { maxLength: 4 }),
    received: fc.array(fc.integer({ min: -120, max: 10 }), { maxLength: 4 }),
  })
  .map(({ today, window, owes, lookedBefore, says, tasks, received }): AgendaInput => {
    const columns: Column[] = [
      ...owes.map((more, i) => column(TOPICS[i] ?? 'other', more)),
      ...Object.keys(MESSAGES).map((topic) => column(topic as Column['topic'])),
    ];
    const asOf = addDays(today, -lookedBefore);
    return inputOn(today, columns, {
      days: window,
      calendar,
      looks: [look(asOf, periodAt('quarter', asOf).id, saidOf(columns, asOf, says))],
      registers: {
        ...NO_REGISTERS,
        tasks: tasks.map(({ off, isDone }, i) => ({
          ...{ unit: 'water', task: `任务${i}`, points: 0.5 },
          due: addDays(today, off),
          done: isDone ? today : null,
        })),
        applications: received.map((off) => ({
          ...{ unit: 'water', channel: '', extended: null, answered: null },
          received: addDays(today, off),
        })),
      },
    });
  });

/** One verdict on every slot and year that an audit could speak of, as far as there are kinds to draw from. */
function saidOf(columns: readonly Column[], asOf: CivilDate, says: readonly VerdictKind[]): Verdict[] {
  const year = yearOf(asOf);
  const subjects = columns.flatMap(({ topic, every }) => {
    const slots = every ? [year - 1, year].flatMap((one) => periodsOf(every, one)).map(({ id }) => id) : [];
    const ids = every ? slots : [String(topic === 'annual-report' ? year - 1 : year)];
    return ids.map((id) => ({ topic, id, message: MESSAGES[topic] ?? 'periodic/overdue' }));
  });
  return subjects.slice(-says.length).map(({ topic, id, message }, i) => {
    const verdict = says[i] ?? 'pass';
    const reason = verdict === 'not-applicable' ? ('not-due' as const) : null;
    return verdictOn(message, id, { topic, verdict, reason });
  });
}

const filledOf = (input: AgendaInput): ReadonlySet<string> =>
  new Set(agenda(input).flatMap(({ id, state }) => (state === 'filled' ? [id] : [])));

describe('an agenda', () => {
  it('lies in its window, but for what is past due and what audits point out already', () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const { today } = input;
        for (const { kind, due, overdue, state, workdaysLeft } of agenda(input)) {
          if (overdue) expect([state, due !== null && due < today]).toEqual(['open', true]);
          if (due === null) continue;
          const isPointedOut = (kind === 'guide' || kind === 'double-random') && yearOf(due) === yearOf(today);
          expect(due <= addDays(today, input.days) || isPointedOut).toBe(true);
          expect(workdaysLeft).toBe(calendar.workdaysBetween(today, due));
          const isGraced = kind === 'periodic' && (calendar.workdaysBetween(due, today) ?? 0) <= 2;
          if (due < today) expect(overdue || state === 'unknown' || isGraced).toBe(true);
          if (state === 'filled') expect(due >= today).toBe(true);
        }
      }),
    );
  });

  it('comes by due date, unknown ones last, each thing once', () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const items = agenda(input);
        const order = items.map(({ due }) => due ?? '~');
        expect(order).toEqual([...order].sort());
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }),
    );
  });

  it('has nothing filled that is not seen: a verdict less fills nothing, and none at all leaves registers alone', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (input, nth) => {
        const [said] = input.looks;
        if (!said) throw new Error('no look');
        const less = said.verdicts.filter((_, i) => i !== nth % said.verdicts.length);
        const before = filledOf(input);
        for (const id of filledOf({ ...input, looks: [{ ...said, verdicts: less }] })) expect(before).toContain(id);
        for (const { kind, state, overdue } of agenda({ ...input, looks: [] }))
          if (kind !== 'task' && kind !== 'application') expect([state, overdue]).toEqual(['open', false]);
      }),
    );
  });

  it('says tomorrow the same of what is still ahead', () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const tomorrow = addDays(input.today, 1);
        const next = new Map(agenda({ ...input, today: tomorrow }).map((item) => [item.id, item]));
        // The plan of random inspections has two dates, one after the other.
        for (const { id, kind, due, state } of agenda(input))
          if (due !== null && due >= tomorrow && kind !== 'double-random')
            expect(next.get(id)).toMatchObject({ due, state });
      }),
    );
  });

  it('puts what is past due first', () => {
    const monthly = column('statistics', { every: 'month', due: { kind: 'working-days', days: 20 } });
    const looks = [look('2023-08-08', '2023Q2', [verdictOn('periodic/overdue', '2023-06')])];
    const items = agendaOn('2023-08-08', [monthly], { looks });
    expect(items.map(({ due }) => due)).toEqual(['2023-07-28', '2023-08-28', '2023-09-28']);
  });
});
