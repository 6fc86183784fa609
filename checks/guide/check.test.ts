import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, testCheck } from '../testing.ts';
import guide from './check.ts';

const TITLE = '临淄区测试局政府信息公开指南';
const ELEMENTS = [
  '一、信息分类和编排体系',
  '主动公开的信息分为机构职能、政策文件等类别，每条信息编有索引号，可按目录查找。',
  '二、获取方式',
  '可登录区政府网站查阅；依申请公开的，自收到申请之日起二十个工作日内答复。',
  '机构名称：临淄区测试局办公室',
  '办公地址：临淄区试验路1号',
  '办公时间：工作日8:30—12:00，13:30—17:30',
  '联系电话：0533-7100099',
  '传真号码：0533-7200099',
  '电子邮箱：test@example.gov.cn',
];
const body = (...more: readonly string[]): string =>
  paragraphs('依据国务院令第711号，编制本指南。', ...ELEMENTS, ...more);
const column = { topic: 'guide', url: '/guide/' } as const;
const inline = (date: string, html = body(), title = TITLE): string => articlePage({ title, date, body: html });
const asOf = '2023-08-08';
const pass = { verdict: 'pass', message: null, subject: '2023', state: 'conforming' } as const;

const cases: readonly CheckCase[] = [
  {
    name: 'inline guide of the year',
    asOf,
    columns: [column],
    pages: { '/guide/': inline('2023-02-19') },
    expect: [pass],
  },
  {
    name: 'stale guide above a report of which the page shows only title and date',
    asOf,
    columns: [column],
    pages: {
      '/guide/': inline(
        '2022-03-15',
        `${body()}<p>临淄区测试局2019年政府信息公开工作年度报告</p><p>时间:2020-01-19</p>
         <p>临淄区测试局2018年政府信息公开工作年度报告</p><p>时间:2019-01-25</p>${paragraphs('本报告按照要求编制。')}`,
      ),
    },
    expect: [{ verdict: 'fail', message: 'stale', subject: '2023', advisory: false, says: '2022-03-15' }],
  },
  {
    name: 'stale inline guide',
    asOf,
    columns: [column],
    pages: { '/guide/': inline('2022-03-15') },
    expect: [{ verdict: 'fail', message: 'stale', subject: '2023', advisory: false, says: '2022-03-15' }],
  },
  ...['2023年3月', '二〇二三年三月', '（2023.03）', '<img src="/signed.jpg">'].map(
    (sign, i): CheckCase => ({
      name: `may be of the year by ${sign}`,
      asOf,
      columns: [column],
      pages: {
        '/guide/': inline('2021-02-19', i < 3 ? `${body()}<p>${sign}</p>` : `<p>本机关信息公开指南见图</p>${sign}`),
      },
      expect: [{ verdict: 'inconclusive', reason: 'unparsed', subject: '2023' }],
    }),
  ),
  {
    name: 'stale before the day of charging is an advisory',
    asOf: '2023-03-31',
    columns: [column],
    pages: { '/guide/': inline('2022-03-15') },
    expect: [{ verdict: 'fail', message: 'stale', advisory: true }],
  },
  {
    name: 'date of the year in the text alone',
    asOf,
    columns: [column],
    pages: { '/guide/': inline('2022-03-15', body('本指南更新于2023年1月9日。')) },
    expect: [pass],
  },
  {
    name: 'newest of several in a list',
    asOf,
    columns: [column],
    pages: {
      '/guide/': listPage([
        { title: `${TITLE}（2022年版）`, url: '/guide/doc_2.html', date: '2022-03-15' },
        { title: `${TITLE}（2021年版）`, url: '/guide/doc_1.html', date: '2021-03-22' },
      ]),
      '/guide/doc_2.html': inline('2022-03-15', body(), `${TITLE}（2022年版）`),
      '/guide/doc_1.html': inline('2021-03-22', body(), `${TITLE}（2021年版）`),
    },
    expect: [{ verdict: 'fail', message: 'stale', says: '2022-03-15' }],
  },
  {
    name: 'current on the second channel',
    asOf,
    columns: [column, { ...column, url: '/guide-2/' }],
    pages: { '/guide/': inline('2022-05-15'), '/guide-2/': inline('2023-02-19') },
    expect: [pass],
  },
  {
    name: 'two channels with other telephones',
    asOf,
    columns: [column, { ...column, url: '/guide-2/' }],
    pages: { '/guide/': inline('2023-05-15'), '/guide-2/': inline('2023-02-19', body().replace('7100099', '7100088')) },
    expect: [pass, { verdict: 'fail', message: 'duplicate', advisory: true, says: '7100088' }],
  },
  {
    name: 'empty column',
    asOf,
    columns: [column],
    pages: { '/guide/': listPage([]) },
    expect: [{ verdict: 'fail', message: 'missing', state: 'empty', advisory: false }],
  },
  {
    name: 'annual report is no guide',
    asOf,
    columns: [column],
    pages: {
      '/guide/': listPage([{ title: '2022年政府信息公开工作年度报告', url: '/guide/doc_1.html', date: '2023-01-16' }]),
      '/guide/doc_1.html': articlePage({
        title: '2022年政府信息公开工作年度报告',
        date: '2023-01-16',
        body: paragraphs('一、总体情况', '本年度主动公开信息二十条。'),
      }),
    },
    expect: [{ verdict: 'fail', message: 'missing' }],
  },
  {
    name: 'sole document under another name',
    asOf,
    columns: [column],
    pages: {
      '/guide/': listPage([{ title: '公开说明', url: '/guide/doc_1.html', date: '2023-01-16' }]),
      '/guide/doc_1.html': inline('2023-01-16', body(), '公开说明'),
    },
    expect: [pass],
  },
  {
    name: 'no fax',
    asOf,
    columns: [column],
    pages: {
      '/guide/': inline('2023-02-19', paragraphs('编制本指南。', ...ELEMENTS.filter((line) => !line.includes('传真')))),
    },
    expect: [pass, { verdict: 'fail', message: 'incomplete', advisory: true, says: '传真' }],
  },
  {
    name: 'wording of the old law',
    asOf,
    columns: [column],
    pages: { '/guide/': inline('2023-02-19', body('自收到申请之日起15个工作日内予以答复。')) },
    expect: [pass, { verdict: 'fail', message: 'old-law', advisory: true }],
  },
  {
    name: 'shredded date that may lie in the year',
    asOf,
    columns: [column],
    pages: { '/guide/': inline('2022-03-15', body('更新日期：2023219')) },
    expect: [{ verdict: 'inconclusive', reason: 'unparsed', subject: '2023' }],
  },
  {
    name: 'dated ahead of the day, as in old evidence looked at again',
    asOf,
    columns: [column],
    pages: { '/guide/': inline('2024-02-19') },
    expect: [{ verdict: 'inconclusive', reason: 'unparsed' }],
  },
  {
    name: 'a day to come in the text makes nothing current',
    asOf,
    columns: [column],
    pages: { '/guide/': inline('2022-03-15', body('本指南有效期至2027年12月31日。')) },
    expect: [{ verdict: 'fail', message: 'stale', says: '2022-03-15' }],
  },
  {
    name: 'column in flames',
    asOf,
    columns: [column],
    pages: { '/guide/': { fault: 'timeout' } },
    expect: [{ verdict: 'inconclusive', reason: 'not-fetched', state: 'unreadable' }],
  },
  {
    name: 'document behind a challenge',
    asOf,
    columns: [column],
    pages: {
      '/guide/': listPage([{ title: `${TITLE}（2023年版）`, url: '/guide/doc_2.html', date: '2023-03-15' }]),
      '/guide/doc_2.html': { fault: 'blocked' },
    },
    expect: [{ verdict: 'inconclusive', reason: 'blocked' }],
  },
];

describe('guide', () => {
  it.each(cases)('$name', (one) => testCheck(guide, [one]));
});
