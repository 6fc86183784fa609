import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, type Page, paragraphs, table, testCheck } from '../testing.ts';
import attachments from './check.ts';

const asOf = '2023-08-08';
const title = '关于做好测试工作的通知';
const TEXT = ['各科室：', '现就有关事项通知如下，请遵照执行。'] as const;
const SIGNED = ['临淄区测试局', '2023年3月10日'] as const;
const FILE = '/policy/one.pdf';
const PDF: Page = { body: '%PDF-1.4\nbroken', type: 'application/pdf' };

interface Doc {
  readonly topic?: 'policy-docs' | 'service-items' | 'other';
  readonly title?: string;
  readonly number?: string;
  readonly date?: string;
  readonly body?: string;
  readonly file?: Page;
  readonly fileName?: string;
}
function about(name: string, doc: Doc, ...expect: CheckCase['expect']): CheckCase {
  const { topic = 'policy-docs', number = '临测发〔2023〕3号', date = '2023-03-10', file, body } = doc;
  const page = {
    title: doc.title ?? title,
    metadata: { 发文字号: number, 发布日期: date },
    body: body ?? paragraphs(...TEXT, ...SIGNED),
    files: file === undefined ? [] : [{ name: doc.fileName ?? '测试办法.pdf', url: FILE }],
  };
  return {
    ...{ name, asOf, columns: [{ topic, name: '政策文件', url: '/policy/' }], expect },
    pages: {
      '/policy/': listPage([{ title: page.title, url: '/policy/doc_1.html', date }]),
      '/policy/doc_1.html': articlePage(page),
      ...(file === undefined ? {} : { [FILE]: file }),
    },
  };
}
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const subject = 'http://www.example.gov.cn/policy/doc_1.html';
const none = { verdict: 'fail', message: 'none', subject, advisory: false } as const;
const broken = { verdict: 'fail', message: 'broken', subject, advisory: false } as const;
const unread = { verdict: 'inconclusive', message: null, subject: 'lzqcsj' } as const;
const lines = (...texts: readonly string[]): string => paragraphs(...TEXT, ...texts);
const LONG = '申请人应当如实填写有关情况，并对所提交材料的真实性负责。'.repeat(6);

const cases: readonly CheckCase[] = [
  about('a policy document without any file', {}, { ...none, says: '未提供可下载的文件' }, pass),
  about('one that has a file, though this program cannot read it', { file: PDF }, pass),
  about(
    'an annex printed as a table excuses the annex, not the missing download',
    { body: `${lines('附件：测试计划表', ...SIGNED)}${table(['单位', '件数'], ['测试局', '3'])}` },
    { ...none, says: '未提供可下载的文件' },
    pass,
  ),
  about(
    'an annex that is a picture',
    { body: `${lines('附件：测试流程图', ...SIGNED)}<p><img src="/a.png" alt=""></p>` },
    pass,
  ),
  about(
    'an annex printed under its name',
    { topic: 'service-items', title: '测试事项', body: lines('附件：测试计划表', '测试计划表', LONG.slice(0, 80)) },
    pass,
  ),
  about('news about a plan', { number: '', title: '测试局召开年度工作方案部署会' }, pass),
  about('what explains a policy document', { number: '', title: '《测试办法》政策解读' }, pass),
  about('one about explaining', { number: '', title: '关于做好政策解读工作的通知' }, none, pass),
  about('one of before the rule', { date: '2021-03-31' }, pass),
  about('one of its first day', { date: '2021-04-01' }, none, pass),
  about('a repost', { number: '鲁政办发〔2023〕3号' }, pass),
  about('an interpretation among the policy documents', { title: '测试办法解读', number: '' }, pass),
  about('news among the policy documents', { title: '测试局开展学习活动', number: '' }, pass),
  about('a link that offers a download', { body: lines('<a href="/get.do?id=3">下载Word版</a>') }, pass),
  about('a tab that a script fills', { body: lines('附件下载：') }, { ...unread, reason: 'unparsed' }),
  about('a picture for a text', { body: '<p><img src="/a.png" alt=""></p>' }, { ...unread, reason: 'unparsed' }),

  about(
    'an annex that is not there',
    { topic: 'service-items', number: '', body: lines('附件：1.测试申请表', '2.测试承诺书', ...SIGNED) },
    { ...none, says: '附件：1.测试申请表' },
    pass,
  ),
  about('an old document with a missing annex', { date: '2016-05-03', body: lines('附件：测试申请表') }, none, pass),
  about(
    'annexes printed below',
    { topic: 'service-items', number: '', body: lines('附件：1.测试申请表', ...SIGNED, '附件1', LONG) },
    pass,
  ),
  about(
    'an annex printed below under its own name',
    { topic: 'service-items', number: '', body: lines('附件：测试申请表', ...SIGNED, '测试申请表', LONG) },
    pass,
  ),
  about(
    'an annex in running text',
    { topic: 'service-items', number: '', body: lines('办理时提交附件所列材料，详见附件：申请表、承诺书等。') },
    pass,
  ),
  ...['附件：无', '附件：（另发）', '附件：涉密名单（不予公开）', '附件：'].map((line) =>
    about(`an annex not meant to be there: ${line}`, { topic: 'service-items', number: '', body: lines(line) }, pass),
  ),
  about('an annex named elsewhere', { topic: 'other', number: '', body: lines('附件：测试申请表') }, pass),

  about('a file that is gone', { file: { fault: 'not-found' } }, { ...broken, says: '文件地址已失效' }, pass),
  about(
    'a page given for a file',
    { topic: 'other', file: { body: '<html><body><p>您访问的内容不存在</p></body></html>' } },
    { ...broken, says: '文件内容是网页' },
    pass,
  ),
  about(
    'a file without content',
    { file: { body: '', type: 'application/pdf' } },
    { ...broken, says: '文件为空' },
    pass,
  ),
  about('a file that did not come', { file: { fault: 'timeout' } }, { ...unread, reason: 'not-fetched' }),
  about('a file that is kept back', { file: { fault: 'blocked' } }, { ...unread, reason: 'blocked' }),
  about('a blank page for a file', { file: { fault: 'blank' } }, { ...unread, reason: 'unreadable-attachment' }),
  {
    ...about('a list that names a file itself', { file: { fault: 'not-found' } }),
    pages: {
      '/policy/': listPage([{ title: '测试办法', url: FILE, date: '2023-03-10' }]),
      [FILE]: { fault: 'not-found' },
    },
    expect: [
      { ...broken, subject: `http://www.example.gov.cn${FILE}` },
      { ...unread, reason: 'not-found' },
    ],
  },
];

describe('attachments', () => {
  it.each(cases)('$name', (one) => testCheck(attachments, [one]));
});
