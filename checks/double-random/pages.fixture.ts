import { articlePage, type CheckCase, listPage, paragraphs, type TestEntry, table } from '../testing.ts';

export const asOf = '2023-08-08';
export const column = { topic: 'double-random', url: '/random/' } as const;
export const HEADER = [
  '序号',
  '抽查任务名称',
  '抽查事项',
  '抽查对象',
  '抽查比例',
  '抽查方式',
  '抽查时间',
  '实施单位',
  '检查依据',
];
export const ROW = ['1', '年度抽查', '资质保持情况', '在册企业', '5%', '现场检查', '5月', '区测试局', '条例'];

export interface Doc {
  readonly title: string;
  readonly date: string;
  readonly body: string;
  readonly files?: readonly { readonly name: string; readonly url: string }[];
}
export const plan: Doc = {
  title: '区测试局2023年度“双随机、一公开”抽查工作计划',
  date: '2023-03-02',
  body: paragraphs('现制定计划如下。') + table(HEADER, ROW),
};
export const results: Doc = {
  title: '区测试局2022年度随机抽查情况和查处结果',
  date: '2022-12-20',
  body: paragraphs('共抽查十二户次，未发现问题。'),
};
export const items: Doc = {
  title: '区测试局随机抽查事项清单（2021年版）',
  date: '2021-02-20',
  body: table(HEADER, ROW),
};
export const lastPlan: Doc = { ...plan, title: '区测试局2022年度“双随机、一公开”抽查工作计划', date: '2022-03-02' };

export function pagesOf(docs: readonly Doc[]): CheckCase['pages'] {
  const entries = docs.map(({ title, date }, i): TestEntry => ({ title, date, url: `/random/doc_${i}.html` }));
  return {
    '/random/': listPage(entries),
    ...Object.fromEntries(docs.map((one, i) => [`/random/doc_${i}.html`, articlePage(one)])),
  };
}
export const model = { models: { 'double-random-plan': '/model.html' } };
export const modelPage = (...header: string[]): CheckCase['pages'] => ({
  '/model.html': articlePage({
    title: '参照单位2023年度抽查计划',
    date: '2023-02-02',
    body:
      paragraphs('计划如下。') +
      table(
        header,
        header.map(() => '样例'),
      ),
  }),
});

export const planned = { verdict: 'pass', message: 'no-plan', subject: '2023' } as const;
export const reported = { verdict: 'pass', message: 'no-results', subject: '2023' } as const;
export const listed = { verdict: 'pass', message: 'no-items', subject: '2023' } as const;

export const csv = (...rows: readonly (readonly string[])[]): CheckCase['pages'][string] => ({
  body: rows.map((row) => row.join(',')).join('\n'),
  type: 'text/csv; charset=utf-8',
});
export const inFile = (title: string, name: string, date = '2023-03-02'): Doc => ({
  title,
  date,
  body: paragraphs('内容见附件，欢迎社会监督。'),
  files: [{ name, url: '/random/a.csv' }],
});
export const one = (
  name: string,
  docs: readonly Doc[],
  expect: CheckCase['expect'],
  more: CheckCase['pages'] = {},
  rest: Partial<CheckCase> = {},
): CheckCase => ({ name, asOf, columns: [column], pages: { ...pagesOf(docs), ...more }, expect, ...rest });
export const noPlan = { verdict: 'fail', message: 'no-plan', advisory: false } as const;
export const noResults = { verdict: 'fail', message: 'no-results', advisory: false } as const;
export const openPlan = { verdict: 'inconclusive', message: 'no-plan', reason: 'unparsed' } as const;
export const openResults = { verdict: 'inconclusive', message: 'no-results', reason: 'unparsed' } as const;
export const likeModel = { verdict: 'pass', message: 'plan-layout' } as const;
export const SPANS = `<table><tr><td colspan="7">2023年度抽查计划表</td></tr>
<tr><td rowspan="2">序号</td><td colspan="2">抽查</td><td rowspan="2">抽查对象</td><td rowspan="2">抽查<br>比例</td><td rowspan="2">抽查方式</td><td rowspan="2">时间安排</td></tr>
<tr><td>任务名称</td><td>事项</td></tr>
<tr><td>1</td><td>年度抽查</td><td>资质</td><td>企业</td><td>5%</td><td>现场检查</td><td>5月</td></tr></table>`;
