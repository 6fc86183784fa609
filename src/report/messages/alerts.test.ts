import { describe, expect, it } from 'vitest';
import type { FindingState, TrackedFinding } from '../../model/finding.ts';
import type { Verdict } from '../../model/verdict.ts';
import { alertMessages } from './alerts.ts';
import { AUDIENCE, day } from './audience.fixture.ts';

const SECRET = '《张某某低保公示》公开了身份证号码，如370***11';

const verdict = (id: string, unit: string, more: Partial<Verdict> = {}): Verdict => ({
  ...{ id, unit, check: 'privacy', topic: 'other', column: null, subject: 's', verdict: 'fail', message: 'id-number' },
  ...{ advisory: true, alert: true, state: null, text: SECRET, fix: null, basis: [], reason: null, evidence: [] },
  ...more,
});

const finding = ({ id, unit, check, topic, subject, text }: Verdict, state: FindingState, since: string) =>
  ({
    ...{ id, unit, check, topic, subject, text, message: 'id-number', advisory: true, state },
    ...{ firstSeen: day('2023-08-01'), lastSeen: day('2023-08-08'), since: day(since) },
  }) satisfies TrackedFinding;

const drafts = (verdicts: readonly Verdict[], findings: readonly TrackedFinding[]) =>
  alertMessages({ ...AUDIENCE, audit: { asOf: day('2023-08-08'), verdicts }, findings });

const [a, b, c] = [verdict('a', 'sfj'), verdict('b', 'sfj'), verdict('c', 'tjj')];
const NEW = [a, b, c].map((one) => finding(one, 'new', '2023-08-08'));

describe('what has to be told the same day', () => {
  it('is told to the unit and to the groups, in figures only', () => {
    const all = drafts([a, b, c], NEW);
    expect(all.map(({ recipient }) => recipient)).toEqual([
      ...['sfj@example.gov.cn', 'sfj2@example.gov.cn', 'tjj@example.gov.cn', '工作群', '检查组'],
    ]);
    expect(all[0]?.subject).toBe('【巡检】区司法局：有2项问题须当日处理');
    expect(all.at(-1)?.body).toContain('区司法局：2项\n区统计局：1项');
    for (const { subject, body } of all) expect(subject + body).not.toMatch(/张某某|370|低保/);
  });

  it('is the same message when the same is asked again the same day, and another one with more to tell', () => {
    const abouts = (verdicts: readonly Verdict[]) => drafts(verdicts, NEW).map(({ about }) => about);
    expect(abouts([b, a, c])).toEqual(abouts([a, b, c]));
    const group = (verdicts: readonly Verdict[]) => abouts(verdicts).at(-1);
    expect(group([a, b])).not.toBe(group([a, b, c]));
  });

  it.each<[string, Verdict, TrackedFinding]>([
    ['was seen before', a, finding(a, 'open', '2023-08-02')],
    ['is new since an earlier day', a, finding(a, 'new', '2023-08-07')],
    ['is no alert', verdict('a', 'sfj', { alert: undefined } as object), finding(a, 'new', '2023-08-08')],
    ['is not there', verdict('a', 'sfj', { verdict: 'pass' }), finding(a, 'fixed', '2023-08-08')],
  ])('is nothing that %s', (_, one, tracked) => expect(drafts([one], [tracked])).toEqual([]));

  it('is told again when it came back', () => {
    expect(drafts([a], [finding(a, 'returned', '2023-08-08')])).not.toEqual([]);
  });
});
