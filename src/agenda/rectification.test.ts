import { describe, expect, it } from 'vitest';
import type { PublishedBulletin, PublishedItem } from '../model/bulletin.ts';
import type { Ref } from '../model/evidence.ts';
import type { FeedbackRow } from '../model/register.ts';
import { agendaOn, day, look, NO_REGISTERS, passOn, periodOf, verdictOn } from './agenda.fixture.ts';

const stale: PublishedItem = { finding: 'water/guide/stale/guide/2023', group: 'guide', text: '指南未更新' };
const typo: PublishedItem = { finding: 'water/wording/typo/other/http://a/1', group: null, text: '错别字' };
const bulletin = (...items: PublishedItem[]): PublishedBulletin => ({
  period: periodOf('2023Q2'),
  publishedOn: day('2023-08-15'),
  rectifyBy: day('2023-08-31'),
  items,
});
const seenOn = (capturedAt: string): Ref => ({
  url: 'http://a/',
  capturedAt: `${capturedAt}T01:00:00Z`,
  sha256: '',
  record: 'evidence/a#1',
});
const still = (on: string) => verdictOn('guide/stale', '2023', { topic: 'guide', evidence: [seenOn(on)] });
const fixed = passOn('guide', '2023', { topic: 'guide' });
const on = (today: string, told: PublishedBulletin | null, ...verdicts: ReturnType<typeof verdictOn>[]) =>
  agendaOn(today, [], { bulletin: told, looks: [look(today, '2023Q3', verdicts)] });

describe('what a bulletin told', () => {
  it('is to be put right by its deadline', () =>
    expect(on('2023-08-16', bulletin(stale, typo), still('2023-08-14'))).toMatchObject([
      {
        id: 'water/rectification/2023Q2/not-fixed',
        kind: 'rectification',
        title: '整改2023年第二季度通报所列问题（共2项，待复查1项，不再判定1项）',
        due: '2023-08-31',
        state: 'open',
        points: 1,
        overdue: false,
      },
    ]));

  it.each([
    ['seen again since', [still('2023-08-16')], 'open', '共1项，未整改1项'],
    ['fixed', [fixed], 'filled', '共1项，已整改1项'],
    ['not asked any more', [], 'open', '共1项，不再判定1项'],
  ] as const)('%s', (_, verdicts, state, says) =>
    expect(on('2023-08-17', bulletin(stale), ...verdicts)).toMatchObject([
      { state, title: `整改2023年第二季度通报所列问题（${says}）` },
    ]),
  );

  it.each([
    ['seen after the deadline', [still('2023-09-01')], [['open', true]]],
    ['last seen before it', [still('2023-08-31')], [['unknown', false]]],
    ['fixed', [fixed], []],
    ['not asked any more', [], []],
  ] as const)('is overdue only where it was seen since: %s', (_, verdicts, expected) =>
    expect(on('2023-09-02', bulletin(stale), ...verdicts).map(({ state, overdue }) => [state, overdue])).toEqual(
      expected,
    ),
  );

  it('is not known without an audit, and costs nothing where it was only pointed out', () => {
    expect(agendaOn('2023-08-16', [], { bulletin: bulletin(typo) })).toMatchObject([
      { title: '整改2023年第二季度通报所列问题（共1项，待复查1项）', points: 0 },
    ]);
  });

  it('is nothing where nothing was told, or not yet', () => {
    expect(on('2023-08-16', bulletin())).toEqual([]);
    expect(on('2023-08-14', bulletin(stale))).toEqual([]);
    expect(on('2023-08-16', null)).toEqual([]);
  });
});

const feedback = (period: string, due: string, received: string | null): FeedbackRow => ({
  unit: 'water',
  period: periodOf(period),
  due: day(due),
  received: received === null ? null : day(received),
});

describe('feedback', () => {
  const rows = (today: string, row: FeedbackRow, looks: ReturnType<typeof look>[] = []) =>
    agendaOn(today, [], { registers: { ...NO_REGISTERS, feedback: [row] }, looks });

  it('is owed by its own date', () =>
    expect(rows('2023-08-16', feedback('2023Q2', '2023-08-31', null))).toMatchObject([
      {
        id: 'water/rectification/2023Q2/feedback-late',
        title: '反馈2023年第二季度通报问题的整改情况',
        due: '2023-08-31',
        state: 'open',
        points: 1,
      },
    ]));

  it.each([
    ['in', feedback('2023Q2', '2023-08-31', '2023-08-16'), [['filled', false]]],
    ['late', feedback('2023Q1', '2023-05-11', null), [['open', true]]],
    ['late and in', feedback('2023Q1', '2023-05-11', '2023-06-01'), []],
    ['of a quarter that no audit looks at any more', feedback('2022Q4', '2023-02-11', null), []],
  ])('%s', (_, row, expected) =>
    expect(rows('2023-08-16', row).map(({ state, overdue }) => [state, overdue])).toEqual(expected),
  );

  it('is not answered by what was said of putting things right', () => {
    const verdicts = [
      verdictOn('rectification/not-fixed', '2023Q1', { column: null }),
      verdictOn('rectification/feedback-late', '2023Q1', { column: null }),
    ];
    const [item] = rows('2023-08-08', feedback('2023Q1', '2023-05-11', null), [look('2023-08-08', '2023Q2', verdicts)]);
    expect(item?.finding).toBe(verdicts[1]?.id);
  });
});
