import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../model/civil-date.ts';
import { DECISION_KINDS, type Decision, type DecisionKind } from '../model/decision.ts';
import type { TrackedFinding } from '../model/finding.ts';
import type { Verdict } from '../model/verdict.ts';
import { decide } from './decide.ts';
import { coverageRow, NO_REGISTERS, Q2, RULEBOOK, verdictOn } from './score.fixture.ts';
import { score } from './score.ts';

const decision = (finding: string, kind: DecisionKind, points: number | null = null): Decision => ({
  ...{ period: '2023Q2', finding, unit: 'a', kind, points, reason: '核对属实', by: '1', byName: '检查人员' },
  ...{ at: '2023-08-08T02:00:00Z', on: '2023-08-08' as CivilDate, version: 1 },
});

/** Points and totals of unit `a` after decisions. */
function decided(
  verdicts: readonly Verdict[],
  decisions: readonly Decision[],
  tracked: ReadonlyMap<string, TrackedFinding> = new Map(),
) {
  const laid = decide(verdicts, new Map(decisions.map((one) => [one.finding, one])), tracked);
  const { deductions, scores } = score({
    ...{ units: ['a'], ...laid, rulebook: RULEBOOK, period: Q2, keyColumns: new Map(), unrectified: new Set() },
    registers: { ...NO_REGISTERS, coverage: [coverageRow('a', 5)] },
  });
  return { deductions, total: scores[0]?.total, verdicts: laid.verdicts };
}

const stale = verdictOn('a', 'guide/stale');
const missing = verdictOn('a', 'guide/missing');

describe('decisions on findings', () => {
  it('change nothing where a finding is accepted, and nothing else is decided', () => {
    expect(decided([stale], [decision(stale.id, 'accepted')])).toEqual(decided([stale], []));
  });
  it('take a rejected finding out, and its points with it', () => {
    expect(decided([stale], [decision(stale.id, 'rejected')])).toMatchObject({
      deductions: [],
      total: 20,
      verdicts: [],
    });
  });
  it('leave the group charged for the findings that stay', () => {
    const { deductions, total } = decided([stale, missing], [decision(stale.id, 'rejected')]);
    expect(deductions).toEqual([{ unit: 'a', group: 'guide', points: 0.5, verdicts: [missing.id] }]);
    expect(total).toBe(19.5);
  });
  it('make a finding an advisory that costs nothing', () => {
    const { deductions, verdicts } = decided([stale], [decision(stale.id, 'advised')]);
    expect([deductions, verdicts[0]?.advisory]).toEqual([[], true]);
  });
  it('set other points, and of several findings of a group the dearest counts', () => {
    expect(decided([stale], [decision(stale.id, 'repriced', 2)]).total).toBe(18);
    expect(decided([stale], [decision(stale.id, 'repriced', 0)]).deductions).toEqual([]);
    expect(decided([stale, missing], [decision(stale.id, 'repriced', 0.2)]).total).toBe(19.5);
    expect(decided([stale, missing], [decision(stale.id, 'repriced', 2)]).total).toBe(18);
  });
  it('do not count any more where the finding was put right and came back afterwards', () => {
    const back = { state: 'returned', since: '2023-08-20' } as TrackedFinding;
    const known = new Map([[stale.id, back]]);
    expect(decided([stale], [decision(stale.id, 'rejected')], known).deductions).toHaveLength(1);
    const still = new Map([[stale.id, { ...back, state: 'open' } as TrackedFinding]]);
    expect(decided([stale], [decision(stale.id, 'rejected')], still).deductions).toHaveLength(0);
  });
  it('never charge what the audit does not find', () => {
    const kinds = ['pass', 'inconclusive', 'not-applicable', 'fail'] as const;
    const messages = ['guide/stale', 'guide/missing', 'double-random/no-plan', 'privacy/id-number', 'timeliness/late'];
    const anyVerdict = fc.record({
      message: fc.constantFrom(...messages),
      kind: fc.constantFrom(...kinds),
      subject: fc.nat(3),
    });
    const anyDecision = fc.record({
      at: fc.nat(20),
      kind: fc.constantFrom(...(Object.keys(DECISION_KINDS) as DecisionKind[])),
      points: fc.constantFrom(0, 0.5, 1, 5),
    });
    fc.assert(
      fc.property(fc.array(anyVerdict, { maxLength: 12 }), fc.array(anyDecision, { maxLength: 12 }), (said, made) => {
        const verdicts = said.map(({ message, kind, subject }) =>
          verdictOn('a', message, {
            verdict: kind,
            subject: `${subject}`,
            alert: message.startsWith('privacy') || undefined,
          } as Partial<Verdict>),
        );
        const ids = [...verdicts.map(({ id }) => id), 'a:nobody/ever-said:1'];
        const decisions = made.map(({ at, kind, points }) => decision(ids[at % ids.length] ?? '', kind, points));
        const fails = new Set(verdicts.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id));
        const { deductions, total } = decided(verdicts, decisions);
        expect(deductions.flatMap((one) => one.verdicts).every((id) => fails.has(id))).toBe(true);
        expect(total).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
