import { describe, it } from 'vitest';
import { articlePage, type CheckCase, type Page, paragraphs, table, testCheck } from '../testing.ts';
import enforcement from './check.ts';
import {
  all,
  csv,
  current,
  figures,
  file,
  given,
  HEADER,
  laidOut,
  one,
  otherwise,
  ROWS,
  staff,
  staffIn,
  text,
} from './pages.fixture.ts';

const OTHER_TABLE = table(['科室', '执法人员名单', '人数'], ['执法科', '甲某、乙某', '2']);
const modelPage = (...header: readonly string[]): Readonly<Record<string, Page>> => ({
  '/model.html': articlePage({
    title: '参照单位行政执法人员资格清单',
    date: '2023-02-02',
    body: table(
      header,
      header.map(() => '样例'),
    ),
  }),
});
const models = { models: { 'enforcement-staff': '/model.html' } } as const;
const SPANS = `<table><tr><td colspan="6">区测试局行政执法人员资格清单</td></tr>
<tr><td colspan="6">填报时间：2023年3月</td></tr>
<tr><td rowspan="2">序号</td><td rowspan="2">姓名</td><td rowspan="2">单位</td><td colspan="2">执法证</td><td rowspan="2">执法<br>类别</td></tr>
<tr><td>编号</td><td>有效期</td></tr>
<tr><td>1</td><td>甲某</td><td>区测试局</td><td>15030001</td><td>2026-03-01</td><td>综合</td></tr></table>`;

const layout: readonly CheckCase[] = [
  one('other headings', staffIn(OTHER_TABLE), [given, otherwise('相似度0%'), current]),
  one(
    'some of the headings',
    staffIn(table(['姓名', '性别', '职务', '执法证号'], ['甲某', '男', '科员', '15030001'])),
    [given, otherwise('29%'), current],
  ),
  one('no list at all', [...all, figures], [given, otherwise('没有执法人员资格清单')]),
  one('a list in words', staffIn(paragraphs('执法人员为甲某、乙某，均持有执法证件。')), [
    given,
    otherwise('没有清单表格'),
    current,
  ]),
  one(
    'headings in other words',
    staffIn(
      table(
        ['持证人姓名', '所属机构', '行政执法证编号', '执法 类别', '有效期至'],
        ['甲某', '区测试局', '15030001', '综合', '2026-01-01'],
      ),
    ),
    [given, laidOut, current],
  ),
  one('title rows, spans and two header rows', staffIn(SPANS), [given, laidOut, current]),
  one(
    'the list stands in a file',
    staffIn(paragraphs('清单见附件，欢迎监督。'), file('清单.csv', '/law/a.csv')),
    [given, laidOut, current],
    { '/law/a.csv': csv(HEADER, ...ROWS) },
  ),
  one(
    'a list of other headings in a file',
    staffIn(paragraphs('清单见附件，欢迎监督。'), file('清单.csv', '/law/a.csv')),
    [given, otherwise('相似度0%'), current],
    { '/law/a.csv': csv(['科室', '执法人员名单', '人数'], ['执法科', '甲某', '1']) },
  ),
  one(
    'a list in a file whose tables are not told apart',
    staffIn(paragraphs('清单见附件，欢迎监督。'), file('清单.txt', '/law/a.txt')),
    [given, laidOut, current],
    { '/law/a.txt': text('区测试局行政执法人员资格清单', HEADER.join(' '), ...ROWS.map((row) => row.join(' '))) },
  ),
  one(
    'a list of other headings in such a file is not understood',
    staffIn(paragraphs('清单见附件，欢迎监督。'), file('清单.txt', '/law/a.txt')),
    [given, { verdict: 'inconclusive', message: 'staff-layout', reason: 'unparsed' }, current],
    { '/law/a.txt': text('执法人员名单', '甲某 15030001', '乙某 15030002') },
  ),
  one('a picture may be the list', staffIn('<img src="/law/a.png">'), [
    given,
    { verdict: 'inconclusive', message: 'staff-layout', reason: 'unparsed' },
    current,
  ]),
  one(
    'the list is in a file that cannot be read',
    staffIn(paragraphs('清单见附件，欢迎监督。'), file('清单.xlsx', '/law/a.xlsx')),
    [given, { verdict: 'inconclusive', message: 'staff-layout', reason: 'not-fetched' }, current],
    { '/law/a.xlsx': { fault: 'timeout' } },
  ),
  one(
    'like the model that is pinned',
    staffIn(table(['姓名', '执法证号', '执法岗位', '性别'], ['甲某', '15030001', '检查岗', '男'])),
    [given, laidOut, current],
    modelPage('姓名', '性别', '执法证编号', '执法岗位'),
    models,
  ),
  one(
    'like the built-in model only',
    [...all, staff],
    [given, laidOut, current],
    modelPage('姓名', '性别', '执法证编号', '执法岗位', '科室'),
    models,
  ),
  one('like neither', staffIn(OTHER_TABLE), [given, otherwise('相似度'), current], modelPage(...HEADER), models),
  one(
    'like the built-in one while the model is out of reach',
    [...all, staff],
    [given, laidOut, current],
    { '/model.html': { fault: 'timeout' } },
    models,
  ),
  one(
    'like none while the model is out of reach',
    staffIn(OTHER_TABLE),
    [given, { verdict: 'inconclusive', message: 'staff-layout', reason: 'no-model' }, current],
    { '/model.html': { fault: 'timeout' } },
    models,
  ),
  one(
    'like none where the model shows no list',
    staffIn(OTHER_TABLE),
    [given, { verdict: 'inconclusive', message: 'staff-layout', reason: 'no-model' }, current],
    { '/model.html': articlePage({ title: '样式', date: '2023-02-02', body: paragraphs('样式调整中，敬请期待。') }) },
    models,
  ),
];

