import { describe, expect, it } from 'vitest';
import {
  type CivilDate,
  defineCheck,
  type PublishedBulletin,
  period,
  type RegisterRow,
  type Verdict,
  z,
} from '../kit.ts';
import { articlePage, type CheckCase, listPage, paragraphs, testCheck } from '../testing.ts';
import check from './check.ts';
import { recheck, waivedBy } from './recheck.ts';

const row = (due: string, received: string | null): RegisterRow<'feedback'> => ({
  unit: 'lzqcsj',
  period: period('quarter', 2023, 1),
  due: due as CivilDate,
  received: received as CivilDate | null,
});
const base = { asOf: '2023-08-08', period: '2023Q2', columns: [], pages: {} } as const;
const NO_BULLETIN = { verdict: 'not-applicable', reason: 'nothing-due', message: 'not-fixed' } as const;
const LATE = { verdict: 'fail', message: 'feedback-late', subject: '2023Q1', advisory: false } as const;
const feedback = (
  name: string,
  rows: RegisterRow<'feedback'>[],
  expect: CheckCase['expect'][number],
  asOf = '2023-08-08',
) => ({
  ...base,
  name,
  asOf,
  registers: { feedback: rows },
  expect: [expect, NO_BULLETIN],
});

it('judges feedback on the quarter before', () =>
  testCheck(check, [
    feedback('on the last day', [row('2023-05-11', '2023-05-11')], { verdict: 'pass', subject: '2023Q1' }),
    feedback('a day late', [row('2023-05-11', '2023-05-12')], { ...LATE, says: '实际于2023-05-12反馈' }),
    feedback('never', [row('2023-05-11', null)], { ...LATE, says: '截至2023-08-08没有收到' }),
    feedback('not due', [row('2023-05-11', null)], { verdict: 'not-applicable', reason: 'not-due' }, '2023-05-11'),
    feedback('received after the day of the audit', [row('2023-05-11', '2023-05-20')], LATE, '2023-05-15'),
    feedback('not asked for any', [], { verdict: 'not-applicable', reason: 'nothing-due' }),
    feedback('of another quarter only', [{ ...row('2023-02-11', null), period: period('quarter', 2022, 4) }], {
      verdict: 'not-applicable',
      reason: 'nothing-due',
    }),
    {
      ...base,
      name: 'no register',
      expect: [
        { verdict: 'inconclusive', reason: 'no-register', message: 'feedback-late', subject: '2023Q1' },
        NO_BULLETIN,
      ],
    },
  ]));

/** Fails on a list that does not name this year. */
const other = defineCheck({
  id: 'fees-list',
  title: '示例',
  topics: ['fees'],
  basis: [{ document: '示例文件', clause: '第一条' }],
  messages: { missing: { text: '没有今年的清单', fix: '请在“收费目录”栏目发布今年的清单' } },
  params: z.strictObject({}),
  subject: () => '2023',
  run({ topic, report }) {
    const found = topic('fees').find({ match: ({ title }) => title.includes('2023年') });
    if (found.kind === 'present') return report.pass('已发布', found.refs);
    if (found.kind === 'unknown') return report.inconclusive(found);
    return report.fail('missing', {}, found.coverage.refs);
  },
});

const told = (more: Partial<PublishedBulletin> = {}): PublishedBulletin => ({
  period: period('quarter', 2023, 1),
  publishedOn: '2023-05-08' as CivilDate,
  rectifyBy: '2023-05-11' as CivilDate,
  items: [{ finding: 'lzqcsj/fees-list/missing/fees/2023', group: 'fees', text: '没有今年的清单' }],
  ...more,
});
const year = (title: string): CheckCase['pages'] => ({
  '/fees/': listPage([{ title, url: '/fees/doc_1.html', date: '2023-03-01' }]),
  '/fees/doc_1.html': articlePage({ title, date: '2023-03-01', body: paragraphs('现公布收费项目三项，标准见下。') }),
});
const IN_TIME = { verdict: 'pass', message: 'feedback-late' } as const;
const rechecked = (name: string, expect: CheckCase['expect'][number], more: Partial<CheckCase> = {}) => ({
  ...base,
  name,
  columns: [{ topic: 'fees', url: '/fees/' } as const],
  pages: year('2022年收费清单'),
  others: [other as never],
  registers: { feedback: [row('2023-05-11', '2023-05-10')] },
  bulletin: told(),
  expect: [IN_TIME, expect],
  ...more,
});

it('looks again at what the last bulletin told', () =>
  testCheck(check, [
    rechecked('still there', { verdict: 'fail', message: 'not-fixed', subject: '2023Q1', says: '仍有1项没有整改' }),
    rechecked('fixed', { verdict: 'pass', message: 'not-fixed' }, { pages: year('2023年收费清单') }),
    rechecked(
      'out of reach',
      { verdict: 'inconclusive', message: 'not-fixed', reason: 'blocked' },
      { pages: { '/fees/': { fault: 'blocked' } } },
    ),
    rechecked(
      'there is time left',
      { verdict: 'not-applicable', reason: 'not-due' },
      { bulletin: told({ rectifyBy: '2023-08-08' as CivilDate }) },
    ),
    rechecked(
      'no night since',
      { verdict: 'inconclusive', message: 'not-fixed', reason: 'not-fetched' },
      { asOf: '2023-08-09', bulletin: told({ rectifyBy: '2023-08-08' as CivilDate }) },
    ),
    rechecked(
      'nothing was charged',
      { verdict: 'not-applicable', reason: 'nothing-due' },
      { bulletin: told({ items: [{ ...told().items[0], finding: 'x', text: 'x', group: null }] }) },
    ),
  ]));

it('owes feedback where a bulletin told of findings and the register does not say', () =>
  testCheck(check, [
    {
      ...rechecked('not in the register', NO_BULLETIN, { registers: { feedback: [] }, bulletin: told() }),
      expect: [
        { verdict: 'inconclusive', reason: 'no-register', message: 'feedback-late' },
        { verdict: 'fail', message: 'not-fixed' },
      ],
    },
  ]));

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
  const look = (at: typeof item, verdicts: readonly Verdict[], waivers: readonly RegisterRow<'waivers'>[] = []) =>
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
