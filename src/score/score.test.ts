import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay } from '../model/period.ts';
import type { Verdict } from '../model/verdict.ts';
import { coverageRow, NO_REGISTERS, Q2, RULEBOOK, verdictOn } from './score.fixture.ts';
import { type ScoreInput, score } from './score.ts';

const inputOf = (verdicts: readonly Verdict[], more: Partial<ScoreInput> = {}): ScoreInput => ({
  units: ['a', 'b'],
  verdicts,
  registers: { ...NO_REGISTERS, coverage: [coverageRow('a', 4), coverageRow('b', 5)] },
  rulebook: RULEBOOK,
  period: Q2,
  keyColumns: new Map(),
  unrectified: new Set(),
  ...more,
});
const cardOf = (input: ScoreInput, unit = 'a') => score(input).scores.find((card) => card.unit === unit);

describe('deductions', () => {
  it('takes one deduction for several findings of a group and names them all', () => {
    const { deductions } = score(
      inputOf([verdictOn('a', 'guide/stale'), verdictOn('a', 'guide/missing'), verdictOn('b', 'guide/stale')]),
    );
    expect(deductions).toEqual([
      { unit: 'a', group: 'guide', points: 0.5, verdicts: ['a:guide/missing:2023', 'a:guide/stale:2023'] },
      { unit: 'b', group: 'guide', points: 0.5, verdicts: ['b:guide/stale:2023'] },
    ]);
  });
  it.each([
    ['an advisory finding', verdictOn('a', 'guide/stale', { advisory: true })],
    ['an advisory group', verdictOn('a', 'timeliness/late')],
    ['an alert', verdictOn('a', 'privacy/id-number', { alert: true })],
    ['a message that no group names', verdictOn('a', 'guide/duplicate')],
    ['a pass', verdictOn('a', 'guide/stale', { verdict: 'pass' })],
    ['a unit out of scope', verdictOn('c', 'guide/stale')],
  ])('takes nothing for %s', (_, verdict) => {
    expect(score(inputOf([verdict])).deductions).toEqual([]);
  });
  it('prices an annual report by different problems, not by findings', () => {
    const four = ['title-doubled', 'copied', 'no-contact', 'signature'].map((name) => `annual-report/${name}`);
    const again = verdictOn('a', 'annual-report/copied', { subject: '2021' });
    const verdicts = [...four.map((message) => verdictOn('a', message)), again];
    expect(score(inputOf(verdicts)).deductions[0]?.points).toBe(0.5);
    verdicts.push(verdictOn('a', 'annual-report/part-six'));
    expect(score(inputOf(verdicts)).deductions[0]?.points).toBe(1);
  });
  it('prices a missed task by its row', () => {
    const task = (name: string, points: number) => ({ unit: 'a', task: name, due: firstDay(Q2), done: null, points });
    const tasks = [task('材料一', 0.5), task('材料二', 2)];
    const input = inputOf([verdictOn('a', 'tasks/not-done', { subject: '材料二' })]);
    expect(score({ ...input, registers: { ...input.registers, tasks } }).deductions[0]?.points).toBe(2);
  });
  it('takes more for what the last bulletin told and nobody put right', () => {
    const rulebook = {
      ...RULEBOOK,
      groups: RULEBOOK.groups.map((one) =>
        one.id === 'guide' ? { ...one, steps: [{ unrectified: true, points: 1 } as const] } : one,
      ),
    };
    const verdicts = [verdictOn('a', 'guide/stale'), verdictOn('b', 'guide/stale')];
    const unrectified = new Set(['a:guide/stale:2023', 'a:leadership/stale:2023']);
    const pointsOf = (more: Partial<ScoreInput>) =>
      score(inputOf(verdicts, { rulebook, ...more })).deductions.map(({ points }) => points);
    expect(pointsOf({ unrectified })).toEqual([1, 0.5]);
    expect(pointsOf({ unrectified, rulebook: RULEBOOK })).toEqual([0.5, 0.5]);
    const open = verdicts.map((one) => ({ ...one, verdict: 'inconclusive' as const }));
    expect(cardOf(inputOf(open, { rulebook, unrectified }))?.open).toBe(1);
  });
  it('lets a provincial loss take what is left', () => {
    const input = inputOf([verdictOn('a', 'guide/stale'), verdictOn('a', 'leadership', { verdict: 'inconclusive' })]);
    const lost = [{ unit: 'a', period: Q2, reason: '依申请公开暗访失分' }];
    const result = score({ ...input, registers: { ...input.registers, 'provincial-loss': lost } });
    expect(result.deductions[1]).toEqual({ unit: 'a', group: 'provincial-loss', points: 18.5, verdicts: [] });
    expect(result.scores[0]).toMatchObject({ deducted: 19, total: 0, open: 0 });
    expect(result.scores[1]?.total).toBe(20);
  });
});