const OLD = { date: '2021-12-10' } as const;
const until = (...days: readonly string[]): string =>
  table(HEADER, ...days.map((day, i) => [String(i + 1), '甲某', '区测试局', `1503000${i}`, '临淄区', day]));
const stale = { verdict: 'fail', message: 'staff-stale', advisory: true, says: '2021-12-10' } as const;
const age: readonly CheckCase[] = [
  one('a list of an earlier year with a card run out', staffIn(until('2022-10-31', '2026-03-01'), OLD), [
    given,
    laidOut,
    stale,
  ]),
  one(
    'a list of an earlier year without validities',
    staffIn(table(HEADER.slice(0, 5), ['1', '甲某', '区测试局', '15030001', '临淄区']), OLD),
    [given, laidOut, stale],
  ),
  ...['至2026年3月1日', '2021.3.1-2026.2.28', '2024年10月', '长期'].map((day) =>
    one(`cards valid still: ${day}`, staffIn(until(day, '2025-01-01'), OLD), [given, laidOut, current]),
  ),
  one('a validity that is not understood', staffIn(until('五年'), OLD), [
    given,
    laidOut,
    { verdict: 'inconclusive', message: 'staff-stale', reason: 'unparsed', advisory: true },
  ]),
  one(
    'brought up to date by its title',
    [...all, { ...staff, ...OLD, title: '区测试局行政执法人员资格清单（2023年）', body: until('2022-10-31') }],
    [given, laidOut, current],
  ),
  one(
    'brought up to date by its words',
    staffIn(`${paragraphs('以下名单更新至2023年4月，供社会监督。')}${until('2022-10-31')}`, OLD),
    [given, laidOut, current],
  ),
  one('a newer list besides', [...staffIn(until('2022-10-31'), OLD), staff], [given, laidOut, current]),
  one(
    'a file that may be a newer list',
    [
      ...staffIn(until('2022-10-31'), OLD),
      { title: '公示', body: paragraphs('内容见附件，欢迎监督。'), ...file('公示.xlsx', '/law/a.xlsx') },
    ],
    [given, laidOut, { verdict: 'inconclusive', message: 'staff-stale', reason: 'not-fetched', advisory: true }],
    { '/law/a.xlsx': { fault: 'timeout' } },
  ),
  one(
    'nothing is due in March',
    staffIn(until('2022-10-31'), { date: '2022-12-10' }),
    [given, laidOut, { verdict: 'not-applicable', message: 'staff-stale', reason: 'not-due' }],
    {},
    { asOf: '2023-03-31' },
  ),
];

describe.each([
  ['the layout of the list', layout],
  ['the age of the list', age],
])('%s', (_, cases) => {
  it.each(cases)('$name', (each) => testCheck(enforcement, [each]));
});
