import { describe, it } from 'vitest';
import { type CheckCase, type ExpectedVerdict, listPage, type Page, paragraphs, testCheck } from '../testing.ts';
import annualReport from './check.ts';
import { CONTACT, OTHER, PARTS, type ReportPage, reportPage, requestsTable, TELLINGS } from './report-page.fixture.ts';

const UNIT = '临淄区测试局';
const column = { topic: 'annual-report', url: '/reports/', name: '信息公开年报' } as const;
const asOf = '2023-08-08';
const doc = (year: number): string => `/reports/doc_${year}.html`;
const GIF = Buffer.from('R0lGODlhAgADAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAMAAAIDhF8FADs=', 'base64');

interface Listed extends ReportPage {
  readonly page?: Page;
  /** What the list says instead of the page. */
  readonly listed?: string;
}

/** A column with these reports, newest first, each on its own page. */
function pagesOf(reports: readonly Listed[]): Record<string, Page> {
  const titleOf = ({ unit = UNIT, year, title }: Listed) => title ?? `${unit}${year}年政府信息公开工作年度报告`;
  return {
    '/reports/': listPage(
      reports.map((one) => ({
        title: titleOf(one),
        url: doc(one.year),
        date: one.listed ?? one.date ?? `${one.year + 1}-01-16`,
      })),
    ),
    ...Object.fromEntries(reports.map((one) => [doc(one.year), one.page ?? reportPage(one)])),
  };
}

const pass: ExpectedVerdict = { verdict: 'pass', message: null, subject: '2022' };
const there = (year: number): ExpectedVerdict => ({ verdict: 'pass', message: 'missing', subject: String(year) });
const fail = (message: string, says = '', advisory = false): ExpectedVerdict => ({
  ...{ verdict: 'fail', message, subject: '2022', advisory, says },
});
const open = (message: string | null, reason?: ExpectedVerdict['reason']): ExpectedVerdict => ({
  ...{ verdict: 'inconclusive', message, subject: '2022' },
  ...(reason ? { reason } : {}),
});
/** This year's report as given, last year's in order. */
const withReport = (name: string, report: Partial<Listed>, ...expect: ExpectedVerdict[]): CheckCase => ({
  ...{ name, asOf, columns: [column], expect: [there(2021), ...expect] },
  pages: pagesOf([{ year: 2022, ...report }, { year: 2021 }]),
});
/** One thing wrong, all else in order. */
const wrong = (name: string, report: Partial<Listed>, expected: ExpectedVerdict): CheckCase =>
  withReport(name, report, expected, pass);

