import { describe, it } from 'vitest';
import { articlePage, type CheckCase, type Fault, listPage, type Page, paragraphs, testCheck } from '../testing.ts';
import links from './check.ts';

const asOf = '2023-08-08';
const columns = [
  { topic: 'other', name: '工作动态', url: '/news/' },
  { topic: 'policy-docs', name: '政策文件', url: '/policy/' },
] as const;
const entry = { title: '测试局开展学习活动', url: '/news/doc_1.html', date: '2023-03-10' };
const policy = { title: '关于测试工作的通知', url: '/policy/doc_2.html', date: '2023-03-09' };

const article = (one: typeof entry, body = ''): string =>
  articlePage({ ...one, body: `${paragraphs('近日，测试局开展学习活动，共二十人参加。')}${body}` });
const pages = (first: Page, second: Page = article(policy)): CheckCase['pages'] => ({
  '/news/': listPage([entry]),
  '/policy/': listPage([policy]),
  [entry.url]: first,
  [policy.url]: second,
});
const gone = (fault: Fault): Page => ({ fault });
const at = (path: string): string => `http://www.example.gov.cn${path}`;

const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const dead = { verdict: 'fail', message: 'dead', advisory: true } as const;
const open = { verdict: 'inconclusive', subject: 'lzqcsj' } as const;
const link = (url: string): string => `<p>详见<a href="${url}">通知原文</a></p>`;

const cases: readonly CheckCase[] = [
  { name: 'everything there', asOf, columns, pages: pages(article(entry, link(policy.url))), expect: [pass] },
  {
    name: 'a list names a page that is gone',
    ...{ asOf, columns, pages: pages(gone('not-found')) },
    expect: [{ ...dead, subject: at(entry.url), says: '“工作动态”栏目列表的链接“测试局开展学习活动”已失效' }, pass],
  },
  ...(['timeout', 'blocked', 'blank'] as const).map(
    (fault): CheckCase => ({
      name: `a page that did not come: ${fault}`,
      ...{ asOf, columns, pages: pages(gone(fault)) },
      expect: [open],
    }),
  ),
  {
    name: 'a text leads to a page that is gone',
    ...{ asOf, columns, pages: pages(article(entry, link(policy.url)), gone('not-found')) },
    expect: [
      { ...dead, subject: at(entry.url), says: '《测试局开展学习活动》正文的链接“通知原文”已失效' },
      { ...dead, subject: at(policy.url) },
      pass,
    ],
  },
  {
    name: 'a text leads to a column that is gone',
    ...{ asOf, columns, pages: { ...pages(article(entry, link('/policy/'))), '/policy/': gone('not-found') } },
    expect: [
      { ...dead, subject: at(entry.url) },
      { ...open, reason: 'not-found' },
    ],
  },
  ...['/col/col19985/index.html', 'http://www.other.gov.cn/doc.html', 'javascript:void(0)', '#top'].map(
    (url): CheckCase => ({
      name: `a link that nobody asked for: ${url}`,
      ...{ asOf, columns, pages: pages(article(entry, link(url))) },
      expect: [pass],
    }),
  ),
  {
    name: 'files and pictures',
    ...{ asOf, columns },
    pages: {
      ...pages(article(entry, '<p><a href="/news/one.pdf">附件.pdf</a><img src="/news/a.png" alt=""></p>')),
      '/news/one.pdf': gone('not-found'),
      '/news/a.png': gone('not-found'),
    },
    expect: [pass],
  },
];

describe('links', () => {
  it.each(cases)('$name', (one) => testCheck(links, [one]));
});
