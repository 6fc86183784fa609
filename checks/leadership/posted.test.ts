import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, table, testCheck } from '../testing.ts';
import leadership from './check.ts';

interface Doc {
  readonly title: string;
  readonly date: string;
  readonly body: string;
}
type People = readonly (readonly [name: string, post: string])[];

const asOf = '2023-08-08';
const COLUMNS = {
  own: { topic: 'leadership', url: '/leaders/' },
  org: { topic: 'org-functions', url: '/org/' },
  notices: { topic: 'personnel', url: '/personnel/' },
} as const;
const OLD: People = [
  ['张启明', '党组书记、局长'],
  ['李晓燕', '党组成员、副局长'],
];
const NEW: People = [
  ['张启明', '党组书记、局长'],
  ['周文涛', '党组成员、副局长'],
];
const list = (people: People): string =>
  table(['姓名', '职务', '工作分工'], ...people.map(([name, post]) => [name, post, '分管有关工作']));
const division = (people: People, date = '2022-05-16', title = '临淄区测试局领导分工'): Doc => ({
  title,
  date,
  body: list(people),
});
const functions = (people: People, date = '2021-08-20'): Doc => ({
  title: '临淄区测试局职能配置及内设机构',
  date,
  body: paragraphs('承担测试管理和服务工作。') + list(people),
});
const notice = (text: string, date = '2023-04-10'): Doc => ({
  title: '关于周文涛等同志任免职的通知',
  date,
  body: paragraphs(...text.split('\n')),
});
const APPOINTED = '任命周文涛为临淄区测试局副局长；\n免去李晓燕的临淄区测试局副局长职务。';

function caseOf(
  name: string,
  docs: Partial<Record<keyof typeof COLUMNS, readonly Doc[]>>,
  ...expect: CheckCase['expect']
): CheckCase {
  const used = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter((key) => docs[key]);
  const pages = used.flatMap((key) => {
    const entries = (docs[key] ?? []).map((doc, i) => ({ ...doc, url: `${COLUMNS[key].url}doc_${i}.html` }));
    return [
      [COLUMNS[key].url, listPage(entries)] as const,
      ...entries.map((one) => [one.url, articlePage(one)] as const),
    ];
  });
  return { name, asOf, columns: used.map((key) => COLUMNS[key]), pages: Object.fromEntries(pages), expect };
}
const fails = (message: string, says: string) => ({ verdict: 'fail', message, says, advisory: false }) as const;
const pass = { verdict: 'pass' } as const;
const perLeader = (people: People, ...dates: readonly string[]): readonly Doc[] =>
  people.map(([name, post], i) => ({
    title: name,
    date: dates[i] ?? '2022-03-01',
    body: paragraphs(`姓名：${name}`, `职务：${post}`, '分工：分管有关工作'),
  }));

const cases: readonly CheckCase[] = [
  caseOf(
    'a notice tells of it, a new list in the leadership column shows it, the item does not',
    {
      own: [division(OLD), division(NEW, '2023-04-20', '关于调整领导分工的通知')],
      org: [functions(OLD)],
      notices: [notice(APPOINTED)],
    },
    fails('misplaced', '周文涛任副局长'),
  ),
  caseOf(
    'the notice itself was posted in the leadership column',
    { own: [division(OLD), notice(APPOINTED, '2023-04-12')], org: [functions(OLD)] },
    fails('misplaced', '关于周文涛等同志任免职的通知'),
  ),
  caseOf(
    'a new list beside the old one is all that is known',
    { own: [division(OLD), division(NEW, '2023-04-20', '关于调整领导班子成员分工的通知')], org: [functions(OLD)] },
    fails('misplaced', '周文涛'),
  ),
  caseOf(
    'the same, and the item shows it',
    { own: [division(OLD), division(NEW, '2023-04-20', '关于调整领导分工的通知')], org: [functions(NEW)] },
    pass,
  ),
  caseOf(
    'an item that names the head alone shows no old state',
    {
      own: [division(NEW, '2023-04-20', '关于调整领导分工的通知')],
      org: [functions(OLD.slice(0, 1))],
      notices: [notice(APPOINTED)],
    },
    pass,
  ),
  caseOf(
    'notices of people who came and left years ago',
    {
      own: [division(NEW, '2023-05-01')],
      org: [functions(NEW, '2023-05-02')],
      notices: [
        notice(APPOINTED),
        notice('任命赵前程为临淄区测试局局长。', '2016-04-10'),
        notice('任命钱有为为临淄区测试局副局长。', '2018-04-10'),
      ],
    },
    pass,
  ),
  caseOf(
    'an appointment with its rank in brackets',
    {
      own: [division(OLD)],
      org: [functions(OLD)],
      notices: [notice('任命周文涛为临淄区测试局副局长（列李晓燕之后）。')],
    },
    fails('stale', '周文涛任副局长'),
  ),
  caseOf(
    'a page for each leader, brought up to date',
    {
      own: perLeader(NEW, '2022-03-01', '2023-04-20'),
      org: [functions(NEW, '2023-04-21')],
      notices: [notice(APPOINTED)],
    },
    pass,
  ),
  caseOf(
    'two of a post whom the other side does not know, either way',
    {
      own: [
        division([
          ['张启明', '局长'],
          ['刘向东', '副局长'],
          ['周文涛', '副局长'],
        ]),
      ],
      org: [
        functions([
          ['张启明', '局长'],
          ['李晓燕', '副局长'],
          ['陈志远', '副局长'],
        ]),
      ],
    },
    fails('mismatch', '副局长：领导分工为刘向东、周文涛，机构职能为李晓燕、陈志远'),
  ),
];

describe('changes told by notices and by what was posted', () => {
  it.each(cases)('$name', (one) => testCheck(leadership, [one]));
});
