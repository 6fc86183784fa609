import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, type Page, paragraphs, testCheck } from '../testing.ts';
import misplaced from './check.ts';

const asOf = '2023-08-08';
const policyDocs = { topic: 'policy-docs', name: '政策文件', url: '/wrong/' } as const;
const news = { topic: 'other', name: '工作动态', url: '/wrong/' } as const;
const reports = { topic: 'annual-report', name: '信息公开年报', url: '/right/' } as const;
const guides = { topic: 'guide', name: '信息公开指南', url: '/right/' } as const;
const REPORT = '临淄区测试局2022年政府信息公开工作年度报告';

function column(path: string, titles: readonly string[]): Record<string, Page> {
  const entries = titles.map((title, i) => ({ title, url: `${path}${i}.html`, date: '2023-01-20' }));
  const pages = entries.map(
    (one) => [one.url, articlePage({ ...one, body: paragraphs('现予公布，请查阅。') })] as const,
  );
  return { [path]: listPage(entries), ...Object.fromEntries(pages) };
}
function about(
  name: string,
  columns: CheckCase['columns'],
  [wrong, right]: readonly [readonly string[], readonly string[]],
  ...expect: CheckCase['expect']
): CheckCase {
  return { name, asOf, columns, pages: { ...column('/wrong/', wrong), ...column('/right/', right) }, expect };
}
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const fail = {
  verdict: 'fail',
  message: 'wrong-column',
  advisory: true,
  subject: 'http://www.example.gov.cn/wrong/0.html',
} as const;

const cases: readonly CheckCase[] = [
  about(
    'a report among the policy documents',
    [policyDocs, reports],
    [[REPORT], []],
    { ...fail, says: '发布在“政策文件”栏目，“信息公开年报”栏目中没有' },
    pass,
  ),
  about('a report that stands in its own column, too', [policyDocs, reports], [[REPORT], [REPORT]], pass),
  about('the same under another title', [policyDocs, reports], [[REPORT], ['2022年度信息公开年报']], pass),
  about('last year’s in its own column', [policyDocs, reports], [[REPORT], ['2021年度信息公开年报']], fail, pass),
  about('a guide among the news', [news, guides], [['临淄区测试局政府信息公开指南'], []], fail, pass),
  about('another guide in its own column', [news, guides], [['测试局信息公开指南'], ['公开指南（2023年）']], pass),
  about('news about a report', [news, reports], [['测试局发布2022年政府信息公开工作年度报告解读'], []], pass),
  about(
    'a notice about reports',
    [policyDocs, reports],
    [['关于做好《2022年政府信息公开工作年度报告》的通知'], []],
    pass,
  ),
  about('a column of any other things', [{ ...news, name: '政府信息公开' }, reports], [[REPORT], []], pass),
  about('a unit without such a column', [policyDocs], [[REPORT], []], pass),
  about(
    'a random plan among the policy documents',
    [policyDocs, { topic: 'double-random', url: '/right/' }],
    [['2023年度双随机抽查工作计划'], []],
    pass,
  ),
  {
    ...about('its own column out of reach', [policyDocs, reports], [[REPORT], []]),
    pages: { ...column('/wrong/', [REPORT]), '/right/': { fault: 'timeout' } },
    expect: [{ verdict: 'inconclusive', reason: 'not-fetched', subject: 'lzqcsj' }],
  },
];

describe('misplaced', () => {
  it.each(cases)('$name', (one) => testCheck(misplaced, [one]));
});
