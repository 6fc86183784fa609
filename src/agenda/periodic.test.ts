import { describe, expect, it } from 'vitest';
import type { Column } from '../model/plan.ts';
import { agendaOn, column, day, inputOn, look, NO_REGISTERS, passOn, unit, verdictOn } from './agenda.fixture.ts';
import { agenda } from './agenda.ts';

const WD20 = { kind: 'working-days', days: 20 } as const;
const yearly = (monthDay: string, yearsLater = 1): Partial<Column> => ({
  every: 'year',
  due: { kind: 'date', monthDay: monthDay as never, yearsLater },
});
const monthly = column('statistics', { name: '统计数据', every: 'month', due: WD20 });
const dues = (items: ReturnType<typeof agendaOn>) => items.map(({ id, due }) => [id.split('/')[3], due]);

describe('what columns with a cadence owe', () => {
  it('is every slot that falls due in the window, its period over or not', () => {
    const items = agendaOn('2023-08-08', [monthly]);
    expect(items).toMatchObject([
      {
        id: 'water/periodic/statistics/2023-07/http://www.qinghe.example/statistics/',
        kind: 'periodic',
        title: '在“统计数据”栏目公开2023年7月信息',
        due: '2023-08-28',
        column: monthly.url,
        topic: 'statistics',
        state: 'open',
        points: 0.5,
        basis: [{ document: '考核办法', clause: '定期公开' }],
        from: null,
        note: null,
        workdaysLeft: 14,
        overdue: false,
        finding: null,
      },
      {
        title: '在“统计数据”栏目公开2023年8月信息',
        due: '2023-09-28',
        from: '2023-09-01',
        note: '自2023-09-01起可公开',
      },
    ]);
    expect(items).toHaveLength(2);
  });

  it.each([
    [
      'a month before Chinese New Year',
      '2024-02-20',
      monthly,
      [
        ['2024-01', '2024-03-04'],
        ['2024-02', '2024-03-28'],
      ],
    ],
    ['a quarter', '2023-07-01', { ...monthly, every: 'quarter' }, [['2023Q2', '2023-07-28']]],
    ['a half-year', '2023-07-01', { ...monthly, every: 'half-year' }, [['2023H1', '2023-07-28']]],
    ['a year, on a date of the next', '2023-08-08', { ...monthly, ...yearly('09-30') }, [['2022', '2023-09-30']]],
    ['a year, on a date of its own', '2023-02-01', { ...monthly, ...yearly('03-31', 0) }, [['2023', '2023-03-31']]],
    [
      'a leap February',
      '2024-02-15',
      { ...monthly, due: { kind: 'days', days: 1 } },
      [
        ['2024-02', '2024-03-01'],
        ['2024-03', '2024-04-01'],
      ],
    ],
    [
      'the last month of a year',
      '2022-12-31',
      { ...monthly, due: { kind: 'days', days: 20 } },
      [
        ['2022-12', '2023-01-20'],
        ['2023-01', '2023-02-20'],
      ],
    ],
  ] as const)('is due by the calendar: %s', (_, today, owes, expected) => {
    expect(dues(agendaOn(today, [owes as Column]))).toEqual(expected);
  });

  it('can be published before its year is over where it is due in it', () =>
    expect(agendaOn('2023-02-01', [{ ...monthly, ...yearly('03-31', 0) }])).toMatchObject([
      { from: null, note: null },
    ]));

  it('costs nothing where a miss is an advisory, and where it is waived', () => {
    expect(agendaOn('2023-08-20', [{ ...monthly, advise: true }])[0]?.points).toBe(0);
    const waiver = { unit: 'water', check: 'periodic', subject: '2023-07', by: '某甲', reason: '系统迁移' };
    const until = (end: string) =>
      agendaOn('2023-08-20', [monthly], {
        registers: {
          ...NO_REGISTERS,
          waivers: [
            { ...waiver, until: day(end) },
            { ...waiver, unit: 'x', until: null },
          ],
        },
      }).map(({ points }) => points);
    expect(until('2023-08-28')).toEqual([0, 0.5]);
    expect(until('2023-08-27')).toEqual([0.5, 0.5]);
  });

  it('is not owed for a time in which the unit was not there', () => {
    const gone = unit([monthly], { until: day('2023-06-30') });
    expect(agenda(inputOn('2023-08-08', [], { unit: gone }))).toEqual([]);
    const young = unit([monthly], { from: day('2023-07-15') });
    expect(dues(agenda(inputOn('2023-07-20', [], { unit: young })))[0]).toEqual(['2023-07', '2023-08-28']);
  });
});

