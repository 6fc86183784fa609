import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, type Page, paragraphs, testCheck } from '../testing.ts';
import interpretation from './check.ts';

const asOf = '2023-08-08';
const columns = [
  { topic: 'policy-docs', name: '规范性文件', url: '/policy/' },
  { topic: 'interpretation', name: '政策解读', url: '/read/' },
] as const;
const POLICY = '临淄区测试局关于印发《测试项目管理办法》的通知';
const READING = '《测试项目管理办法》政策解读';
const subject = 'http://www.example.gov.cn/policy/1.html';

interface Side {
  readonly title?: string;
  readonly date?: string;
  readonly link?: string;
  readonly number?: string;
  readonly text?: string;
}
function side(path: string, given: Side, standard: { title: string; text: string }): Record<string, Page> {
  const { title = standard.title, date = '2023-05-10', link, number = '', text = standard.text } = given;
  const anchor =
    link === undefined ? '' : `<p>相关页面：<a href="${link}">${link.startsWith('/read/') ? '解读' : '文件'}</a></p>`;
  return {
    [path]: listPage([{ title, url: `${path}1.html`, date }]),
    [`${path}1.html`]: articlePage({
      ...{ title, metadata: { 发文字号: number, 发布日期: date } },
      body: `${paragraphs(text)}${anchor}`,
    }),
  };
}
const policy = (given: Side = {}) =>
  side('/policy/', given, { title: POLICY, text: '各科室：现将办法印发给你们，请遵照执行。' });
const reading = (given: Side = {}) =>
  side('/read/', { link: '/policy/1.html', ...given }, { title: READING, text: '为规范测试项目管理，制定本办法。' });
const NOTHING: Record<string, Page> = { '/read/': listPage([]) };

const about = (name: string, pages: readonly Record<string, Page>[], ...expect: CheckCase['expect']): CheckCase => ({
  ...{ name, asOf, columns, pages: Object.assign({}, ...pages), expect },
});
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const late = { verdict: 'fail', message: 'late', subject, advisory: false } as const;
const unlinked = { verdict: 'fail', message: 'unlinked', subject, advisory: true } as const;
const open = { verdict: 'inconclusive', subject: 'lzqcsj' } as const;
const plain = { columns: [{ ...columns[0], name: '政策文件' }, columns[1]] };

const cases: readonly CheckCase[] = [
  about('on the same day', [policy(), reading()], pass),
  about('before it', [policy(), reading({ date: '2023-05-04' })], pass),
  about('within the grace', [policy(), reading({ date: '2023-05-17' })], pass),
  about(
    'a working day beyond it',
    [policy(), reading({ date: '2023-05-18' })],
    { ...late, says: '首份解读2023-05-18才发布，超过3个工作日' },
    pass,
  ),
  about('none at all', [policy(), NOTHING], { ...late, says: '至今未见解读' }, pass),
  about('none yet', [policy({ date: '2023-08-04' }), NOTHING], pass),
  about('of before the rule', [policy({ date: '2021-03-31' }), NOTHING], pass),
  { ...about('not a normative document', [policy(), NOTHING], pass), ...plain },
  {
    ...about('one that bears a registered number', [policy({ number: 'LZQCR-2023-0020001' }), NOTHING], late, pass),
    ...plain,
  },
  about('a repeal', [policy({ title: '临淄区测试局关于废止部分规范性文件的通知' }), NOTHING], pass),
  about('news in the column of normative documents', [policy({ title: '测试局开展学习活动' }), NOTHING], pass),
  about('a repost', [policy({ number: '鲁政发〔2023〕3号' }), NOTHING], pass),
  about(
    'by its number alone',
    [
      policy({ number: '临测发〔2023〕3号' }),
      reading({ title: '测试工作解读', text: '日前印发的临测发[2023] 3 号文件，解读如下。' }),
    ],
    pass,
  ),
  about('by a link alone', [policy({ link: '/read/1.html' }), reading({ title: '一图读懂', link: '/x.html' })], pass),
  about('one that may be about it', [policy(), reading({ title: '一图读懂测试项目管理', link: '/x.html' })], {
    ...open,
    reason: 'unparsed',
  }),
  about(
    'one about another matter',
    [policy(), reading({ title: '节水宣传工作方案解读', link: '/x.html' })],
    late,
    pass,
  ),
  about('a link to one that was not read', [policy({ link: '/read/9.html' }), NOTHING], {
    ...open,
    reason: 'unparsed',
  }),
  about(
    'one that did not come',
    [policy(), { ...reading({ title: '解读材料' }), '/read/1.html': { fault: 'timeout' } }],
    { ...open, reason: 'not-fetched' },
  ),
  about('the column of interpretations out of reach', [policy(), { '/read/': { fault: 'blocked' } }], {
    ...open,
    reason: 'blocked',
  }),
  about('days that no calendar knows', [policy({ date: '2027-05-10' }), reading({ date: '2027-06-10' })], {
    ...open,
    reason: 'calendar-gap',
  }),

  about('neither leads to the other', [policy(), reading({ link: '/x.html' })], unlinked, pass),
  about('only the document leads to it', [policy({ link: '/read/1.html' }), reading({ link: '/x.html' })], pass),
  {
    ...about('no column of interpretations', [policy()], { verdict: 'not-applicable', reason: 'no-column' }),
    columns: [columns[0]],
  },
];

describe('interpretation', () => {
  it.each(cases)('$name', (one) => testCheck(interpretation, [one]));
});
