import { describe, expect, it } from 'vitest';
import { loadRulebook } from './rulebook.ts';
import { problemsOf, written } from './sample.fixture.ts';
import { shippedNames } from './shipped.ts';

const BOOK = `version: 1
id: ours
title: 示例考核办法
base: 15
coverageMax: 5
groups:
  - id: guide
    title: 指南
    points: 0.5
    messages: [guide/missing, guide/stale]
    basis:
      - { document: 示例〔2021〕1号, clause: 第一条 }
params:
  guide: { chargeFrom: '04-01' }
`;
const YEAR = `year:
  quarters: 80
  yearEnd: 20
  items:
    - { id: plan, title: 方案落实, kind: deduction, max: 5, basis: [{ document: 示例〔2021〕1号, clause: 第二条 }] }
`;
const load = (text: string) => loadRulebook(written(text, 'ours.yaml'));

/** The ten groups that the office deducted for in 2023. */
const CHARGED = [
  'submissions',
  'policy-format',
  'rectification-feedback',
  'leadership',
  'guide',
  'annual-report',
  'enforcement-duties',
  'enforcement-staff-list',
  'double-random',
  'overdue-topic',
];

describe('a rulebook', () => {
  it('is read as written', () =>
    expect(load(BOOK)).toEqual({
      id: 'ours',
      title: '示例考核办法',
      base: 15,
      coverageMax: 5,
      groups: [
        {
          id: 'guide',
          title: '指南',
          points: 0.5,
          advisory: false,
          messages: ['guide/missing', 'guide/stale'],
          basis: [{ document: '示例〔2021〕1号', clause: '第一条' }],
        },
      ],
      params: { guide: { chargeFrom: '04-01' } },
    }));
  it('may know dearer cases', () => {
    const text = BOOK.replace(
      '    messages:',
      '    steps:\n      - { problems: 5, points: 1 }\n      - { nothingValid: true, points: 2 }\n      - { unrectified: true, points: 1 }\n    messages:',
    );
    expect(load(text).groups[0]?.steps).toEqual([
      { problems: 5, points: 1 },
      { nothingValid: true, points: 2 },
      { unrectified: true, points: 1 },
    ]);
  });

  it.each([
    ['message twice', BOOK.replace('guide/stale', 'guide/missing'), '10:31', 'guide/missing', '一个组'],
    ['message of no check', BOOK.replace('guide/stale', 'stale'), '10:31', 'stale', 'guide/stale'],
    ['unknown key', BOOK.replace('points:', 'point:'), '9:5', 'point', '是否指 points'],
    ['points of nothing', BOOK.replace('points: 0.5', 'points: 0'), '9:13', '0', 'advisory: true'],
    ['negative points', BOOK.replace('points: 0.5', 'points: -1'), '9:13', '-1', '0'],
    [
      'advisory with points',
      BOOK.replace('points: 0.5', 'points: 0.5\n    advisory: true'),
      '9:13',
      '0.5',
      'points: 0',
    ],
    [
      'no dearer case',
      BOOK.replace('    messages:', '    steps: [{ many: 5, points: 1 }]\n    messages:'),
      '10:13',
      '{"many":5,"points":1}',
      'problems: 5',
    ],
    ['two items of one name', `${BOOK}${YEAR}${YEAR.slice(YEAR.indexOf('    -'))}`, '20:13', 'plan', '不同'],
    ['an item that can take nothing', `${BOOK}${YEAR.replace('max: 5', 'max: 0')}`, '19:54', '0', '0.1'],
    ['no basis', BOOK.replace(/ {4}basis:\n.*\n/, '    basis: []\n'), '11:12', '[]', '不能为空'],
    ['parameters that are none', BOOK.replace("{ chargeFrom: '04-01' }", '04-01'), '14:10', '04-01', '键: 值'],
  ])('%s', (_, text, at, value, remedy) =>
    expect(problemsOf(() => load(text))).toContainEqual({
      at,
      what: expect.any(String),
      value,
      remedy: expect.stringContaining(remedy),
    }),
  );

  it('tells everything at once', () => {
    const group = BOOK.slice(BOOK.indexOf('  - id'), BOOK.indexOf('params'));
    const text = BOOK.replace('base: 15', 'base: 十五').replace('params:', `${group}params:`);
    expect(problemsOf(() => load(text)).map(({ at }) => at)).toEqual(['4:7', '13:9', '16:16', '16:31']);
  });
  it('that is not shipped is named with those that are', () =>
    expect(problemsOf(() => loadRulebook('linzi-2033'))).toEqual([
      {
        at: '',
        what: expect.any(String),
        value: 'linzi-2033',
        remedy: expect.stringMatching(/是否指 linzi-2023？.*linzi-default/),
      },
    ]));
});

describe('the shipped rulebooks', () => {
  it('are these', () => expect(shippedNames()).toEqual(['linzi-2023', 'linzi-default']));
  const [pilot, usual] = [loadRulebook('linzi-2023'), loadRulebook('linzi-default')];

  it('start from 15 points and 5 for key columns', () => {
    for (const book of [pilot, usual]) expect(book).toMatchObject({ base: 15, coverageMax: 5 });
  });
  it('linzi-2023 charges the ten groups of the bulletin and no other', () => {
    const charged = pilot.groups.filter(({ advisory }) => !advisory);
    expect(charged.map(({ id }) => id)).toEqual(CHARGED);
    expect(new Set(charged.map(({ points }) => points))).toEqual(new Set([0.5]));
  });
  it('linzi-2023 has dearer cases for submissions and annual reports only', () => {
    expect(pilot.groups.filter(({ steps }) => steps).map(({ id, steps }) => [id, steps])).toEqual([
      ['submissions', [{ nothingValid: true, points: 1 }]],
      ['annual-report', [{ problems: 5, points: 1 }]],
    ]);
  });
  it('linzi-default charges 0.5 in every group but privacy', () => {
    for (const { id, points, advisory } of usual.groups) {
      expect([id, points, advisory]).toEqual(id === 'privacy' ? [id, 0, true] : [id, 0.5, false]);
    }
  });
  it('have the same groups of the same messages', () => {
    const messagesOf = ({ groups }: typeof usual) => groups.map(({ id, title, messages }) => ({ id, title, messages }));
    expect(messagesOf(usual)).toEqual(messagesOf(pilot));
  });
  it('differ in that linzi-default counts neither articles nor praise', () => {
    expect(usual.params.submissions).toMatchObject({
      enabled: false,
      disabledBy: expect.stringContaining('2024年'),
    });
    expect(pilot.params.submissions).not.toHaveProperty('enabled');
    const off = ({ year }: typeof usual) => year?.items.filter((item) => item.off).map(({ id }) => id);
    expect([off(usual), off(pilot)]).toEqual([['praise'], []]);
  });
  it('reckon a year of 100 points with the six items of the year-end assessment', () => {
    for (const { year } of [pilot, usual]) {
      expect(year).toMatchObject({ quarters: 80, yearEnd: 20 });
      expect(year?.items.map(({ kind }) => kind)).toEqual([...Array(4).fill('deduction'), ...Array(2).fill('bonus')]);
      expect(year?.items.map(({ basis }) => basis[0]?.clause.at(-2))).toEqual([...'一二三四五六']);
    }
  });
  it('leave out the messages that are advisory by nature', () => {
    const named = pilot.groups.flatMap(({ messages }) => messages);
    for (const message of [
      'guide/incomplete',
      'guide/duplicate',
      'guide/old-law',
      'double-random/no-items',
      'links/dead',
    ]) {
      expect(named).not.toContain(message);
    }
    expect(named).toHaveLength(41);
  });
});
