import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, table, testCheck } from '../testing.ts';
import enforcement from './check.ts';
import {
  all,
  asOf,
  column,
  csv,
  current,
  duties,
  figures,
  file,
  given,
  HEADER,
  lacking,
  laidOut,
  one,
  otherwise,
  pagesOf,
  perhaps,
  posts,
  powers,
  ROWS,
  staff,
  text,
} from './pages.fixture.ts';

const published: readonly CheckCase[] = [
  one('each in a document of its own', [...all, staff, figures], [given, laidOut, current]),
  one(
    'all in one document under headings',
    [
      {
        title: '区测试局行政执法公示信息',
        body: `${paragraphs('一、执法职责', '监督检查本行业遵守法律法规的情况。', '二、执法权限', '行政检查、行政处罚。', '（三）执法岗位：检查岗、审核岗。')}${table(HEADER, ...ROWS)}`,
      },
    ],
    [given, laidOut, { verdict: 'pass', message: 'staff-stale' }],
  ),
  one(
    'in the rows of a table',
    [
      {
        title: '区测试局执法公示',
        body: table(['执法职责', '监督检查'], ['执法权限', '行政检查'], ['执法岗位', '检查岗']),
      },
      staff,
    ],
    [given, laidOut, current],
  ),
  one(
    'posts as a column of the list of staff',
    [
      { title: '区测试局执法职责和权限', body: paragraphs('依法监督检查，可以进入现场、查阅资料。') },
      {
        ...staff,
        body: table([...HEADER, '执法岗位'], ...ROWS.map((row) => [...row, '检查岗'])),
      },
    ],
    [given, laidOut, current],
  ),
  one(
    'in words within a sentence',
    [
      { title: '区测试局行政执法公示信息', body: paragraphs('我局执法职责是：监督检查本行业遵守法律法规的情况。') },
      powers,
      posts,
      staff,
    ],
    [given, laidOut, current],
  ),
  one(
    'in files',
    [
      { title: '行政执法事前公开', body: paragraphs('内容见附件，欢迎监督。'), ...file('事前公开.txt', '/law/a.txt') },
      staff,
    ],
    [given, laidOut, current],
    { '/law/a.txt': text('一、执法职责', '监督检查。', '二、执法权限', '行政检查。', '三、执法岗位设置', '检查岗。') },
  ),
  one(
    'in files that say so by their names',
    [
      {
        title: '行政执法事前公开',
        body: paragraphs('内容见附件，欢迎监督。'),
        files: [
          { name: '执法职责权限.csv', url: '/law/a.csv' },
          { name: '执法岗位.csv', url: '/law/b.csv' },
        ],
      },
      staff,
    ],
    [given, laidOut, current],
    {
      '/law/a.csv': csv(['项目', '内容'], ['检查', '进入现场']),
      '/law/b.csv': csv(['名称', '人数'], ['检查岗', '三']),
    },
  ),
  ...['关于公布行政执法职责的通知', '区测试局行政执法职责清单'].map((title) =>
    one(`by the title ${title}`, [{ ...duties, title }, powers, posts, staff], [given, laidOut, current]),
  ),
];

const unpublished: readonly CheckCase[] = [
  one('nothing but the list', [staff, figures], [lacking('执法职责、执法权限、执法岗位'), laidOut, current]),
  one('no posts', [duties, powers, staff], [lacking('未发布执法岗位信息'), laidOut, current]),
  one('no powers', [duties, posts, staff], [lacking('未发布执法权限信息'), laidOut, current]),
  one(
    'no duties',
    [{ ...posts, body: paragraphs('检查岗三个，审核岗两个。') }, powers, staff],
    [lacking('未发布执法职责信息'), laidOut, current],
  ),
  one(
    'a column of posts without any',
    [duties, powers, { ...staff, body: table([...HEADER, '执法岗位'], ...ROWS.map((row) => [...row, ''])) }],
    [lacking('未发布执法岗位信息'), laidOut, current],
  ),
  one(
    'spoken of in passing',
    [
      { title: '执法队开展夏季检查', body: paragraphs('执法人员认真履行执法职责，严格规范执法权限。') },
      powers,
      posts,
      staff,
    ],
    [lacking('未发布执法职责信息'), laidOut, current],
  ),
  one(
    'empty column',
    [],
    [
      { ...lacking('执法职责'), state: 'empty' },
      { ...otherwise('没有执法人员资格清单'), state: 'empty' },
    ],
  ),
];

