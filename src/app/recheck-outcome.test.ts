import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../model/civil-date.ts';
import type { TrackedFinding } from '../model/finding.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { recheckOutcome } from './recheck-outcome.ts';

const day = (text: string) => text as CivilDate;

const verdict = (kind: VerdictKind, more: Partial<Verdict> = {}): Verdict => {
  const { check = 'guide', topic = 'guide', subject = '2023' } = more;
  const message = more.message === undefined ? (kind === 'fail' ? 'stale' : null) : more.message;
  return {
    ...{ id: `a/${check}/${message ?? '-'}/${topic}/${subject}`, unit: 'a', check, topic, column: null, subject },
    ...{ verdict: kind, message, advisory: false, state: null, text: `${check} ${kind} ${message}`, fix: null },
    ...{ basis: [], reason: null, evidence: [] },
    ...more,
  };
};

const finding = (more: Partial<TrackedFinding> = {}): TrackedFinding => {
  const { check = 'guide', topic = 'guide', subject = '2023', message = 'stale' } = more;
  return {
    ...{ id: `a/${check}/${message}/${topic}/${subject}`, unit: 'a', check, topic, subject, message, text: '' },
    ...{ advisory: false, state: 'open', firstSeen: day('2023-08-01'), lastSeen: day('2023-08-01') },
    since: day('2023-08-01'),
    ...more,
  };
};

const UNREAD: Pick<UnreadPart, 'unit' | 'topic'> = { unit: 'a', topic: 'guide' };

interface Case {
  readonly target?: TrackedFinding;
  /** What stands beside it. */
  readonly beside?: readonly TrackedFinding[];
  readonly unread?: readonly Pick<UnreadPart, 'unit' | 'topic'>[];
}

function outcome(verdicts: readonly Verdict[], { target = finding(), beside = [], unread = [] }: Case = {}): string {
  const history = new Map([target, ...beside].map((one) => [one.id, one]));
  const night = { asOf: day('2023-08-08'), verdicts, unread };
  const { outcome: said, text } = recheckOutcome(target, history, night);
  return `${said}: ${text}`;
}

describe('a finding looked at again', () => {
  it('is not fixed where it is still there, whatever else is said', () => {
    expect(outcome([verdict('fail'), verdict('pass')])).toBe('not-fixed: guide fail stale');
    expect(outcome([verdict('fail', { advisory: true, text: '仍在' })])).toBe('not-fixed: 仍在');
  });

  it('is fixed where its own question or the general one passes', () => {
    expect(outcome([verdict('pass')])).toBe('fixed: guide pass null');
    expect(outcome([verdict('pass', { message: 'stale' })])).toBe('fixed: guide pass stale');
  });

  it('is not known where another question passes, or nothing was said', () => {
    expect(outcome([verdict('pass', { message: 'incomplete' })])).toMatch(/^unread/);
    expect(outcome([])).toMatch(/^unread/);
    expect(outcome([verdict('pass', { subject: '2024' })])).toMatch(/^unread/);
  });

  it('is not known where it could not be read, and why is told', () => {
    const dark = verdict('inconclusive', { text: '网站服务器出错' });
    expect(outcome([dark])).toBe('unread: 网站服务器出错');
    expect(outcome([dark, verdict('pass', { message: 'incomplete' })])).toBe('unread: 网站服务器出错');
    expect(outcome([verdict('inconclusive', { subject: 'column', text: '栏目未能读取' })])).toBe(
      'unread: 栏目未能读取',
    );
  });

  it('is not fixed where another fault has taken its place, also where that was so before', () => {
    const missing = verdict('fail', { message: 'missing', text: '没有指南' });
    expect(outcome([missing])).toBe('not-fixed: 没有指南');
    const target = finding({ state: 'lapsed' });
    const beside = [finding({ message: 'missing', firstSeen: day('2023-08-03') })];
    expect(outcome([missing], { target, beside })).toBe('not-fixed: 没有指南');
  });

  it('is not called fixed for what stood beside it all along, without a pass', () => {
    const incomplete = verdict('fail', { message: 'incomplete' });
    const beside = [finding({ message: 'incomplete' })];
    expect(outcome([incomplete], { beside })).toMatch(/^unread/);
    expect(outcome([incomplete, verdict('pass')], { beside })).toMatch(/^fixed/);
  });

  it('is fixed where nothing is owed any more, and everything was read', () => {
    const none = verdict('not-applicable', { reason: 'nothing-due', text: '本期没有应办事项' });
    expect(outcome([none])).toBe('fixed: 本期没有应办事项');
    expect(outcome([none], { unread: [UNREAD] })).toMatch(/^unread/);
    for (const reason of ['no-column', 'no-enforcement', 'not-assessed', 'no-registers'] as const)
      expect(outcome([verdict('not-applicable', { reason })])).toMatch(/^unread/);
  });

  it('of a single document is fixed by the verdict on the whole, also beside other faults of the document', () => {
    const of = { check: 'wording', topic: 'policy-docs', subject: 'http://a/1.html' } as const;
    const target = finding({ ...of, message: 'placeholder' });
    const whole = { check: 'wording', topic: 'other', subject: 'a' } as const;
    expect(outcome([verdict('pass', whole)], { target })).toMatch(/^fixed/);
    expect(outcome([verdict('inconclusive', whole)], { target })).toMatch(/^unread/);
    const beside = [finding({ ...of, message: 'typo', advisory: true })];
    const typo = verdict('fail', { ...of, message: 'typo', advisory: true });
    expect(outcome([typo, verdict('pass', whole)], { target, beside })).toMatch(/^fixed/);
    expect(outcome([typo, verdict('inconclusive', whole)], { target, beside })).toMatch(/^unread/);
  });
});
