import { describe, it } from 'vitest';
import { type CivilDate, parseCivilDate } from '../kit.ts';
import { articlePage, type CheckCase, listPage, paragraphs, type TestEntry, table, testCheck } from '../testing.ts';
import leadership from './check.ts';

const asOf = '2023-08-08';
const own = { topic: 'leadership', url: '/leaders/' } as const;
const org = { topic: 'org-functions', url: '/org/' } as const;
const notices = { topic: 'personnel', url: '/personnel/' } as const;

interface Doc {
  readonly title: string;
  readonly date: string;
  readonly body: string;
}
type Person = readonly [name: string, post: string];
const OLD: readonly Person[] = [
  ['张启明', '党组书记、局长'],
  ['李晓燕', '党组成员、副局长'],
];
const NEW: readonly Person[] = [
  ['张启明', '党组书记、局长'],
  ['周文涛', '党组成员、副局长'],
];
const asTable = (people: readonly Person[]): string =>
  table(['姓名', '职务', '工作分工'], ...people.map(([name, post]) => [name, post, '分管有关工作']));
const division = (people: readonly Person[], date = '2022-05-16', title = '临淄区测试局领导分工'): Doc => ({
  title,
  date,
  body: asTable(people),
});
const functions = (people: readonly Person[], date = '2021-08-20'): Doc => ({
  title: '临淄区测试局职能配置及内设机构',
  date,
  body: `${paragraphs('一、主要职能', '承担测试管理和服务工作。', '二、领导成员')}${asTable(people)}${paragraphs('办公室：负责机关日常运转。')}`,
});
const notice = (date: string, text: string): Doc => ({
  title: '关于周文涛同志任职的通知',
  date,
  body: paragraphs(text),
});

function columnPages(at: string, docs: readonly Doc[]): CheckCase['pages'] {
  const entries = docs.map(({ title, date }, i): TestEntry => ({ title, date, url: `${at}doc_${i}.html` }));
  return {
    [at]: listPage(entries),
    ...Object.fromEntries(docs.map((one, i) => [`${at}doc_${i}.html`, articlePage(one)])),
  };
}
const pages = (ownDocs: readonly Doc[], orgDocs: readonly Doc[], noticeDocs?: readonly Doc[]): CheckCase['pages'] => ({
  ...columnPages(own.url, ownDocs),
  ...columnPages(org.url, orgDocs),
  ...(noticeDocs ? columnPages(notices.url, noticeDocs) : {}),
});

const day = (text: string): CivilDate => parseCivilDate(text) as CivilDate;
const person = (name: string, post: string, from: string, until: string | null = null) => ({
  unit: 'lzqcsj',
  name,
  post,
  duties: '',
  from: day(from),
  until: until === null ? null : day(until),
});
const changedOn = (from: string) => ({
  personnel: [
    person('张启明', '党组书记、局长', '2020-03-02'),
    person('李晓燕', '党组成员、副局长', '2020-06-01', '2023-04-09'),
    person('周文涛', '党组成员、副局长', from),
  ],
});
const registers = changedOn('2023-04-10');
const pass = { verdict: 'pass', message: null, subject: 'lzqcsj' } as const;
const fail = (message: string, says: string) =>
  ({ verdict: 'fail', message, subject: 'lzqcsj', advisory: false, says }) as const;