describe('open points', () => {
  const inconclusive = (message: string) => verdictOn('a', message, { verdict: 'inconclusive', reason: 'blocked' });
  it('are what inconclusive verdicts could still cost', () => {
    expect(cardOf(inputOf([inconclusive('guide/stale'), inconclusive('guide/missing')]))?.open).toBe(0.5);
  });
  it('count every group of a check that says nothing of the message', () => {
    expect(cardOf(inputOf([inconclusive('enforcement')]))?.open).toBe(1);
  });
  it('leave out groups that are deducted already and those that cost nothing', () => {
    const verdicts = [verdictOn('a', 'guide/stale'), inconclusive('guide/missing'), inconclusive('timeliness/late')];
    expect(cardOf(inputOf(verdicts))?.open).toBe(0);
  });
  it('take the dearest case where nothing is known, which a deduction never does', () => {
    expect(cardOf(inputOf([inconclusive('submissions/short')]))?.open).toBe(1);
    expect(cardOf(inputOf([verdictOn('a', 'submissions/short')]))?.deducted).toBe(0.5);
  });
});

describe('suggested coverage', () => {
  const suggest = (total: number, updated: number, unread: number) =>
    cardOf(inputOf([], { registers: NO_REGISTERS, keyColumns: new Map([['a', { total, updated, unread }]]) }));
  it.each([
    [8, 8, 0, 5, 0],
    [8, 6, 0, 4, 0],
    [8, 0, 0, 0, 0],
    [7, 3, 0, 2, 0],
    [8, 4, 4, 5, 2.5],
    [8, 0, 8, 5, 5],
    [0, 0, 0, 5, 5],
  ])('of %i key columns, %i updated, %i unread is %f with %f open', (total, updated, unread, coverage, open) => {
    expect(suggest(total, updated, unread)).toMatchObject({ coverage, open, coverageFrom: 'suggested' });
  });
  it('never falls because a column could not be read', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (updated, empty, unread) => {
        const total = updated + empty + unread;
        const known = suggest(total, updated + unread, 0);
        const card = suggest(total, updated, unread);
        if (total > 0) expect(card?.coverage).toBe(known?.coverage);
      }),
    );
  });
  it('gives way to the register, of this quarter only', () => {
    const other = { ...coverageRow('a', 1), period: { ...Q2, id: '2023Q1', index: 1 } };
    const input = inputOf([], { registers: { ...NO_REGISTERS, coverage: [other] } });
    expect(cardOf(input)).toMatchObject({ coverageFrom: 'suggested', coverage: 5 });
    expect(cardOf(inputOf([]))).toMatchObject({ coverageFrom: 'register', coverage: 4, open: 0 });
  });
});

describe('whatever the verdicts', () => {
  const anyVerdict = fc
    .record({
      unit: fc.constantFrom('a', 'b'),
      message: fc.constantFrom(...RULEBOOK.groups.flatMap((group) => group.messages), 'guide', 'other/none'),
      subject: fc.constantFrom('2022', '2023'),
      verdict: fc.constantFrom('pass', 'fail', 'inconclusive', 'not-applicable'),
      advisory: fc.boolean(),
    })
    .map(({ unit, message, ...more }) => verdictOn(unit, message, more));
  const anyVerdicts = fc.uniqueArray(anyVerdict, { selector: (verdict) => verdict.id, maxLength: 40 });

  it('their order changes nothing', () => {
    fc.assert(
      fc.property(
        anyVerdicts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(score(inputOf(shuffled))).toEqual(score(inputOf(all)));
        },
      ),
    );
  });
  it('one more that is inconclusive or advisory changes no deduction and no total', () => {
    const harmless = anyVerdict.chain((verdict) =>
      fc.constantFrom({ ...verdict, verdict: 'inconclusive' as const }, { ...verdict, advisory: true }),
    );
    fc.assert(
      fc.property(anyVerdicts, harmless, (all, one) => {
        const before = score(inputOf(all));
        const after = score(inputOf([...all, { ...one, id: `${one.id}:again` }]));
        expect(after.deductions).toEqual(before.deductions);
        expect(after.scores.map(({ total }) => total)).toEqual(before.scores.map(({ total }) => total));
      }),
    );
  });
  it('no total is below zero and none has more open than is left', () => {
    const dear = { ...RULEBOOK, base: 1, groups: RULEBOOK.groups.map((group) => ({ ...group, points: 3.5 })) };
    fc.assert(
      fc.property(anyVerdicts, (all) => {
        for (const card of score(inputOf(all, { rulebook: dear })).scores) {
          expect(card.total).toBe(Math.max(0, card.base + card.coverage - card.deducted));
          expect(card.open).toBeLessThanOrEqual(card.total);
        }
      }),
    );
  });
});
