import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, type Page, paragraphs, table, testCheck } from '../testing.ts';
import serviceItems from './check.ts';

const asOf = '2023-08-08';
const columns = [{ topic: 'service-items', name: '政务服务事项', url: '/items/' }] as const;
const subject = 'http://www.example.gov.cn/items/doc_1.html';
const ROWS: readonly (readonly string[])[] = [
  ['要素', '内容'],
  ['事项名称', '对未按规定建立台账行为的处罚'],
  ['事项类型', '行政处罚'],
  ['实施机关', '临淄区测试局'],
  ['咨询电话', '0533-7100001'],
];

interface Item {
  readonly title?: string;
  readonly body?: string;
  readonly files?: Readonly<Record<string, Page>>;
}
function about(
  name: string,
  { title = '对未按规定建立台账行为的处罚', body, files = {} }: Item,
  ...expect: CheckCase['expect']
): CheckCase {
  const page = articlePage({
    ...{ title, date: '2022-05-10', body: body ?? table(...ROWS) },
    files: Object.keys(files).map((path) => ({ name: decodeURIComponent(path.slice(7)), url: path })),
  });
  return {
    ...{ name, asOf, columns, expect },
    pages: {
      '/items/': listPage([{ title, url: '/items/doc_1.html', date: '2022-05-10' }]),
      '/items/doc_1.html': page,
      ...files,
    },
  };
}
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const fail = { verdict: 'fail', message: 'no-process', subject, advisory: true } as const;
const open = { verdict: 'inconclusive', subject: 'lzqcsj' } as const;
const withRow = (...row: readonly string[]): string => table(...ROWS, row);

const cases: readonly CheckCase[] = [
  about('without a process', {}, { ...fail, says: '行政处罚事项《对未按规定建立台账行为的处罚》没有办理流程' }, pass),
  about('with one in the table', { body: withRow('办理流程', '立案、审查、决定、送达') }, pass),
  about('with one under a heading', { body: `${table(...ROWS)}${paragraphs('办理程序', '立案、审查、决定。')}` }, pass),
  about('with a picture named so', { body: `${table(...ROWS)}<p><img src="/a.png" alt="行政处罚流程图"></p>` }, pass),
  about(
    'with a picture of no name',
    { body: `${table(...ROWS)}<p><img src="/a.png" alt=""></p>` },
    { ...open, reason: 'unparsed' },
  ),
  about('with a link to one', { body: `${table(...ROWS)}<p><a href="/flow.html">查看流程图</a></p>` }, pass),
  about('with a file named so', { files: { '/items/流程图.pdf': { fault: 'timeout' } } }, pass),
  about(
    'with a file that did not come',
    { files: { '/items/附件.pdf': { fault: 'timeout' } } },
    { ...open, reason: 'not-fetched' },
  ),
  about(
    'in lines of text',
    {
      title: '行政检查：对持证单位的日常检查',
      body: paragraphs('实施机关：临淄区测试局', '办理地点：临淄区测试路1号'),
    },
    { ...fail, says: '行政检查事项' },
    pass,
  ),
  about(
    'elements under headings',
    {
      title: '测试证明办理',
      body: paragraphs('一、办理地点', '临淄区测试路1号', '二、办理时间', '工作日', '三、咨询电话', '0533-7100001'),
    },
    { ...fail, says: '政务服务事项' },
    pass,
  ),
  about(
    'a table of many items',
    {
      title: '行政检查事项',
      body: table(['事项名称', '实施机关', '咨询电话'], ['日常检查', '测试局', '0533-7100001']),
    },
    pass,
  ),
  about('a list of items', { title: '行政权力事项清单' }, pass),
  about(
    'a notice among the items',
    { title: '测试大厅五一假期服务安排', body: paragraphs('大厅五月一日至三日不对外办公。') },
    pass,
  ),
  about('a page that is only shown', { body: '<p><img src="/a.png" alt=""></p>' }, { ...open, reason: 'unparsed' }),
  {
    ...about('out of reach', {}, { ...open, reason: 'blocked' }),
    pages: { '/items/': { fault: 'blocked' } },
  },
  {
    ...about('no such column', {}, { verdict: 'not-applicable', reason: 'no-column' }),
    columns: [{ topic: 'other', url: '/items/' }],
  },
];

describe('service-items', () => {
  it.each(cases)('$name', (one) => testCheck(serviceItems, [one]));
});