const cases: readonly CheckCase[] = [
  {
    name: 'no change known',
    asOf,
    columns: [own, org],
    pages: pages([division(OLD)], [functions(OLD)]),
    expect: [pass],
  },
  {
    name: 'a change shown in place',
    asOf,
    columns: [own, org],
    registers,
    pages: pages([division(NEW)], [functions(NEW)]),
    expect: [pass],
  },
  {
    name: 'a change that no page shows',
    asOf,
    columns: [own, org],
    registers,
    pages: pages([division(OLD)], [functions(OLD)]),
    expect: [fail('stale', '周文涛')],
  },
  {
    name: 'a change that a picture may show',
    asOf,
    columns: [own, org],
    registers,
    pages: pages(
      [{ ...division(OLD), body: '<p>领导班子成员分工情况如下：</p><img src="/leaders.jpg">' }],
      [functions(OLD)],
    ),
    expect: [{ verdict: 'inconclusive', reason: 'unparsed' }],
  },
  {
    name: 'a rank given to one whom the pages name by post',
    asOf,
    columns: [own, org, notices],
    pages: pages([division(OLD)], [functions(OLD)], [notice('2023-04-10', '任命李晓燕为临淄区测试局四级调研员。')]),
    expect: [pass],
  },
  {
    name: 'a change of twenty working days ago',
    asOf: '2023-05-09',
    columns: [own, org],
    registers: { personnel: [person('周文涛', '党组成员、副局长', '2023-04-10')] },
    pages: pages([division(OLD)], [functions(OLD)]),
    expect: [pass],
  },
  {
    name: 'a change of twenty-one working days ago',
    asOf: '2023-05-10',
    columns: [own, org],
    registers: { personnel: [person('周文涛', '党组成员、副局长', '2023-04-10')] },
    pages: pages([division(OLD)], [functions(OLD)]),
    expect: [fail('stale', '周文涛')],
  },
  {
    name: 'posted as a new document while the item stays as it was',
    asOf,
    columns: [own, org],
    registers,
    pages: pages([division(NEW, '2023-04-18', '临淄区测试局关于调整领导分工的通知'), division(OLD)], [functions(OLD)]),
    expect: [fail('misplaced', '关于调整领导分工的通知')],
  },
  {
    name: 'changed on one of two pages',
    asOf,
    columns: [own, org],
    registers,
    pages: pages([division(NEW)], [functions(OLD)]),
    expect: [fail('mismatch', '周文涛')],
  },
  {
    name: 'different people without any change known',
    asOf,
    columns: [own, org],
    pages: pages([division([['张启明', '局长']])], [functions([['王建国', '局长']])]),
    expect: [fail('mismatch', '王建国')],
  },
  {
    name: 'an appointment on the site that is newer than the pages',
    asOf,
    columns: [own, org, notices],
    pages: pages(
      [division(OLD)],
      [functions(OLD)],
      [notice('2023-04-10', '经研究决定，任命周文涛同志为临淄区测试局副局长。')],
    ),
    expect: [fail('stale', '周文涛')],
  },
  {
    name: 'an appointment older than the pages proves nothing: people move on',
    asOf,
    columns: [own, org, notices],
    pages: pages(
      [division(OLD)],
      [functions(OLD)],
      [notice('2019-04-10', '经研究决定，任命周文涛同志为临淄区测试局副局长。')],
    ),
    expect: [pass],
  },
  {
    name: 'an appointment to another unit',
    asOf,
    columns: [own, org, notices],
    pages: pages(
      [division(OLD)],
      [functions(OLD)],
      [notice('2023-04-10', '经研究决定，任命周文涛同志为临淄区演练局副局长。')],
    ),
    expect: [pass],
  },
  {
    name: 'one page for each leader',
    asOf,
    columns: [own],
    registers,
    pages: columnPages(own.url, [
      division(NEW.slice(0, 1), '2022-05-16', '张启明'),
      division(NEW.slice(1), '2023-04-12', '周文涛'),
    ]),
    expect: [pass],
  },
  {
    name: 'the org-functions page is out of reach',
    asOf,
    columns: [own, org],
    registers,
    pages: { ...pages([division(OLD)], [functions(OLD)]), '/org/': { fault: 'timeout' } },
    expect: [{ verdict: 'inconclusive', reason: 'not-fetched' }],
  },
  {
    name: 'the notices are out of reach',
    asOf,
    columns: [own, org, notices],
    pages: { ...pages([division(OLD)], [functions(OLD)]), '/personnel/': { fault: 'blocked' } },
    expect: [{ verdict: 'inconclusive', reason: 'blocked' }],
  },
  {
    name: 'leaders in a picture',
    asOf,
    columns: [own],
    registers,
    pages: columnPages(own.url, [{ ...division(OLD), body: '<img src="/leaders/a.png">' }]),
    expect: [{ verdict: 'inconclusive', reason: 'unparsed' }],
  },
];

describe('leadership', () => {
  it.each(cases)('$name', (one) => testCheck(leadership, [one]));
});
