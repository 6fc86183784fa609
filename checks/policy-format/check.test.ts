import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, type TestEntry, testCheck } from '../testing.ts';
import policyFormat from './check.ts';

const asOf = '2023-08-08';
const column = { topic: 'policy-docs', url: '/policy/' } as const;
const whole = {
  发文机关: '临淄区测试局',
  发文字号: '临测发〔2022〕3号',
  索引号: '113703050000000000/2022-5100001',
  成文日期: '2022-03-09',
  发文日期: '2022-03-11',
  主题分类: '综合政务-文秘工作',
  有效性: '有效',
};
const { 成文日期: _written, 主题分类: _theme, 有效性: _validity, ...old } = whole;

interface Doc {
  readonly title: string;
  readonly date: string;
  readonly metadata: Readonly<Record<string, string>>;
}
const doc = (metadata: Doc['metadata'], title = '关于做好测试工作的通知', date = '2022-03-11'): Doc => ({
  title,
  date,
  metadata,
});

function pagesOf(docs: readonly Doc[]): CheckCase['pages'] {
  const entries = docs.map(({ title, date }, i): TestEntry => ({ title, date, url: `/policy/doc_${i}.html` }));
  return {
    '/policy/': listPage(entries),
    ...Object.fromEntries(
      docs.map((one, i) => [
        `/policy/doc_${i}.html`,
        articlePage({ ...one, body: paragraphs('各科室：', '现就有关事项通知如下，请遵照执行。') }),
      ]),
    ),
  };
}

const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const fail = {
  verdict: 'fail',
  message: 'unformatted',
  subject: 'lzqcsj',
  advisory: false,
  state: 'defective',
} as const;

