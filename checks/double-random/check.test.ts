import { describe, it } from 'vitest';
import { type CheckCase, paragraphs, table, testCheck } from '../testing.ts';
import doubleRandom from './check.ts';
import {
  asOf,
  column,
  HEADER,
  items,
  lastPlan,
  listed,
  model,
  modelPage,
  pagesOf,
  plan,
  planned,
  ROW,
  reported,
  results,
} from './pages.fixture.ts';

const cases: readonly CheckCase[] = [
  {
    name: 'all there',
    asOf,
    columns: [column],
    pages: pagesOf([plan, results, items]),
    expect: [planned, reported, listed],
  },
  {
    name: 'a plan whose year stands bare in its title',
    asOf,
    columns: [column],
    pages: pagesOf([
      { ...plan, title: '双随机抽查工作计划（2023）', body: paragraphs('按照2022年会议精神，制定计划如下。') },
      results,
      items,
    ]),
    expect: [planned, reported, listed],
  },
  {
    name: 'perhaps a plan: its text names another year',
    asOf,
    columns: [column],
    pages: pagesOf([
      { ...plan, title: '双随机抽查工作计划', body: paragraphs('按照2022年会议精神，制定计划如下。') },
      results,
      items,
    ]),
    expect: [{ verdict: 'inconclusive', message: 'no-plan', reason: 'unparsed' }, reported, listed],
  },
  {
    name: 'a joint plan that calls the unit by its short name',
    asOf,
    columns: [column],
    pages: pagesOf([
      {
        title: '临淄区2023年部门联合双随机抽查计划',
        date: '2023-03-02',
        body: table(['抽查事项', '参与部门'], ['资质', '测试局']),
      },
      results,
      items,
    ]),
    expect: [planned, reported, listed],
  },
  {
    name: 'no plan, charged from July',
    asOf,
    columns: [column],
    pages: pagesOf([lastPlan, results, items]),
    expect: [{ verdict: 'fail', message: 'no-plan', subject: '2023', advisory: false }, reported, listed],
  },
  {
    name: 'no plan, an advisory from April',
    asOf: '2023-04-01',
    columns: [column],
    pages: pagesOf([lastPlan, results, items]),
    expect: [{ verdict: 'fail', message: 'no-plan', advisory: true }, reported, listed],
  },
  {
    name: 'nothing is due in March',
    asOf: '2023-03-31',
    columns: [column],
    pages: pagesOf([items]),
    expect: [
      { verdict: 'not-applicable', message: 'no-plan', reason: 'not-due' },
      { verdict: 'not-applicable', message: 'no-results', reason: 'not-due' },
      listed,
    ],
  },
  {
    name: 'empty column',
    asOf,
    columns: [column],
    pages: pagesOf([]),
    expect: [
      { verdict: 'fail', message: 'no-plan', state: 'empty', advisory: false },
      { verdict: 'fail', message: 'no-results', subject: '2023', state: 'empty', advisory: false },
      { verdict: 'fail', message: 'no-items', advisory: true },
    ],
  },
  {
    name: 'results of an older year are none of last year',
    asOf,
    columns: [column],
    pages: pagesOf([plan, { ...results, title: '区测试局2021年度随机抽查情况和查处结果' }, items]),
    expect: [planned, { verdict: 'fail', message: 'no-results', advisory: false }, listed],
  },
  {
    name: 'joint plan that names the unit',
    asOf,
    columns: [column],
    pages: pagesOf([
      {
        ...plan,
        title: '2023年度部门联合抽查计划',
        body: `${paragraphs('参加部门为临淄区测试局等。')}${table(HEADER, ROW)}`,
      },
      results,
      items,
    ]),
    expect: [planned, reported, listed],
  },
  {
    name: 'joint plan of others',
    asOf,
    columns: [column],
    pages: pagesOf([
      { ...plan, title: '2023年度部门联合抽查计划', body: paragraphs('参加部门为临淄区演练局等。') },
      results,
      items,
    ]),
    expect: [{ verdict: 'fail', message: 'no-plan' }, reported, listed],
  },
  {
    name: 'no enforcement power',
    asOf,
    unit: { enforcement: false },
    columns: [column],
    pages: pagesOf([]),
    expect: [{ verdict: 'not-applicable', message: null, reason: 'no-enforcement', subject: '2023' }],
  },
  {
    name: 'no enforcement power and a column that cannot be read',
    asOf,
    unit: { enforcement: false },
    columns: [column],
    pages: { '/random/': { fault: 'blocked' } },
    expect: [
      { verdict: 'not-applicable', reason: 'no-enforcement' },
      { verdict: 'inconclusive', reason: 'blocked', message: null },
    ],
  },
  {
    name: 'a picture may be the plan',
    asOf,
    columns: [column],
    pages: pagesOf([
      { title: '关于公布有关事项的公告', date: '2023-04-02', body: '<img src="/random/a.png">' },
      results,
      items,
    ]),
    expect: [{ verdict: 'inconclusive', message: 'no-plan', reason: 'unparsed' }, reported, listed],
  },
  {
    name: 'laid out like the model in other words',
    asOf,
    columns: [column],
    ...model,
    pages: {
      ...pagesOf([plan, results, items]),
      ...modelPage(...HEADER.map((cell) => (cell === '抽查对象' ? '检查对象' : cell))),
    },
    expect: [planned, reported, listed, { verdict: 'pass', message: 'plan-layout' }],
  },
  {
    name: 'laid out otherwise',
    asOf,
    columns: [column],
    ...model,
    pages: {
      ...pagesOf([
        {
          ...plan,
          body: table(['月份', '工作内容', '责任科室', '完成时限', '备注'], ['4月', '抽查', '一科', '5月底前', '无']),
        },
        results,
        items,
      ]),
      ...modelPage(...HEADER),
    },
    expect: [planned, reported, listed, { verdict: 'fail', message: 'plan-layout', advisory: true, says: '相似度' }],
  },
  {
    name: 'the model is out of reach',
    asOf,
    columns: [column],
    ...model,
    pages: { ...pagesOf([plan, results, items]), '/model.html': { fault: 'timeout' } },
    expect: [
      planned,
      reported,
      listed,
      { verdict: 'inconclusive', message: 'plan-layout', reason: 'no-model', advisory: true },
    ],
  },
  {
    name: 'the plan is in a file that cannot be read',
    asOf,
    columns: [column],
    ...model,
    pages: {
      ...pagesOf([
        {
          ...plan,
          body: paragraphs('现将年度抽查工作计划公布，内容见附件。'),
          files: [{ name: '计划表.xlsx', url: '/random/plan.xlsx' }],
        },
        results,
        items,
      ]),
      ...modelPage(...HEADER),
      '/random/plan.xlsx': { fault: 'timeout' },
    },
    expect: [planned, reported, listed, { verdict: 'inconclusive', message: 'plan-layout', reason: 'not-fetched' }],
  },
];

describe('double-random', () => {
  it.each(cases)('$name', (each) => testCheck(doubleRandom, [each]));
});
