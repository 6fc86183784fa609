import { describe, it } from 'vitest';
import { type CivilDate, periodAt } from '../kit.ts';
import { articlePage, type CheckCase, listPage, type Page, paragraphs, testCheck } from '../testing.ts';
import blankColumn from './check.ts';

const asOf = '2023-08-08';
const url = '/news/';
const subject = 'http://www.example.gov.cn/news/';
const column = { topic: 'other', name: '工作动态', url } as const;
const about = (name: string, page: Page, ...expected: CheckCase['expect']): CheckCase => ({
  ...{ name, asOf, columns: [column], pages: { [url]: page }, expect: expected },
});
const pass = { verdict: 'pass', subject } as const;
const empty = {
  verdict: 'fail',
  message: 'empty',
  subject,
  state: 'empty',
  advisory: false,
  says: '工作动态',
} as const;
const frame = (content: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>栏目</title></head><body>${content}</body></html>`;
const noEvent = (year: number) => ({
  ...({ unit: 'lzqcsj', topic: 'other', reason: '本单位没有此类事项', url: '' } as const),
  period: periodAt('year', `${year}-01-01` as CivilDate),
});
const notApplicable = { verdict: 'not-applicable', reason: 'no-column' } as const;

const cases: readonly CheckCase[] = [
  about('nothing in it', listPage([]), empty),
  {
    ...about(
      'something in it',
      listPage([{ title: '测试局开展学习活动', url: '/news/1.html', date: '2020-03-10' }]),
      pass,
    ),
    pages: {
      [url]: listPage([{ title: '测试局开展学习活动', url: '/news/1.html', date: '2020-03-10' }]),
      '/news/1.html': articlePage({ title: '测试局开展学习活动', body: paragraphs('近日，测试局开展学习活动。') }),
    },
  },
  about(
    'something in it that could not be read',
    listPage([{ title: '测试局开展学习活动', url: '/news/1.html', date: '2020-03-10' }]),
    pass,
  ),
  about('a list that a script fills', frame('<div id="list"></div><script src="/list.js"></script>'), {
    verdict: 'inconclusive',
    subject,
    reason: 'unreadable-list',
  }),
  about('out of reach', { fault: 'timeout' }, { verdict: 'inconclusive', subject, reason: 'not-fetched' }),
  about('gone', { fault: 'not-found' }, { verdict: 'inconclusive', subject, reason: 'not-found' }),
  about(
    'a page that says there is no such matter',
    articlePage({ title: '关于工作动态的说明', date: '2023-01-05', body: paragraphs('本单位无此项工作，特此说明。') }),
    pass,
  ),
  {
    ...about('a parent of other columns', listPage([]), pass),
    columns: [column, { topic: 'policy-docs', url: '/news/policy/' }],
  },
  {
    ...about('a notice in the register', listPage([]), { verdict: 'pass', subject, state: 'no-event' }),
    registers: { 'no-event': [noEvent(2023)] },
  },
  {
    ...about('a notice of another year', listPage([]), empty),
    registers: { 'no-event': [noEvent(2021)] },
  },
  {
    ...about('a topic of another check', listPage([]), notApplicable),
    columns: [{ ...column, topic: 'interpretation' }],
  },
  {
    ...about('a cadence of its own', listPage([]), notApplicable),
    columns: [{ ...column, every: 'quarter', due: { kind: 'days', days: 20 } }],
  },
];

describe('blank-column', () => {
  it.each(cases)('$name', (one) => testCheck(blankColumn, [one]));
});