const presence: readonly CheckCase[] = [
  withReport('in order', {}, pass),
  {
    name: 'before the day it is due',
    asOf: '2023-01-31',
    columns: [column],
    pages: pagesOf([{ year: 2021 }]),
    expect: [there(2021), { verdict: 'not-applicable', reason: 'not-due', subject: '2022' }],
  },
  {
    name: 'none on the day after',
    asOf: '2023-02-01',
    columns: [column],
    pages: pagesOf([{ year: 2021 }]),
    expect: [there(2021), fail('missing', '未公开2022年')],
  },
  {
    name: 'an empty column',
    asOf,
    columns: [column],
    pages: { '/reports/': listPage([]) },
    expect: [{ ...fail('missing'), state: 'empty' }],
  },
  {
    name: 'a gap among older reports is an advisory; what lies before the first or five years back is none',
    asOf,
    columns: [column],
    pages: pagesOf([{ year: 2022 }, { year: 2021 }, { year: 2019 }]),
    expect: [pass, there(2021), there(2019), { verdict: 'fail', message: 'missing', subject: '2020', advisory: true }],
  },
  {
    name: 'a guide, and a report on the rule of law, are no annual reports',
    asOf,
    columns: [column],
    pages: {
      '/reports/': listPage([
        { title: '信息公开指南', url: '/reports/doc_1.html', date: '2023-01-16' },
        { title: '2022年法治政府建设年度报告', url: '/reports/doc_2.html', date: '2023-01-16' },
      ]),
      '/reports/doc_1.html': reportPage({ year: 2022, title: '信息公开指南', parts: [] }),
      '/reports/doc_2.html': reportPage({ year: 2022, title: '2022年法治政府建设年度报告', parts: [] }),
    },
    expect: [fail('missing')],
  },
  {
    name: 'a report that its page could not be read for, known by its title',
    asOf,
    columns: [column],
    pages: pagesOf([{ year: 2022, page: { fault: 'timeout' } }, { year: 2021 }]),
    expect: [there(2021), open(null, 'not-fetched')],
  },
  {
    name: 'a report whose year is nowhere told',
    asOf,
    columns: [column],
    pages: {
      '/reports/': listPage([{ title: '政府信息公开工作年度报告', url: '/reports/doc_1.html', date: '2023-01-16' }]),
      '/reports/doc_1.html': reportPage({ year: 2022, title: '政府信息公开工作年度报告' }).replace(/2022年/g, '本年'),
    },
    expect: [open(null, 'unparsed')],
  },
  {
    name: 'a title without a year: the text tells it',
    asOf,
    columns: [column],
    pages: {
      '/reports/': listPage([{ title: '政府信息公开工作年度报告', url: '/reports/doc_1.html', date: '2023-01-16' }]),
      '/reports/doc_1.html': reportPage({ year: 2022, title: '政府信息公开工作年度报告' }),
    },
    expect: [{ ...pass, says: '未见上年度报告' }],
  },
  {
    name: 'a title with last year’s number still on it is the report of the year, wrongly titled',
    asOf,
    columns: [column],
    pages: pagesOf([{ year: 2022, title: `${UNIT}2021年政府信息公开工作年度报告` }, { year: 2021 }]),
    expect: [there(2021), fail('wrong-year', '标题写为2021年'), pass],
  },
  {
    name: 'a title with the year of publication is the report of the year before',
    asOf: '2022-08-08',
    columns: [column],
    pages: pagesOf([{ year: 2021, title: `${UNIT}2022年政府信息公开工作年度报告` }]),
    expect: [
      { verdict: 'fail', message: 'wrong-year', subject: '2021', says: '标题写为2022年' },
      { verdict: 'pass', message: null, subject: '2021' },
    ],
  },
  {
    name: 'another list that may hold a better copy is out of reach',
    asOf,
    columns: [column, { ...column, url: '/reports-2/' }],
    pages: { ...pagesOf([{ year: 2022, contact: '' }, { year: 2021 }]), '/reports-2/': { fault: 'blocked' } },
    expect: [there(2021), open('no-contact', 'blocked'), pass],
  },
  {
    name: 'the government’s report beside the unit’s own',
    asOf,
    columns: [column],
    unit: { fullName: '临淄区人民政府办公室', name: '区政府办公室' },
    pages: {
      '/reports/': listPage([
        { title: '临淄区人民政府2022年政府信息公开工作年度报告', url: '/reports/doc_2.html', date: '2023-03-20' },
        { title: '临淄区人民政府办公室2022年政府信息公开工作年度报告', url: '/reports/doc_1.html', date: '2023-01-16' },
      ]),
      '/reports/doc_1.html': reportPage({ year: 2022, unit: '临淄区人民政府办公室' }),
      '/reports/doc_2.html': reportPage({ year: 2022, unit: '临淄区人民政府', date: '2023-03-20', contact: '' }),
    },
    expect: [pass],
  },
];

