import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate } from '../model/civil-date.ts';
import type { TrackedFinding } from '../model/finding.ts';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { track } from './track.ts';

const DAY = '2023-08-01' as CivilDate;

const verdict = (kind: VerdictKind, more: Partial<Verdict> = {}): Verdict => {
  const message = more.message === undefined ? (kind === 'fail' ? 'stale' : null) : more.message;
  return {
    ...{
      id: `a/guide/${message}/guide/2023`,
      unit: 'a',
      check: 'guide',
      topic: 'guide',
      column: null,
      subject: '2023',
    },
    ...{ verdict: kind, message, advisory: false, state: null, text: '指南未更新', fix: null, basis: [] },
    ...{ reason: null, evidence: [] },
    ...more,
  };
};

/** The findings after some nights, a day apart. */
function following(...nights: readonly (readonly Verdict[] | Dim)[]): ReadonlyMap<string, TrackedFinding> {
  const known = new Map<string, TrackedFinding>();
  for (const [i, night] of nights.entries()) {
    const { verdicts, unread } =
      'dim' in night ? { verdicts: night.dim, unread: UNREAD } : { verdicts: night, unread: [] };
    for (const finding of track(known, { asOf: addDays(DAY, i), verdicts, unread })) known.set(finding.id, finding);
  }
  return known;
}
/** A night in which part of the topic could not be read. */
interface Dim {
  readonly dim: readonly Verdict[];
}
const UNREAD = [{ unit: 'a', topic: 'guide' }] as const;
const only = (known: ReadonlyMap<string, TrackedFinding>) => {
  const [finding] = known.values();
  return (
    finding && `${finding.state} ${finding.firstSeen.slice(8)}-${finding.lastSeen.slice(8)} ${finding.since.slice(8)}`
  );
};

const fail = verdict('fail');
const pass = verdict('pass');
const dark = verdict('inconclusive');

describe('a finding across nights', () => {
  it('is new, then open, then fixed, and returns', () => {
    expect(only(following([fail]))).toBe('new 01-01 01');
    expect(only(following([fail], [fail]))).toBe('open 01-02 02');
    expect(only(following([fail], [fail], [fail]))).toBe('open 01-03 02');
    expect(only(following([fail], [pass]))).toBe('fixed 01-01 02');
    expect(only(following([fail], [pass], [fail]))).toBe('returned 01-03 03');
    expect(only(following([fail], [pass], [fail], [fail]))).toBe('open 01-04 04');
  });

  it('is not changed by a night that could not look, or that did not ask', () => {
    expect(only(following([fail], [dark]))).toBe('new 01-01 01');
    expect(only(following([fail], []))).toBe('new 01-01 01');
    expect(only(following([fail], { dim: [verdict('pass', { subject: '2024' })] }))).toBe('new 01-01 01');
    expect(
      only(following([fail], [verdict('pass', { subject: '2024' }), verdict('inconclusive', { subject: '2025' })])),
    ).toBe('new 01-01 01');
    expect(only(following([fail], [pass], [dark], []))).toBe('fixed 01-01 02');
  });

  it('is not fixed by a pass beside a question on it that stayed open', () => {
    const half = verdict('inconclusive', { message: 'stale' });
    expect(only(following([fail], [verdict('pass', { message: 'missing' }), half]))).toBe('new 01-01 01');
    expect(only(following([fail], [verdict('pass', { message: 'missing' })]))).toBe('new 01-01 01');
  });

  it('lapses where another message takes its place, or the question no longer arises', () => {
    const missing = verdict('fail', { message: 'missing', id: 'a/guide/missing/guide/2023' });
    expect([...following([fail], [missing]).values()].map(({ state }) => state)).toEqual(['lapsed', 'new']);
    expect(only(following([fail], [verdict('not-applicable')]))).toBe('lapsed 01-01 02');
    expect(only(following([fail], [verdict('pass', { subject: '2024' })]))).toBe('lapsed 01-01 02');
  });

  it('that lapsed and is seen again was never fixed, so it does not return', () => {
    expect(only(following([fail], [verdict('not-applicable')], [fail]))).toBe('open 01-03 03');
  });

  it('is fixed where only what stood beside it is left', () => {
    const other = verdict('fail', { message: 'signature', id: 'a/guide/signature/guide/2023' });
    const states = (known: ReadonlyMap<string, TrackedFinding>) => [...known.values()].map(({ state }) => state);
    expect(states(following([fail, other], [other]))).toEqual(['fixed', 'open']);
    expect(states(following([fail, other], { dim: [other] }))).toEqual(['new', 'open']);
  });

  it('that was only advice is not taken for fixed where part could not be read', () => {
    const advice = verdict('fail', { advisory: true });
    expect(only(following([advice], { dim: [pass] }))).toBe('new 01-01 01');
    expect(only(following([advice], [pass]))).toBe('fixed 01-01 02');
    expect(only(following([fail], { dim: [pass] }))).toBe('fixed 01-01 02');
  });

  it('of a single document is fixed when the check has read the unit whole without it', () => {
    const of = (kind: VerdictKind, subject: string, message: string | null = null) =>
      verdict(kind, {
        check: 'privacy',
        topic: 'other',
        subject,
        message,
        id: `a/privacy/${message}/other/${subject}`,
      });
    const leak = of('fail', 'http://a/1', 'phone');
    expect(only(following([leak], [of('pass', 'a')]))).toBe('fixed 01-01 02');
    expect(only(following([leak], [of('inconclusive', 'a')]))).toBe('new 01-01 01');
    expect(only(following([leak, of('pass', 'a')], [leak, of('pass', 'a')]))).toBe('open 01-02 02');
  });

  it('stays as it was through any nights that could not look', () => {
    const nights = fc.array(fc.constantFrom([fail], [pass], [dark], [], [verdict('not-applicable')]), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(nights, fc.nat(12), (story, at) => {
        const blind = [...story.slice(0, at), [dark], ...story.slice(at)];
        const state = (known: ReadonlyMap<string, TrackedFinding>) => [...known.values()].map((one) => one.state);
        expect(state(following(...blind))).toEqual(state(following(...story)));
      }),
    );
  });
});
