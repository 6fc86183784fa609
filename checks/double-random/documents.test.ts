import { describe, it } from 'vitest';
import { articlePage, type CheckCase, paragraphs, table, testCheck } from '../testing.ts';
import doubleRandom from './check.ts';
import {
  csv,
  HEADER,
  inFile,
  items,
  likeModel,
  listed,
  model,
  modelPage,
  noPlan,
  noResults,
  one,
  openPlan,
  openResults,
  plan,
  planned,
  ROW,
  reported,
  results,
  SPANS,
} from './pages.fixture.ts';

const files: readonly CheckCase[] = [
  one(
    'the plan is in a file alone',
    [inFile('双随机、一公开', '2023年度抽查工作计划.csv'), results, items],
    [planned, reported, listed],
    {
      '/random/a.csv': csv(HEADER, ROW),
    },
  ),
  one(
    'the plan is a file that says so in its first line',
    [inFile('双随机、一公开', '附件.csv'), results, items],
    [planned, reported, listed],
    {
      '/random/a.csv': csv(['区测试局2023年度双随机抽查工作计划'], HEADER, ROW),
    },
  ),
  one(
    'a file of another year is none',
    [inFile('双随机、一公开', '2022年度抽查工作计划.csv'), results, items],
    [noPlan, reported, listed],
    {
      '/random/a.csv': csv(HEADER, ROW),
    },
  ),
  one(
    'a list of items with a plan that cannot be read',
    [inFile('区测试局随机抽查事项清单', '2023年抽查计划.csv'), results],
    [{ verdict: 'inconclusive', message: 'no-plan', reason: 'not-fetched' }, reported, listed],
    { '/random/a.csv': { fault: 'timeout' } },
  ),
  one(
    'results in a file alone',
    [plan, inFile('双随机、一公开', '2022年抽查结果.csv', '2022-12-20'), items],
    [planned, reported, listed],
    {
      '/random/a.csv': csv(['检查对象', '抽查结果'], ['甲企业', '未发现问题']),
    },
  ),
  one(
    'a plan in a file laid out like the model',
    [inFile(plan.title, '计划表.csv'), results, items],
    [planned, reported, listed, likeModel],
    {
      ...modelPage(...HEADER),
      '/random/a.csv': csv(['2023年度抽查计划表'], HEADER, ROW),
    },
    model,
  ),
  one(
    'a plan in a file laid out otherwise',
    [inFile(plan.title, '计划表.csv'), results, items],
    [planned, reported, listed, { verdict: 'fail', message: 'plan-layout', advisory: true }],
    { ...modelPage(...HEADER), '/random/a.csv': csv(['月份', '工作内容', '责任科室'], ['4月', '抽查', '一科']) },
    model,
  ),
];

const tables: readonly CheckCase[] = [
  one(
    'title row, spans and two header rows',
    [{ ...plan, body: SPANS }, results, items],
    [planned, reported, listed, likeModel],
    {
      ...modelPage('序号', '抽查任务名称', '抽查事项', '抽查对象', '抽查比例', '抽查方式', '抽查时间'),
    },
    model,
  ),
  one(
    'a caption says what the title does not',
    [{ title: '双随机、一公开', date: '2023-03-02', body: SPANS }, results, items],
    [planned, reported, listed],
  ),
  one(
    'a table of a page that does not say what it is',
    [{ title: '2023年双随机、一公开', date: '2023-03-02', body: table(HEADER, ROW) }, results],
    [openPlan, reported, listed],
  ),
  one(
    'a model page without a table',
    [plan, results, items],
    [planned, reported, listed, { verdict: 'inconclusive', message: 'plan-layout', reason: 'no-model' }],
    { '/model.html': articlePage({ title: '样式', date: '2023-02-02', body: paragraphs('样式调整中，敬请期待。') }) },
    model,
  ),
];

const merged: readonly CheckCase[] = [
  one(
    'results and plan in one document',
    [{ ...plan, title: '区测试局2022年度抽查结果及2023年度抽查计划' }, items],
    [planned, reported, listed],
  ),
  one(
    'a plan with what came of it',
    [plan, { ...results, title: '区测试局2022年度双随机抽查计划及完成情况' }, items],
    [planned, reported, listed],
  ),
  one(
    'results of the year and the plan of the next',
    [{ ...results, date: '2023-07-20', title: '区测试局2023年度抽查结果及2024年度抽查计划' }, items],
    [noPlan, noResults, listed],
  ),
  one(
    'a plan of two years',
    [{ ...plan, title: '区测试局2022、2023年度抽查计划' }, results, items],
    [planned, reported, listed],
  ),
  one(
    'joint results that name the unit',
    [
      plan,
      { ...results, title: '2022年度部门联合双随机抽查结果', body: paragraphs('区测试局等参加，共抽查十户。') },
      items,
    ],
    [planned, reported, listed],
  ),
  one(
    'joint results of others',
    [
      plan,
      { ...results, title: '2022年度部门联合双随机抽查结果', body: paragraphs('区演练局等参加，共抽查十户。') },
      items,
    ],
    [planned, noResults, listed],
  ),
  one(
    'a joint plan whose members stand in a file that cannot be read',
    [{ ...inFile('2023年度部门联合抽查计划', '任务表.csv') }, results, items],
    [{ verdict: 'inconclusive', message: 'no-plan', reason: 'not-fetched' }, reported, listed],
    { '/random/a.csv': { fault: 'timeout' } },
  ),
  one(
    'a joint plan is not the unit’s to lay out',
    [
      { title: '2023年度部门联合抽查计划', date: '2023-03-02', body: table(['月份', '参加部门'], ['5月', '区测试局']) },
      results,
      items,
    ],
    [planned, reported, listed],
    modelPage(...HEADER),
    model,
  ),
];

const elsewhere: readonly CheckCase[] = [
  one(
    'results stand on the national platform',
    [
      plan,
      {
        title: '抽查结果公示说明',
        date: '2023-01-10',
        body: paragraphs('2022年度抽查结果已通过国家企业信用信息公示系统公示。'),
      },
      items,
    ],
    [planned, reported, listed],
  ),
  one(
    'a page refers to the platform without a year',
    [
      {
        title: '监管信息查询方式',
        date: '2023-01-10',
        body: paragraphs('双随机抽查计划和抽查结果可在省双随机监管平台查询。'),
      },
      items,
    ],
    [openPlan, openResults, listed],
  ),
  one(
    'a plan that promises results on the platform',
    [{ ...plan, body: paragraphs('抽查结果将通过国家企业信用信息公示系统公示。') }, items],
    [planned, noResults, listed],
  ),
  one(
    'the list of items is unchanged',
    [
      plan,
      results,
      {
        title: '关于2023年随机抽查事项清单无变化的说明',
        date: '2023-02-20',
        body: paragraphs('我局随机抽查事项清单较上年无变化。'),
      },
    ],
    [planned, reported, listed],
  ),
  one(
    'no list of items is an advisory',
    [plan, results],
    [planned, reported, { verdict: 'fail', message: 'no-items', advisory: true }],
  ),
  one(
    'a list of items in a file that cannot be read',
    [plan, results, inFile('双随机、一公开', '一单两库.csv')],
    [planned, reported, { verdict: 'inconclusive', message: 'no-items', reason: 'not-fetched', advisory: true }],
    { '/random/a.csv': { fault: 'timeout' } },
  ),
];

describe.each([
  ['files', files],
  ['tables', tables],
  ['merged and joint documents', merged],
  ['other platforms, lists without change', elsewhere],
])('%s', (_, all) => {
  it.each(all)('$name', (each) => testCheck(doubleRandom, [each]));
});