const dates: readonly CheckCase[] = [
  wrong('a day late', { date: '2023-02-01' }, fail('late', '公开日期2023-02-01，期限为2023-01-31')),
  withReport('the list names a day in time', { date: '2023-02-01', listed: '2023-01-31' }, pass),
  wrong('a date with characters lost', { date: '2023131', listed: '' }, open('late', 'unparsed')),
  wrong('dated ahead of the day', { date: '2023-09-01' }, open('late', 'unparsed')),
  {
    name: 'the page says a late day, its own number an earlier one',
    asOf,
    columns: [column],
    pages: {
      '/reports/': listPage([
        {
          title: `${UNIT}2022年政府信息公开工作年度报告`,
          // 2023-01-16, as the platform numbers its pages.
          url: '/reports/doc_63c4b0800000000000000001.html',
          date: '2023-05-10',
        },
      ]),
      '/reports/doc_63c4b0800000000000000001.html': reportPage({ year: 2022, date: '2023-05-10' }),
    },
    expect: [open('late', 'unparsed'), pass],
  },
  {
    name: 'the list alone shows a late day, and the page is signed in time',
    asOf,
    columns: [column],
    pages: {
      '/reports/': listPage([
        { title: `${UNIT}2022年政府信息公开工作年度报告`, url: '/reports/1.html', date: '2023-05-10' },
      ]),
      '/reports/1.html': reportPage({ year: 2022, date: '', signature: [UNIT, '2023年1月16日'] }),
    },
    expect: [open('late', 'unparsed'), pass],
  },
];

const content: readonly CheckCase[] = [
  wrong('the title again', { opening: [`${UNIT}2022年政府信息公开工作年度报告`] }, fail('title-doubled', UNIT)),
  wrong(
    'the title again, broken over two lines',
    { opening: [UNIT, '2022年政府信息公开工作年度报告'] },
    fail('title-doubled', ' / '),
  ),
  wrong('part one as a year before', { general: TELLINGS[1] }, fail('copied', '100%的文字与上年度相同')),
  wrong(
    'a part left out',
    { parts: PARTS.filter((part) => part !== PARTS[4]) },
    fail('sections', '存在的主要问题及改进情况'),
  ),
  wrong(
    'parts in another order',
    { parts: [...PARTS.slice(0, 3), PARTS[4], PARTS[3], PARTS[5]] },
    fail('sections', '顺序'),
  ),
  wrong('no contact line', { contact: '' }, fail('no-contact', '地址、邮编、电话、邮箱')),
  wrong(
    'a contact line without a post code',
    { contact: CONTACT(UNIT).replace('邮编：255400，', '') },
    fail('no-contact', '邮编', true),
  ),
  wrong('sums that do not hold', { requests: requestsTable(3, 1) }, fail('unbalanced', '三（七）')),
  wrong(
    'a sign-off over several lines',
    { signature: ['临淄区测', '试局', '2023年1月16日'] },
    fail('signature', '临淄区测 / 试局'),
  ),
  wrong('part six tells of fees alone', { other: OTHER.slice(0, 1) }, fail('part-six', '创新')),
  wrong('part six says that there is nothing', { other: ['无。'] }, fail('part-six', '创新', true)),
  wrong(
    'part one tells of another year',
    { general: ['2020年，工作平稳有序。', ...TELLINGS[0]] },
    fail('wrong-year', '总体情况写为2020年'),
  ),
  wrong('another unit signs', { signature: ['临淄区水利局', '2023年1月16日'] }, fail('wrong-unit', '临淄区水利局')),
  wrong(
    'a number left to be filled in',
    { other: [...OTHER, '（四）其他。共办理建议××件。'] },
    fail('placeholder', '××件'),
  ),
  {
    name: 'a town that speaks of itself as a bureau',
    asOf,
    columns: [column],
    unit: { kind: 'town', name: '测试镇', fullName: '临淄区测试镇人民政府' },
    pages: pagesOf([
      {
        year: 2022,
        unit: '临淄区测试镇人民政府',
        other: [...OTHER, '（四）其他。我局将继续改进，本部门预算另行公开。'],
      },
    ]),
    expect: [fail('wrong-unit', '我局'), pass],
  },
  {
    name: 'last year’s report is out of reach',
    asOf,
    columns: [column],
    pages: pagesOf([{ year: 2022 }, { year: 2021, page: { fault: 'blocked' } }, { year: 2020 }]),
    expect: [
      there(2020),
      { verdict: 'inconclusive', message: 'missing', subject: '2021', advisory: true },
      open('copied', 'blocked'),
      pass,
    ],
  },
  withReport(
    'many things wrong',
    { contact: '', other: OTHER.slice(0, 1), signature: ['临淄区测', '试局', '2023年1月16日'], general: TELLINGS[1] },
    fail('no-contact'),
    fail('part-six'),
    fail('signature'),
    fail('copied'),
    pass,
  ),
];