const uncertain: readonly CheckCase[] = [
  one(
    'spoken of, perhaps elsewhere',
    [{ title: '行政执法公示', body: paragraphs('执法职责可在全省行政执法信息公示平台查询。') }, powers, posts, staff],
    [perhaps, laidOut, current],
  ),
  one(
    'a heading with nothing behind it yet',
    [{ title: '行政执法公示', body: paragraphs('执法职责：待补充', '如有疑问请来电咨询我局。') }, powers, posts, staff],
    [perhaps, laidOut, current],
  ),
  one(
    'duties of posts may be meant for both',
    [{ ...posts, title: '区测试局行政执法岗位职责' }, powers, staff],
    [perhaps, laidOut, current],
  ),
  one(
    'a title about another thing that has the word',
    [{ title: '关于行政执法职责的通知', body: paragraphs('各科室要高度重视，抓好各项工作。') }, powers, posts, staff],
    [perhaps, laidOut, current],
  ),
  one(
    'a picture may be it',
    [{ title: '行政执法公示信息', body: '<img src="/law/a.png">' }, powers, posts, staff],
    [perhaps, laidOut, { verdict: 'pass', message: 'staff-stale' }],
  ),
  one(
    'a picture beside words',
    [
      { title: '行政执法公示信息', body: `${paragraphs('如下图所示，请社会各界监督。')}<p><img src="/law/a.png"></p>` },
      powers,
      posts,
      staff,
    ],
    [perhaps, laidOut, current],
  ),
  one(
    'a file that cannot be read',
    [
      { title: '行政执法公示信息', body: paragraphs('内容见附件，欢迎监督。'), ...file('公示.xlsx', '/law/a.xlsx') },
      powers,
      posts,
      staff,
    ],
    [{ verdict: 'inconclusive', message: 'no-duties', reason: 'not-fetched' }, laidOut, current],
    { '/law/a.xlsx': { fault: 'timeout' } },
  ),
  one(
    'a page that cannot be read',
    [{ ...duties, title: '执法公示（一）' }, powers, posts, staff],
    [{ verdict: 'inconclusive', message: 'no-duties', reason: 'not-fetched' }, laidOut, current],
    { '/law/doc_0.html': { fault: 'timeout' } },
  ),
  one(
    'a column that cannot be read',
    [...all, staff],
    [
      { verdict: 'inconclusive', message: 'no-duties', reason: 'blocked' },
      { verdict: 'inconclusive', message: 'staff-layout', reason: 'blocked' },
      { verdict: 'inconclusive', message: 'staff-stale', reason: 'blocked', advisory: true },
    ],
    { '/law/': { fault: 'blocked' } },
  ),
];

const outside: readonly CheckCase[] = [
  one(
    'no enforcement power',
    [],
    [{ verdict: 'not-applicable', message: null, reason: 'no-enforcement', subject: 'lzqcsj' }],
    {},
    {
      unit: { enforcement: false },
    },
  ),
  {
    name: 'no such column',
    asOf,
    columns: [{ topic: 'guide', url: '/guide/' }],
    pages: {},
    expect: [{ verdict: 'not-applicable', reason: 'no-column' }],
  },
  {
    name: 'two columns of the topic together',
    asOf,
    columns: [column, { topic: 'enforcement', name: '执法人员', url: '/staff/' }],
    pages: {
      ...pagesOf(all),
      '/staff/': listPage([{ title: staff.title, date: '2023-03-15', url: '/staff/doc_9.html' }]),
      '/staff/doc_9.html': articlePage({ ...staff, date: '2023-03-15' }),
    },
    expect: [given, laidOut, current],
  },
];

describe.each([
  ['duties, powers and posts published', published],
  ['not published', unpublished],
  ['not known', uncertain],
  ['outside the question', outside],
])('%s', (_, cases) => {
  it.each(cases)('$name', (each) => testCheck(enforcement, [each]));
});
