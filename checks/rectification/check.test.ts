import { it } from 'vitest';
import { type CivilDate, defineCheck, type PublishedBulletin, period, type RegisterRow, z } from '../kit.ts';
import { articlePage, type CheckCase, listPage, paragraphs, testCheck } from '../testing.ts';
import check from './check.ts';

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
