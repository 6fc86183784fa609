import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, type TestEntry, testCheck } from '../testing.ts';
import consultation from './check.ts';

const asOf = '2023-08-08';
const columns = [{ topic: 'consultation', name: '意见征集', url: '/ask/' }] as const;
const title = '关于《测试项目管理办法（征求意见稿）》公开征求意见的公告';
const at = (n: number): string => `http://www.example.gov.cn/ask/doc_${n}.html`;

interface Doc {
  readonly title: string;
  readonly date: string;
  readonly texts: readonly string[];
}
const call = (text: string, date = '2023-07-10'): Doc => ({
  ...{ title, date },
  texts: ['为提高测试水平，现将起草的办法向社会公布。', text, '联系电话：0533-7100001'],
});
function pagesOf(docs: readonly Doc[]): CheckCase['pages'] {
  const entries = docs.map(({ title: name, date }, i): TestEntry => ({ title: name, date, url: `/ask/doc_${i}.html` }));
  const pages = docs.map(({ title: name, date, texts }, i) => {
    const body = paragraphs(...texts);
    return [`/ask/doc_${i}.html`, articlePage({ title: name, metadata: { 发布日期: date }, body })] as const;
  });
  return { '/ask/': listPage(entries), ...Object.fromEntries(pages) };
}
const about = (name: string, docs: readonly Doc[], ...expect: CheckCase['expect']): CheckCase => ({
  ...{ name, asOf, columns, pages: pagesOf(docs), expect },
});
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const short = { verdict: 'fail', message: 'short', subject: at(0), advisory: false } as const;
const silent = { verdict: 'fail', message: 'no-feedback', subject: at(0), advisory: true } as const;
const open = { verdict: 'inconclusive', subject: 'lzqcsj', reason: 'unparsed' } as const;
const LONG = '征求意见时间为2023年5月8日至2023年6月8日。';
const result = (name: string, text = '期间未收到意见。'): Doc => ({ title: name, date: '2023-06-20', texts: [text] });

const cases: readonly CheckCase[] = [
  about('thirty days', [call('征求意见时间为2023年7月10日至2023年8月8日。')], pass),
  about(
    'twenty-nine days',
    [call('征求意见时间为2023年7月10日至2023年8月7日。')],
    { ...short, says: '29天（2023-07-10至2023-08-07），少于30天' },
    pass,
  ),
  about('a stated number of days', [call('公示期为7天。')], short, pass),
  about('a day by which', [call('请于2023年7月20日前将意见反馈至邮箱。')], short, pass),
  about('working days', [call('自公告发布之日起10个工作日内反馈意见。')], short, pass),
  about('a reason is given', [call('因情况紧急，征求意见期限为7天。')], pass),
  about('no period can be read', [call('欢迎提出意见和建议。')], open),
  about('a period that lost characters', [call('征求意见时间为20237月10日至7月2日。')], open),
  about('no draft', [{ ...call('请于2023年7月20日前反馈意见。'), title: '关于征集民生实事意见建议的公告' }], pass),
  about('of before the regulation', [call('征求意见时间为2019年7月10日至2019年7月20日。', '2019-07-10')], pass),
  about('days that no calendar knows', [call('自公告发布之日起10个工作日内反馈意见。', '2027-07-10')], {
    ...open,
    reason: 'calendar-gap',
  }),
  {
    ...about('a file that may give the reason', [], open),
    pages: {
      ...pagesOf([call('公示期为7天。')]),
      '/ask/doc_0.html': articlePage({
        ...{ title, metadata: { 发布日期: '2023-07-10' }, body: paragraphs('公示期为7天。') },
        files: [{ name: '起草说明.pdf', url: '/ask/note.pdf' }],
      }),
      '/ask/note.pdf': { fault: 'timeout' },
    },
    expect: [{ ...open, reason: 'not-fetched' }],
  },

  about(
    'closed two months ago, and nothing since',
    [call(LONG, '2023-05-08')],
    { ...silent, says: '2023-06-08结束' },
    pass,
  ),
  about('closed last week', [call('征求意见时间为2023年7月1日至2023年8月1日。', '2023-07-01')], pass),
  about('what came of it', [call(LONG, '2023-05-08'), result('《测试项目管理办法》征求意见情况的公告')], pass),
  about('the same under a short title', [call(LONG, '2023-05-08'), result('测试项目管理办法意见采纳情况')], pass),
  about('on the page itself', [call(`${LONG}期间共收到意见3条，均已采纳。`, '2023-05-08')], pass),
  about(
    'what came of another matter',
    [call(LONG, '2023-05-08'), result('《节水宣传工作方案》征求意见情况的公告')],
    silent,
    pass,
  ),
  {
    ...about('what came of it may be what was not read', [], open),
    pages: {
      ...pagesOf([call(LONG, '2023-05-08'), result('公告')]),
      '/ask/doc_1.html': { fault: 'timeout' },
    },
    expect: [{ ...open, reason: 'not-fetched' }],
  },
  { ...about('out of reach', []), pages: { '/ask/': { fault: 'blocked' } }, expect: [{ ...open, reason: 'blocked' }] },
  about('nothing was asked', [], pass),
  {
    ...about('no such column', []),
    columns: [{ topic: 'other', url: '/ask/' }],
    expect: [{ verdict: 'not-applicable' }],
  },
];

describe('consultation', () => {
  it.each(cases)('$name', (one) => testCheck(consultation, [one]));
});