describe('what the last audit says of a slot', () => {
  const items = (today: string, ...looks: ReturnType<typeof look>[]) => agendaOn(today, [monthly], { looks });
  const first = (...args: Parameters<typeof items>) => items(...args)[0];

  it('fills it by a pass or a notice alone', () => {
    expect(first('2023-08-08', look('2023-08-08', '2023Q3', [passOn('periodic', '2023-07')]))?.state).toBe('filled');
    const notDue = verdictOn('periodic', '2023-07', { verdict: 'not-applicable', reason: 'not-due' });
    expect(first('2023-08-08', look('2023-08-08', '2023Q3', [{ ...notDue, message: null }]))?.state).toBe('open');
    const elsewhere = passOn('periodic', '2023-07', { topic: 'fees' });
    expect(first('2023-08-08', look('2023-08-08', '2023Q3', [elsewhere]))?.state).toBe('open');
  });

  it('leaves it unknown where it could not be read', () => {
    const unread = { verdict: 'inconclusive', message: null } as const;
    const slot = verdictOn('periodic', '2023-07', unread);
    const whole = verdictOn('periodic', monthly.url, unread);
    for (const one of [slot, whole])
      expect(first('2023-08-08', look('2023-08-08', '2023Q3', [one]))).toMatchObject({
        state: 'unknown',
        note: '2023-08-08未能判定（栏目读取超时），请自行核对',
        overdue: false,
      });
  });

  it('makes it overdue where it was looked for after its due date', () => {
    const missing = verdictOn('periodic/overdue', '2023-06');
    expect(first('2023-08-08', look('2023-08-08', '2023Q2', [missing]))).toMatchObject({
      id: 'water/periodic/statistics/2023-06/http://www.qinghe.example/statistics/',
      due: '2023-07-28',
      state: 'open',
      overdue: true,
      points: 0.5,
      workdaysLeft: 0,
      note: '请补发',
      finding: missing.id,
    });
    const gap = verdictOn('periodic/gap', '2023-02', { advisory: true });
    expect(first('2023-08-08', look('2023-08-08', '2023Q2', [gap]))).toMatchObject({ overdue: true, points: 0 });
  });

  it('leaves out what is past due and there, and what nobody found wanting', () => {
    const said = look('2023-08-08', '2023Q2', [passOn('periodic', '2023-06')]);
    expect(dues(items('2023-08-08', said))).toEqual([
      ['2023-07', '2023-08-28'],
      ['2023-08', '2023-09-28'],
    ]);
    expect(dues(items('2023-08-08'))).toEqual([
      ['2023-07', '2023-08-28'],
      ['2023-08', '2023-09-28'],
    ]);
  });

  it('is not known where a slot fell due since, or its quarter was not audited', () => {
    const note = '到期后尚未判定（最近一次为2023-08-08），请自行核对';
    expect(first('2023-09-05', look('2023-08-08', '2023Q3'))).toMatchObject({
      due: '2023-08-28',
      state: 'unknown',
      note,
    });
    const late = first('2023-09-05', look('2023-09-04', '2023Q2'));
    expect(late).toMatchObject({ due: '2023-08-28', state: 'unknown', overdue: false });
  });

  it('is not asked of what fell due long ago and no audit speaks of', () => {
    const unread = verdictOn('periodic', monthly.url, { verdict: 'inconclusive', message: null });
    expect(dues(items('2023-08-08', look('2023-08-08', '2023Q2', [unread])))[0]).toEqual(['2023-07', '2023-08-28']);
    const [oldest] = items('2023-08-08', look('2021-08-08', '2021Q2'));
    expect(oldest).toMatchObject({ due: '2023-04-28', state: 'unknown' });
    const missing = verdictOn('periodic/gap', '2022-10');
    expect(first('2023-08-08', look('2023-02-08', '2022Q4', [missing]))).toMatchObject({
      due: '2022-11-28',
      overdue: true,
    });
  });

  it('is open, and not overdue, for two working days more', () => {
    const grace = (today: string) => first(today, look('2023-07-28', '2023Q2'));
    expect(grace('2023-08-01')).toMatchObject({ due: '2023-07-28', state: 'open', overdue: false });
    expect(grace('2023-08-02')).toMatchObject({ due: '2023-07-28', state: 'unknown', overdue: false });
  });

  it('is that of the quarter’s own audit, where a night made two', () => {
    const current = look('2023-08-08', '2023Q3', [verdictOn('periodic/gap', '2023-06', { advisory: true })]);
    const before = look('2023-08-08', '2023Q2', [verdictOn('periodic/overdue', '2023-06')]);
    expect(first('2023-08-08', current, before)).toMatchObject({ overdue: true, points: 0.5 });
    expect(first('2023-08-08', current)).toMatchObject({ overdue: true, points: 0 });
  });

  it('is not known where an older audit found it wanting and the newest does not', () => {
    const before = look('2023-08-07', '2023Q2', [verdictOn('periodic/overdue', '2023-06')]);
    const since = (...verdicts: ReturnType<typeof verdictOn>[]) => look('2023-08-08', '2023Q3', verdicts);
    expect(first('2023-08-08', since(), before)).toMatchObject({ state: 'unknown', overdue: false });
    const still = verdictOn('periodic/gap', '2023-06', { advisory: true });
    expect(first('2023-08-08', since(still), before)).toMatchObject({ overdue: true, points: 0.5 });
  });

  it('is asked of other units’ verdicts never', () => {
    const other = { ...passOn('periodic', '2023-07'), unit: 'forest' };
    expect(first('2023-08-08', look('2023-08-08', '2023Q3', [other]))?.state).toBe('open');
  });
});

describe('a year without working days on record', () => {
  it('has no due dates, and says from when on', () => {
    const [item, next] = agendaOn('2031-08-08', [monthly]);
    expect(item).toMatchObject({
      due: null,
      workdaysLeft: null,
      overdue: false,
      title: '在“统计数据”栏目公开2031年7月信息',
      note: '所涉年度的工作日安排尚未公布，期限暂不能确定（不早于2031-08-20）',
    });
    expect(next?.note).toMatch(/（不早于2031-09-20）；自2031-09-01起可公开$/);
  });
  it('still has those that are calendar days', () =>
    expect(agendaOn('2031-08-08', [{ ...monthly, ...yearly('09-30') }])[0]).toMatchObject({
      due: '2031-09-30',
      workdaysLeft: null,
    }));
  it('lists what the audit could not place, and accuses nobody', () => {
    const unplaced = verdictOn('periodic', '2031-05', {
      verdict: 'inconclusive',
      message: null,
      reason: 'calendar-gap',
    });
    const [item] = agendaOn('2031-08-08', [monthly], { looks: [look('2031-08-08', '2031Q2', [unplaced])] });
    expect(item).toMatchObject({ due: null, state: 'unknown', overdue: false, id: expect.stringContaining('2031-05') });
  });
});
