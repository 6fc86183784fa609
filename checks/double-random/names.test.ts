import { describe, it } from 'vitest';
import { type CheckCase, paragraphs, testCheck } from '../testing.ts';
import doubleRandom from './check.ts';
import {
  asOf,
  column,
  items,
  listed,
  noPlan,
  noResults,
  pagesOf,
  plan,
  planned,
  reported,
  results,
} from './pages.fixture.ts';

const cases: readonly CheckCase[] = [
  ...[
    '区测试局2023年度检查计划',
    '2023年度涉企监管计划',
    '区测试局2023年双随机抽查任务表',
    '区测试局双随机抽查工作计划',
    '2023年度“双随机、一公开”抽查工作一览表',
  ].map(
    (title): CheckCase => ({
      name: `a plan by the name of ${title}`,
      asOf,
      columns: [column],
      pages: pagesOf([{ ...plan, title, body: paragraphs('现将有关安排公布如下。') }, results, items]),
      expect: [planned, reported, listed],
    }),
  ),
  ...['2022年检查结果公告', '2022年双随机检查情况通报', '2022年度双随机检查公示', '区测试局随机抽查及查处情况公示'].map(
    (title): CheckCase => ({
      name: `results by the name of ${title}`,
      asOf,
      columns: [column],
      pages: pagesOf([plan, { ...results, title, body: paragraphs('检查十二户次，未发现问题。') }, items]),
      expect: [planned, reported, listed],
    }),
  ),
  {
    name: 'perhaps results: 关于2022年双随机抽查的通报',
    asOf,
    columns: [column],
    pages: pagesOf([
      plan,
      { ...results, title: '关于2022年双随机抽查的通报', body: paragraphs('检查十二户次，未发现问题。') },
      items,
    ]),
    expect: [planned, { verdict: 'inconclusive', message: 'no-results', reason: 'unparsed' }, listed],
  },
  ...(
    [
      ['双随机抽查工作计划', '2022-03-02'],
      ['双随机、一公开监管工作实施方案', '2019-04-02'],
    ] as const
  ).map(
    ([title, date]): CheckCase => ({
      name: `a plan that names no year, of ${date}`,
      asOf,
      columns: [column],
      pages: pagesOf([{ title, date, body: paragraphs('现将有关安排公布如下。') }, results, items]),
      expect: [{ verdict: 'fail', message: 'no-plan', advisory: false }, reported, listed],
    }),
  ),
  ...['双随机抽查工作实施细则', '检查对象名录库', '双随机工作制度'].map(
    (title): CheckCase => ({
      name: `unread beside what is missing: ${title}`,
      asOf,
      columns: [column],
      pages: {
        ...pagesOf([
          items,
          {
            title: `区测试局${title}`,
            date: '2023-03-02',
            body: paragraphs('具体内容详见附件中的全文。'),
            files: [{ name: '附件.pdf', url: '/random/x.pdf' }],
          },
        ]),
        '/random/x.pdf': { fault: 'timeout' },
      },
      expect: [noPlan, noResults, listed],
    }),
  ),
];

describe('what plans and results are called', () => {
  it.each(cases)('$name', (one) => testCheck(doubleRandom, [one]));
});