const cases: readonly CheckCase[] = [
  { name: 'all fields there', asOf, columns: [column], pages: pagesOf([doc(whole)]), expect: [pass] },
  ...['<i id="validity"></i>', '<img src="/valid.png" alt="">', '<script>show()</script>', '{{validity}}'].map(
    (value): CheckCase => ({
      name: `a field that may be shown by ${value}`,
      asOf,
      columns: [column],
      pages: pagesOf([doc({ ...whole, 有效性: value })]),
      expect: [{ verdict: 'inconclusive', reason: 'unparsed', subject: 'lzqcsj' }],
    }),
  ),
  {
    name: 'the old layout',
    asOf,
    columns: [column],
    pages: pagesOf([doc(old)]),
    expect: [{ ...fail, says: '成文日期、主题分类、有效性' }],
  },
  {
    name: 'the old layout in old times',
    asOf,
    columns: [column],
    pages: pagesOf([
      doc({ ...old, 发文字号: '临测发〔2015〕3号', 发文日期: '2015-12-31' }, '关于做好测试工作的通知', '2015-12-31'),
    ]),
    expect: [pass],
  },
  {
    name: 'a plain statement that there is no number',
    asOf,
    columns: [column],
    pages: pagesOf([doc({ ...whole, 发文字号: '无文号' })]),
    expect: [pass],
  },
  {
    name: 'an empty placeholder for a number',
    asOf,
    columns: [column],
    pages: pagesOf([doc({ ...whole, 发文字号: '〔〕号' })]),
    expect: [{ ...fail, says: '文号' }],
  },
  {
    name: 'an index number that the platform spoilt',
    asOf,
    columns: [column],
    pages: pagesOf([doc({ ...whole, 索引号: '113703050000000000/2022-None' })]),
    expect: [pass],
  },
  {
    name: 'a repost of a superior',
    asOf,
    columns: [column],
    pages: pagesOf([
      doc({ ...old, 发文字号: '鲁政办发〔2022〕3号' }),
      doc({ ...old, 发文字号: '' }, '山东省人民政府办公厅关于测试工作的通知'),
    ]),
    expect: [pass],
  },
  {
    name: 'a repost of superiors of another province and city, which no rulebook names',
    asOf,
    columns: [column],
    pages: pagesOf([
      doc({ ...old, 发文字号: '皖政办〔2022〕3号' }, '关于转发测试方案的通知'),
      doc({ ...old, 发文字号: '' }, '阜城市人民政府办公室关于测试工作的通知'),
      doc({ ...old, 发文字号: '财税〔2022〕3号' }, '财政部 税务总局关于测试的通知'),
    ]),
    expect: [pass],
  },
  {
    name: 'labels that are not known stand in the text',
    asOf,
    columns: [column],
    pages: {
      '/policy/': listPage([{ title: '关于做好测试工作的通知', url: '/policy/doc_0.html', date: '2022-03-11' }]),
      '/policy/doc_0.html': articlePage({
        title: '关于做好测试工作的通知',
        date: '2022-03-11',
        metadata: {},
        body: paragraphs('文　号　临测发〔2022〕3号', '成文 2022-03-09', '现就有关事项通知如下，请遵照执行。'),
      }),
    },
    expect: [{ verdict: 'inconclusive', reason: 'unparsed' }],
  },
  {
    name: 'the district behind the city is no superior',
    asOf,
    columns: [column],
    pages: pagesOf([doc(old, '淄博市临淄区测试局关于测试工作的通知')]),
    expect: [fail],
  },
  {
    name: 'not a policy document',
    asOf,
    columns: [column],
    pages: pagesOf([doc({ ...old, 发文字号: '' }, '测试局开展学习活动')]),
    expect: [pass],
  },
  ...[
    '《测试管理办法》政策解读',
    '测试局召开年度工作方案部署会',
    '测试局学习贯彻《关于加强测试的意见》',
    '关于征求《测试办法（征求意见稿）》意见的公告',
    '临淄区人民政府办公室关于印发测试规划的通知',
  ].map(
    (title): CheckCase => ({
      name: `not the unit's policy document: ${title}`,
      asOf,
      columns: [column],
      pages: pagesOf([doc({ ...old, 发文字号: '' }, title)]),
      expect: [pass],
    }),
  ),
  {
    name: 'other names of the same fields',
    asOf,
    columns: [column],
    pages: pagesOf([
      doc({
        制作单位: '临淄区测试局',
        发文号: '临测发〔2022〕3号',
        索引编号: '113703050000000000/2022-5100001',
        签发日期: '2022-03-09',
        信息发布日期: '2022-03-11',
        公文主题: '综合政务',
        效力: '现行有效',
      }),
    ]),
    expect: [pass],
  },
  {
    name: 'an offence stands though others are out of reach',
    asOf,
    columns: [column],
    pages: { ...pagesOf([doc(old), doc(whole, '关于测试的意见')]), '/policy/doc_1.html': { fault: 'timeout' } },
    expect: [fail],
  },
  {
    name: 'one out of reach and no offence seen',
    asOf,
    columns: [column],
    pages: { ...pagesOf([doc(whole), doc(whole, '关于测试的意见')]), '/policy/doc_1.html': { fault: 'blocked' } },
    expect: [{ verdict: 'inconclusive', reason: 'blocked', message: null }],
  },
  {
    name: 'a page whose metadata was not understood',
    asOf,
    columns: [column],
    pages: pagesOf([doc({})]),
    expect: [{ verdict: 'inconclusive', reason: 'unparsed' }],
  },
  {
    name: 'a date that cannot be read one way only',
    asOf,
    columns: [column],
    pages: {
      '/policy/': listPage([{ title: '关于做好测试工作的通知', url: '/policy/doc_0.html', date: '' }]),
      '/policy/doc_0.html': articlePage({
        title: '关于做好测试工作的通知',
        metadata: { ...old, 发文日期: '' },
        body: paragraphs('现就有关事项通知如下，请遵照执行。'),
      }),
    },
    expect: [{ verdict: 'inconclusive', reason: 'unparsed' }],
  },
];

describe('policy-format', () => {
  it.each(cases)('$name', (one) => testCheck(policyFormat, [one]));
});
