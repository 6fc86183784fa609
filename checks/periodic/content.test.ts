import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, type Page, paragraphs, table, testCheck } from '../testing.ts';
import periodic from './check.ts';

interface Doc {
  readonly title: string;
  readonly date: string;
  readonly body: string;
  readonly file?: { readonly name: string; readonly page: Page };
}
const csv = (...rows: readonly (readonly string[])[]): Page => ({
  body: rows.map((row) => row.join(',')).join('\n'),
  type: 'text/csv; charset=utf-8',
});

/** The second quarter, judged in August: what a column of three months says. */
function quarter(name: string, docs: readonly Doc[], expect: CheckCase['expect']): CheckCase {
  const pages: Record<string, Page> = {
    '/f/': listPage(docs.map(({ title, date }, i) => ({ title, date, url: `/f/doc_${i}.html` }))),
  };
  for (const [i, { file, ...doc }] of docs.entries()) {
    pages[`/f/doc_${i}.html`] = articlePage({
      ...doc,
      files: file ? [{ name: file.name, url: `/f/${i}_${file.name.replace(/^.*\./, 'a.')}` }] : [],
    });
    if (file) pages[`/f/${i}_${file.name.replace(/^.*\./, 'a.')}`] = file.page;
  }
  const columns = [
    { topic: 'statistics', name: '统计数据', url: '/f/', every: 'month', due: { kind: 'working-days', days: 20 } },
  ] as const;
  return { name, asOf: '2023-08-08', period: '2023Q2', columns, pages, expect };
}

const figures = paragraphs('主要数据如下，总体平稳。');
const month = (m: number): Doc => ({ title: `2023年${m}月份指标`, date: '2023-07-10', body: figures });
const [january, april, may, june] = [
  { title: '2023年1月、2月、3月份指标', date: '2023-04-10', body: figures },
  month(4),
  month(5),
  month(6),
];
const passed = (subject: string) => ({ verdict: 'pass', subject }) as const;
const three = ['2023-04', '2023-05', '2023-06'].map(passed);
const gap = (subject: string, says = '缺少') =>
  ({ verdict: 'fail', message: 'gap', advisory: false, subject, says }) as const;
const open = (subject: string, reason: 'unparsed' | 'not-fetched') =>
  ({ verdict: 'inconclusive', subject, reason }) as const;

const cases: readonly CheckCase[] = [
  quarter(
    'all in one title',
    [january, { title: '2023年4月、5月和6月份指标', date: '2023-07-10', body: figures }],
    three,
  ),
  quarter(
    'a gap in the middle, told although it was published late',
    [january, april, june],
    [passed('2023-04'), gap('2023-05'), passed('2023-06')],
  ),
  quarter(
    'a table of months leaves out what it has no figures of',
    [
      january,
      {
        title: '2023年指标',
        date: '2023-07-10',
        body: `${paragraphs('各月数据如下。')}${table(['月份', '件数'], ['1月', '3'], ['4月', '4'], ['5月', ''], ['6月', '5'], ['7月', ''])}`,
      },
    ],
    [passed('2023-04'), gap('2023-05'), passed('2023-06')],
  ),
  quarter(
    'a file by its name, a file by its first line',
    [
      january,
      april,
      {
        title: '指标',
        date: '2023-07-10',
        body: paragraphs('数据见附件，欢迎社会监督。'),
        file: { name: '2023年5月.csv', page: csv(['样品', '3']) },
      },
      june,
    ],
    three,
  ),
  quarter(
    'a file that cannot be read may be of any month',
    [
      january,
      april,
      {
        title: '指标',
        date: '2023-08-07',
        body: paragraphs('数据见附件，欢迎社会监督。'),
        file: { name: '附件.csv', page: { fault: 'timeout' } },
      },
      june,
    ],
    [passed('2023-04'), open('2023-05', 'not-fetched'), passed('2023-06')],
  ),
  quarter(
    'a picture may be of any month',
    [january, april, { title: '指标', date: '2023-08-07', body: '<img src="/f/a.png">' }, june],
    [passed('2023-04'), open('2023-05', 'unparsed'), passed('2023-06')],
  ),
  quarter(
    'numbers, days and telephones are no months',
    [
      january,
      april,
      { title: '临政办字〔2023〕5号文件通知', date: '2023-03-01', body: paragraphs('请社会各界知悉，按要求执行。') },
      { title: '自2023年5月1日起施行的办法', date: '2023-03-02', body: paragraphs('咨询电话0533-7202305，欢迎来电。') },
      { title: '5月1日放假通知', date: '2023-03-03', body: paragraphs('请社会各界知悉，合理安排出行。') },
      june,
    ],
    [passed('2023-04'), gap('2023-05'), passed('2023-06')],
  ),
  quarter(
    'a notice that gives a reason',
    [
      january,
      april,
      { title: '2023年5月份说明', date: '2023-07-10', body: paragraphs('2023年5月，因设备检修，无相关信息。') },
      june,
    ],
    [passed('2023-04'), { verdict: 'pass', subject: '2023-05', state: 'no-event' }, passed('2023-06')],
  ),
  quarter(
    'a notice that gives none',
    [
      january,
      april,
      { title: '2023年5月份说明', date: '2023-07-10', body: paragraphs('2023年5月份无相关信息，特此说明。') },
      june,
    ],
    [passed('2023-04'), gap('2023-05', '未写明原因'), passed('2023-06')],
  ),
  quarter(
    'a notice whose title alone says of what',
    [
      january,
      april,
      { title: '2023年5月行政处罚情况说明', date: '2023-07-10', body: paragraphs('2023年5月份，我局无相关事项。') },
      june,
    ],
    [passed('2023-04'), open('2023-05', 'unparsed'), passed('2023-06')],
  ),
  quarter(
    'a standing notice for months without an item',
    [
      january,
      april,
      { title: '公示说明', date: '2021-06-05', body: paragraphs('处罚信息按月公示，当月未公布的即为无处罚事项。') },
      june,
    ],
    [passed('2023-04'), open('2023-05', 'unparsed'), passed('2023-06')],
  ),
  quarter(
    'another’s document put up again',
    [january, april, { ...may, title: '市统计局2023年5月份指标（转发）' }, june],
    three,
  ),
];

describe('what a document is about', () => {
  it.each(cases)('$name', (one) => testCheck(periodic, [one]));
});