const image = (src: string): Partial<Listed> => ({ more: `<p><img src="${src}" alt="公开信息构成"></p>` });
const withPicture = (
  name: string,
  answer: Page | null,
  report: Partial<Listed>,
  ...expect: ExpectedVerdict[]
): CheckCase => {
  const one = withReport(name, { ...image('/images/a.png'), ...report }, ...expect);
  return answer === null ? one : { ...one, pages: { ...one.pages, '/images/a.png': answer } };
};
const gif = { body: GIF, type: 'image/gif' } as const;
const scan = {
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1700"></svg>',
  type: 'image/svg+xml',
} as const;

const pictures: readonly CheckCase[] = [
  withPicture('shown', gif, {}, pass),
  withPicture('not there', { fault: 'not-found' }, {}, fail('image-broken', '404'), pass),
  withPicture('an empty file', { body: '', type: 'image/png' }, {}, fail('image-broken', '为空'), pass),
  withPicture('refused', { fault: 'blocked' }, {}, open('image-broken', 'blocked'), pass),
  withPicture('no answer', { fault: 'timeout' }, {}, open('image-broken', 'not-fetched'), pass),
  withPicture('never asked for', null, {}, open('image-broken', 'not-fetched'), pass),
  withPicture('may hold the contact line', scan, { contact: '' }, open('no-contact', 'unparsed'), pass),
  withPicture('too small for a contact line', gif, { contact: '' }, fail('no-contact'), pass),
  withPicture(
    'a table as a picture',
    gif,
    { more: '', requests: '<p><img src="/images/a.png"></p>' },
    open('unbalanced', 'unparsed'),
    pass,
  ),
  wrong('on another host', image('http://elsewhere.example/a.png'), open('image-broken', 'out-of-scope')),
  wrong('on an editor’s machine', image('file:///C:/Users/a/clip.png'), fail('image-broken', '本机')),
  withReport(
    'the whole report is a picture',
    { page: reportPage({ year: 2022 }).replace(/(id="zoom">)[\s\S]*?<\/div>/, '$1<img src="/images/a.png"></div>') },
    open(null, 'unparsed'),
  ),
];

/** The page says no more than where the file is. */
const behindFile = (file: string): Page =>
  reportPage({ year: 2022 }).replace(
    /(id="zoom">)[\s\S]*?<\/div>/,
    `$1${paragraphs('年度报告见附件。')}<p><a href="${file}">年度报告${file.slice(-4)}</a></p></div>`,
  );

const files: readonly CheckCase[] = [
  {
    name: 'what the report’s file says counts',
    asOf,
    columns: [column],
    pages: {
      ...pagesOf([{ year: 2022, page: behindFile('/files/report.txt') }, { year: 2021 }]),
      '/files/report.txt': {
        type: 'text/plain; charset=utf-8',
        body: [
          '本报告按照要求编制，数据统计期限自2022年1月1日起，至2022年12月31日止。',
          CONTACT(UNIT),
          ...PARTS.flatMap((part) => [
            part,
            ...(part === PARTS[0] ? TELLINGS[1] : part === PARTS[5] ? OTHER : ['无。']),
          ]),
        ].join('\n'),
      },
    },
    expect: [there(2021), fail('copied'), open('unbalanced', 'unparsed'), pass],
  },
  {
    name: 'the report is a file that cannot be read',
    asOf,
    columns: [column],
    pages: {
      ...pagesOf([{ year: 2022, page: behindFile('/files/report.pdf') }, { year: 2021 }]),
      '/files/report.pdf': { fault: 'timeout' },
    },
    expect: [there(2021), open(null, 'not-fetched')],
  },
];

describe('annual-report', () => {
  it.each([...presence, ...dates, ...content, ...pictures, ...files])('$name', (one) => testCheck(annualReport, [one]));
});
