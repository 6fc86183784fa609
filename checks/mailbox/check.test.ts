import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, type Page, paragraphs, table, testCheck } from '../testing.ts';
import mailbox from './check.ts';

const asOf = '2023-08-08';
const columns = [{ topic: 'mailbox', name: '局长信箱', url: '/mail/' }] as const;
const title = '关于路灯不亮的咨询';
const subject = 'http://www.example.gov.cn/mail/doc_1.html';
const QUESTION = '来信内容：小区门口的路灯已有一周不亮，请安排维修。';
const ANSWER = '答复内容：经现场查看，已更换损坏的灯具，现已恢复照明。';

const letter = (body: string, date = '2023-06-20'): CheckCase['pages'] => ({
  '/mail/': listPage([{ title, url: '/mail/doc_1.html', date }]),
  '/mail/doc_1.html': articlePage({ title, date, body }),
});
const lines = (...texts: readonly string[]): string => paragraphs(...texts);
const about = (name: string, body: string, ...expect: CheckCase['expect']): CheckCase => ({
  ...{ name, asOf, columns, pages: letter(body), expect },
});
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const late = { verdict: 'fail', message: 'late', subject, advisory: false } as const;
const open = { verdict: 'inconclusive', subject: 'lzqcsj', reason: 'unparsed' } as const;

/** Labels above the letter's text, as a template prints them. */
const templated = (head: string): Page =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div class="content">
<table class="meta"><tr><th>标题</th><td>${title}</td></tr>${head}</table><h1>${title}</h1>
<div class="article" id="zoom">${lines(QUESTION, ANSWER)}</div></div></body></html>`;

const cases: readonly CheckCase[] = [
  about('in time', lines('来信时间：2023-06-01', QUESTION, '答复时间：2023-06-08', ANSWER), pass),
  about('within the grace', lines('来信时间：2023-06-01', QUESTION, '答复时间：2023-06-12', ANSWER), pass),
  about(
    'a working day beyond it',
    lines('来信时间：2023-06-01', QUESTION, '答复时间：2023-06-13', ANSWER),
    { ...late, says: '2023-06-01收到，2023-06-13答复' },
    pass,
  ),
  about(
    'answered without a date, on a page that was published in time',
    lines('来信时间：2023-06-15', QUESTION, ANSWER),
    pass,
  ),
  about(
    'asked and solved under other names',
    lines('提问时间：2023-06-01', QUESTION, '解答时间：2023-06-20'),
    late,
    pass,
  ),
  {
    ...about('what the mailbox says of itself', '', pass),
    pages: {
      '/mail/': listPage([{ title: '局长信箱写信须知', url: '/mail/doc_1.html', date: '2023-06-20' }]),
      '/mail/doc_1.html': articlePage({
        title: '局长信箱写信须知',
        body: lines('本信箱受理群众来信，请使用真实姓名。'),
      }),
    },
  },
  about('a holiday between', lines('来信时间：2023-06-16', QUESTION, '答复时间：2023-06-28', ANSWER), pass),
  about(
    'both in one line, with hours',
    lines('来信时间：2023-06-01 09:12:33　回复时间：2023-06-20 10:00:00', QUESTION, ANSWER),
    late,
    pass,
  ),
  about(
    'in a table',
    table(['来信时间', '2023-06-01', '办结时间', '2023-06-20'], ['来信内容', '路灯不亮', '答复内容', '已经修好']),
    late,
    pass,
  ),
  about(
    'in a table with a header',
    table(['来信人', '来信时间', '答复时间'], ['群众', '2023-06-01', '2023-06-20']),
    late,
    pass,
  ),
  {
    ...about('above the text', '', late, pass),
    pages: {
      ...letter(''),
      '/mail/doc_1.html': templated(
        '<tr><th>来信时间</th><td>2023-06-01</td><th>答复时间</th><td>2023-06-20</td></tr>',
      ),
    },
  },
  about(
    'no answer, as the page says',
    lines('来信时间：2023-06-01', '办理状态：办理中', QUESTION),
    { ...late, says: '至今未答复' },
    pass,
  ),
  about(
    'an empty place for the answer',
    lines('来信时间：2023-06-01', QUESTION, '答复时间：', '答复内容：'),
    late,
    pass,
  ),
  about('an open letter of last week', lines('来信时间：2023-08-02', '办理状态：办理中', QUESTION), pass),
  about('an answer without a date', lines('来信时间：2023-06-01', QUESTION, ANSWER), open),
  about('nothing of an answer', lines('来信时间：2023-06-01', QUESTION), open),
  about('no date of the letter', lines(QUESTION, '答复时间：2023-06-20', ANSWER), open),
  about('a date that lost characters', lines('来信时间：202361', QUESTION, '答复时间：2023-06-20', ANSWER), open),
  about('a letter of before the rule', lines('来信时间：2020-06-01', QUESTION, '答复时间：2020-09-01', ANSWER), pass),
  about('a letter that is kept back', lines('来信时间：2023-06-01', '来信人选择不公开信件内容。'), {
    ...open,
    reason: 'login',
  }),
  about('a year that no calendar knows', lines('来信时间：2027-06-01', QUESTION, '答复时间：2027-06-20', ANSWER), {
    ...open,
    reason: 'calendar-gap',
  }),
  {
    ...about('out of reach', '', { ...open, subject: 'lzqcsj', reason: 'blocked' }),
    pages: { '/mail/': { fault: 'blocked' } },
  },
  { ...about('an empty mailbox', '', pass), pages: { '/mail/': listPage([]) } },
  {
    ...about('no mailbox', '', { verdict: 'not-applicable', reason: 'no-column' }),
    columns: [{ topic: 'other', url: '/mail/' }],
  },
];

describe('mailbox', () => {
  it.each(cases)('$name', (one) => testCheck(mailbox, [one]));
});
