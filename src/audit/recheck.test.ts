import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../model/civil-date.ts';
import type { WaiverRow } from '../model/register.ts';
import type { Verdict } from '../model/verdict.ts';
import { recheck, waivedBy } from './recheck.ts';

describe('a finding', () => {
  const verdict = (more: Partial<Verdict>): Verdict => ({
    id: 'u/periodic/gap/statistics/2023-03',
    unit: 'u',
    check: 'periodic',
    topic: 'statistics',
    column: null,
    subject: '2023-03',
    verdict: 'fail',
    message: 'gap',
    advisory: true,
    state: null,
    text: '',
    fix: '请补发',
    basis: [],
    reason: null,
    evidence: [{ url: 'http://a/', capturedAt: '2023-08-01T00:00:00Z', sha256: '', record: 'evidence/a#1' }],
    ...more,
  });
  const item = { finding: 'u/periodic/overdue/statistics/2023-03', group: 'overdue-topic', text: '逾期' };
  const by = '2023-05-11' as CivilDate;
  const look = (at: typeof item, verdicts: readonly Verdict[], waivers: readonly WaiverRow[] = []) =>
    recheck(at, verdicts, by, waivedBy(waivers, '2023-08-08' as CivilDate));

  it('that was overdue is still open as the gap that it is now', () =>
    expect(look(item, [verdict({})])).toMatchObject({ kind: 'open', fix: '请补发' }));
  it('is not the failing slot beside it', () =>
    expect(look(item, [verdict({ id: 'u/periodic/gap/statistics/2023-02', subject: '2023-02' })]).kind).toBe('gone'));
  it('is fixed by an answer on the same subject, or by that of a check that answers for the unit at once', () => {
    const answer = verdict({ id: 'u/periodic/-/statistics/2023-03', verdict: 'pass', message: null });
    expect(look(item, [answer])).toMatchObject({ kind: 'fixed', evidence: answer.evidence });
    const broken = { ...item, finding: 'u/attachments/broken/policy-docs/http://a/1' };
    const whole = verdict({ check: 'attachments', topic: 'other', subject: 'u', verdict: 'pass', message: null });
    expect(look(broken, [whole]).kind).toBe('fixed');
  });
  it('that nobody asks about any more is neither open nor fixed', () => {
    const short = { ...item, finding: 'u/submissions/short/other/2023Q1' };
    const next = verdict({ check: 'submissions', topic: 'other', subject: '2023Q2', verdict: 'pass', message: null });
    expect(look(short, [next]).kind).toBe('gone');
    expect(look(short, []).kind).toBe('gone');
  });
  it('that is waived is not open until the waiver ends', () => {
    const waiver = { unit: 'u', check: 'periodic', subject: '2023-03', by: '某甲', reason: '系统迁移' };
    const until = (day: string | null) => [{ ...waiver, until: day as CivilDate | null }];
    expect(look(item, [verdict({})], until(null)).kind).toBe('gone');
    expect(look(item, [verdict({})], until('2023-08-08')).kind).toBe('gone');
    expect(look(item, [verdict({})], until('2023-08-07')).kind).toBe('open');
    expect(look(item, [verdict({})], [{ ...waiver, subject: '2023-04', until: null }]).kind).toBe('open');
  });
  it('of another message of the same check is another finding', () => {
    const copied = { ...item, finding: 'u/annual-report/copied/annual-report/2022' };
    const now = verdict({
      check: 'annual-report',
      topic: 'annual-report',
      id: 'u/annual-report/signature/annual-report/2022',
    });
    expect(look(copied, [now]).kind).toBe('gone');
  });
  it('whose check could not be run is unknown', () =>
    expect(look(item, [verdict({ verdict: 'inconclusive', topic: 'other', reason: 'check-failed' })])).toMatchObject({
      kind: 'unknown',
      why: 'check-failed',
    }));
});
