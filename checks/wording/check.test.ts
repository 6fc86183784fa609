import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, table, testCheck } from '../testing.ts';
import check from './check.ts';

const url = '/docs/doc_1.html';
const document = `http://www.example.gov.cn${url}`;
const clean = { verdict: 'pass', subject: 'lzqcsj' } as const;

/** One page with this body in one column, and what is expected besides the verdict on the whole. */
function pageCase(
  name: string,
  body: string,
  expect: CheckCase['expect'],
  {
    title = '关于做好夏季防汛工作的情况说明',
    topic = 'other',
    ...more
  }: Partial<CheckCase> & { title?: string; topic?: 'other' | 'penalties' | 'annual-report' } = {},
): CheckCase {
  return {
    name,
    asOf: '2023-08-08',
    columns: [{ topic, name: '工作动态', url: '/docs/' }],
    pages: {
      '/docs/': listPage([{ title, url, date: '2023-05-06' }]),
      [url]: articlePage({ title, date: '2023-05-06', body }),
    },
    expect: [...expect, clean],
    ...more,
  };
}

const text = (line: string): string => paragraphs('现将有关情况说明如下。', line, '特此说明。');
const typo = (says: string) => ({ verdict: 'fail', message: 'typo', subject: document, advisory: true, says }) as const;
const left = (says: string) =>
  ({ verdict: 'fail', message: 'placeholder', subject: document, advisory: false, says }) as const;
const day = (says: string) =>
  ({ verdict: 'fail', message: 'impossible-date', subject: document, advisory: true, says }) as const;

const faulty: CheckCase[] = [
  pageCase('certain errors, counted', text('各部门要各司其责，落实责任，继续各司其责。'), [
    typo('2处：“各司其责”应为“各司其职”'),
  ]),
  pageCase('an error over several styled spans', text('要<b>各</b><span>司</span>其责，落实责任。'), [
    typo('各司其职'),
  ]),
  pageCase('a number that was never filled in', text('根据临政办字〔〕号要求，做好各项工作。'), [left('“〔〕号”')]),
  pageCase('a number with its year alone', text('根据临政办字〔2023〕号要求，做好各项工作。'), [left('〔2023〕号')]),
  pageCase('crosses for a date', text('本方案自××××年××月××日起施行。'), [left('××××年××月××日')]),
  pageCase('crosses for a day without its year', text('请于XX月XX日前报送。'), [left('XX月XX日')]),
  pageCase('crosses for a contact', text('联系电话：XXX-XXXXXXX'), [left('XXX-XXXXXXX')]),
  pageCase('crosses for a name', text('由XXX负责组织实施，限期完成。'), [left('XXX')]),
  pageCase('a prompt', text('现将「此处填写单位名称」有关情况公布如下。'), [left('此处填写')]),
  pageCase('a bracketed place', text('[具体地名]镇人民政府组织实施。'), [left('[具体地名]')]),
  pageCase('filler text', text('Lorem ipsum dolor sit amet.'), [left('Lorem ipsum')]),
  pageCase('a day that is none', text('请于2023年2月30日前完成。'), [day('2023年2月30日')]),
];

const decoys: CheckCase[] = [
  pageCase('what stands in quotation marks', text('标语“各司其责”出自旧稿，见《××公告》。'), []),
  pageCase('an example that is made unknown', text('以XX县为例开展试点。'), []),
  pageCase('a promise to be signed', text('本人XXX承诺上述情况属实。'), []),
  pageCase('a sum of sizes', text('孔径2×3米，型号XXX，每处3××4。'), []),
  pageCase('a person made unknown', text('当事人张××（身份证号略）驾驶鲁C××号车。'), []),
  pageCase('crosses in a decision on a penalty', text('2023年×月×日，××区××局对××公司立案。'), [], {
    topic: 'penalties',
  }),
  pageCase('crosses in a notice of cases', text('××镇××村村委会原主任违规操办酒席。'), [], {
    title: '关于三起典型案例的通报',
  }),
  pageCase('a template', text('××单位：你单位〔〕号文收悉，「此处填写」。'), [], { title: '政府信息公开答复书模板' }),
  pageCase('a legend', text('注：×表示未完成，××表示尚未开工。'), []),
  pageCase(
    'cells of a table',
    `${paragraphs('各村进度如下表。')}${table(['村名', '日期', '电话'], ['XXX村', '13月5日', '××'])}`,
    [],
  ),
  pageCase('an annex with a form', paragraphs('现印发给你们，请遵照执行。', '附件1', '××镇××年××月××日统计情况'), []),
  pageCase('an annual report, which has a check of its own', text('现公布××镇人民政府的情况。'), [], {
    topic: 'annual-report',
    title: '2022年政府信息公开工作年度报告',
  }),
  pageCase(
    'characters that the two readings do not share',
    text('要各司<span style="display:none">甲</span>其责，落实责任。'),
    [],
  ),
  pageCase('a lost dash', text('1月12月各项指标向好，第13月起执行新标准。'), []),
  pageCase('an entry that the office does not want', text('各部门要各司其责。'), [], {
    params: { ignore: ['各司其责'] },
  }),
];

const others: CheckCase[] = [
  pageCase('an entry of the office’s own', text('临缁区供水管网改造。'), [typo('“临缁”应为“临淄”')], {
    params: { more: [{ wrong: '临缁', right: '临淄' }] },
  }),
  {
    ...pageCase('an attachment out of reach', text('各部门要各司其责。'), []),
    pages: {
      '/docs/': listPage([{ title: '情况说明', url, date: '2023-05-06' }]),
      [url]: articlePage({
        title: '情况说明',
        date: '2023-05-06',
        body: text('各部门要各司其责。'),
        files: [{ name: '汇总表.xlsx', url: '/files/a.xlsx' }],
      }),
      '/files/a.xlsx': { fault: 'timeout' },
    },
    expect: [typo('各司其责'), { verdict: 'inconclusive', reason: 'not-fetched', subject: 'lzqcsj' }],
  },
  {
    ...pageCase('a file of which there is one reading', text('见附件。'), []),
    pages: {
      '/docs/': listPage([{ title: '情况说明', url, date: '2023-05-06' }]),
      [url]: articlePage({
        title: '情况说明',
        date: '2023-05-06',
        body: text('见附件。'),
        files: [{ name: '汇总表.csv', url: '/files/a.csv' }],
      }),
      '/files/a.csv': { body: '事项,要求\n分工,各司其责\n', type: 'text/csv' },
    },
    expect: [{ ...clean, says: '另有1处' }],
  },
  {
    name: 'a column out of reach',
    asOf: '2023-08-08',
    columns: [{ topic: 'other', url: '/docs/' }],
    pages: { '/docs/': { fault: 'timeout' } },
    expect: [{ verdict: 'inconclusive', reason: 'not-fetched', subject: 'lzqcsj' }],
  },
  {
    name: 'no column at all',
    asOf: '2023-08-08',
    columns: [],
    pages: {},
    expect: [{ verdict: 'inconclusive', reason: 'no-address' }],
  },
];

describe('wording', () => {
  it.each([...faulty, ...decoys, ...others])('$name', (one) => testCheck(check, [one]));
});
