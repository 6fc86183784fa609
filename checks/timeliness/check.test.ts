import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, testCheck } from '../testing.ts';
import timeliness from './check.ts';

const asOf = '2023-08-08';
const columns = [{ topic: 'policy-docs', name: '政策文件', url: '/policy/' }] as const;
const title = '关于做好测试工作的通知';

interface Doc {
  readonly written?: string;
  readonly published: string;
  readonly number?: string;
}
const pagesOf = ({ written, published, number = '临测发〔2022〕3号' }: Doc): CheckCase['pages'] => ({
  '/policy/': listPage([{ title, url: '/policy/doc_1.html', date: published }]),
  '/policy/doc_1.html': articlePage({
    title,
    metadata: { 发文字号: number, ...(written === undefined ? {} : { 成文日期: written }), 发布日期: published },
    body: paragraphs('各科室：', '现就有关事项通知如下，请遵照执行。'),
  }),
});
const about = (name: string, doc: Doc, expected: CheckCase['expect'][number]): CheckCase => ({
  ...{ name, asOf, columns, pages: pagesOf(doc) },
  expect: expected.verdict === 'fail' ? [expected, pass] : [expected],
});
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const fail = {
  verdict: 'fail',
  message: 'late',
  subject: 'http://www.example.gov.cn/policy/doc_1.html',
  advisory: false,
} as const;

const cases: readonly CheckCase[] = [
  about('on the twentieth working day', { written: '2023-03-01', published: '2023-03-29' }, pass),
  about('within the grace', { written: '2023-03-01', published: '2023-03-31' }, pass),
  about(
    'a working day beyond it',
    { written: '2023-03-01', published: '2023-04-03' },
    {
      ...fail,
      says: '2023-03-01成文，2023-04-03发布',
    },
  ),
  about('a holiday between', { written: '2023-01-10', published: '2023-02-14' }, pass),
  about('written before the rule', { written: '2020-11-30', published: '2021-03-01' }, pass),
  about('written on its first day', { written: '2020-12-01', published: '2021-03-01' }, fail),
  about('moved from an old site', { written: '2013-03-01', published: '2020-12-04' }, pass),
  about('without a date of writing', { published: '2023-06-01' }, pass),
  about('a repost', { written: '2022-12-01', published: '2023-06-01', number: '鲁政办发〔2022〕3号' }, pass),
  about('published before it was written', { written: '2023-06-01', published: '2023-03-01' }, pass),
  about(
    'a year that no calendar knows',
    { written: '2026-12-01', published: '2027-03-01' },
    {
      verdict: 'inconclusive',
      reason: 'calendar-gap',
    },
  ),
  about(
    'a date that lost characters',
    { written: '20221月1日', published: '2022-06-01' },
    {
      verdict: 'inconclusive',
      reason: 'unparsed',
    },
  ),
  {
    ...about('seen earlier in the list', { written: '2023-03-01', published: '2023-06-01' }, pass),
    pages: {
      ...pagesOf({ written: '2023-03-01', published: '2023-06-01' }),
      '/policy/': listPage([{ title, url: '/policy/doc_1.html', date: '2023-03-10' }]),
    },
  },
  {
    ...about('other days by the rulebook', { written: '2023-03-01', published: '2023-03-20' }, fail),
    params: { workdays: 7, graceWorkdays: 0 },
  },
  {
    ...about(
      'out of reach',
      { written: '2023-03-01', published: '2023-06-01' },
      {
        verdict: 'inconclusive',
        reason: 'not-fetched',
      },
    ),
    pages: { '/policy/': { fault: 'timeout' } },
  },
  {
    ...about('no column at all', { published: '2023-06-01' }, { verdict: 'not-applicable', reason: 'no-column' }),
    columns: [],
    expect: [{ verdict: 'inconclusive', reason: 'no-address' }],
  },
];

describe('timeliness', () => {
  it.each(cases)('$name', (one) => testCheck(timeliness, [one]));
});
