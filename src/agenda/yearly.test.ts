import { describe, expect, it } from 'vitest';
import { agendaOn, column, day, inputOn, look, passOn, TERMS, unit, verdictOn } from './agenda.fixture.ts';
import { agenda } from './agenda.ts';

const guide = column('guide', { name: '公开指南' });
const report = column('annual-report', { name: '公开年报' });
const random = column('double-random', { name: '双随机一公开' });
const ofGuide = { topic: 'guide' } as const;
const ofReport = { topic: 'annual-report' } as const;
const ofRandom = { topic: 'double-random' } as const;
const days = (items: ReturnType<typeof agendaOn>) => items.map(({ due, points }) => [due, points]);

describe('the guide of the year', () => {
  it.each([
    ['2022-12-31', []],
    ['2023-01-01', [['2023-03-31', 0.6]]],
    ['2023-03-31', [['2023-03-31', 0.6]]],
    ['2023-04-01', []],
  ])('is on the calendar from 1 January until it is charged: %s', (today, expected) =>
    expect(days(agendaOn(today, [guide]))).toEqual(expected),
  );

  it('says where, until when, and what follows', () =>
    expect(agendaOn('2024-02-29', [guide])[0]).toMatchObject({
      id: 'water/guide/guide/2024/stale',
      kind: 'guide',
      title: '在“公开指南”栏目更新2024年信息公开指南',
      note: '2024-04-01起仍未更新的减分',
      column: guide.url,
      topic: 'guide',
      basis: TERMS.basis.guide,
    }));

  it('goes by the day that the rulebook names', () => {
    const terms = { ...TERMS, guideChargedFrom: '07-01' as never };
    expect(days(agendaOn('2023-05-20', [guide], { terms }))).toEqual([['2023-06-30', 0.6]]);
    expect(days(agendaOn('2023-01-01', [guide], { terms: { ...TERMS, guideChargedFrom: '01-01' as never } }))).toEqual([
      ['2023-01-01', 0.6],
    ]);
  });

  it('is filled by a pass on this year, not by last year’s, and not hurt by advisories', () => {
    const said = (...verdicts: Parameters<typeof look>[2][]) =>
      agendaOn('2023-02-08', [guide], { looks: [look('2023-02-08', '2023Q1', verdicts.flat() as never)] })[0]?.state;
    expect(said([passOn('guide', '2023', ofGuide)])).toBe('filled');
    expect(said([passOn('guide', '2022', ofGuide)])).toBe('open');
    expect(said([verdictOn('guide/incomplete', '2023', ofGuide), passOn('guide', '2023', ofGuide)])).toBe('filled');
    expect(said([verdictOn('guide/stale', '2023', { ...ofGuide, advisory: true })])).toBe('open');
    expect(said([verdictOn('guide', '2023', { ...ofGuide, verdict: 'inconclusive' })])).toBe('unknown');
  });

  it('is overdue where an audit saw it after the day, unknown where none has looked since', () => {
    const stale = verdictOn('guide/stale', '2023', ofGuide);
    const on = (asOf: string, verdicts = [stale]) =>
      agendaOn('2023-08-08', [guide], { looks: [look(asOf, '2023Q2', verdicts)] });
    expect(on('2023-08-08')).toMatchObject([{ due: '2023-03-31', overdue: true, points: 0.6, finding: stale.id }]);
    expect(on('2023-03-31')).toMatchObject([{ due: '2023-03-31', overdue: false, state: 'unknown' }]);
    expect(on('2023-08-08', [])).toEqual([]);
    expect(on('2023-08-08', [passOn('guide', '2023', ofGuide)])).toEqual([]);
  });

  it('is owed where there is a column for it', () => expect(agendaOn('2023-02-08', [])).toEqual([]));
});

describe('the annual report', () => {
  it('falls due across the turn of the year', () => {
    expect(agendaOn('2023-12-10', [report])).toMatchObject([
      {
        due: '2024-01-31',
        title: '在“公开年报”栏目公开2023年政府信息公开工作年度报告',
        from: '2024-01-01',
        note: '自2024-01-01起可公开',
        points: 0.7,
      },
    ]);
    expect(agendaOn('2024-01-10', [report])).toMatchObject([{ due: '2024-01-31', from: null, workdaysLeft: 15 }]);
    expect(days(agendaOn('2024-02-01', [report]))).toEqual([]);
  });

  it('is there once anything but its absence was found', () => {
    const said = (...verdicts: ReturnType<typeof verdictOn>[]) =>
      agendaOn('2023-08-08', [report], { looks: [look('2023-08-08', '2023Q2', verdicts)] });
    expect(said(verdictOn('annual-report/late', '2022', ofReport))).toEqual([]);
    expect(said(verdictOn('annual-report/missing', '2020', { ...ofReport, advisory: true }))).toEqual([]);
    expect(said(verdictOn('annual-report/missing', '2022', ofReport))).toMatchObject([
      { due: '2023-01-31', overdue: true, points: 0.7 },
    ]);
  });
});

describe('random inspections', () => {
  const seen = (today: string, ...verdicts: ReturnType<typeof verdictOn>[]) =>
    agendaOn(today, [random], { looks: [look(today, '2023Q1', verdicts)] });

  it('owe last year’s results and, first pointed out and later charged, this year’s plan', () => {
    expect(seen('2023-02-08')).toMatchObject([
      {
        due: '2023-03-31',
        points: 0,
        title: '在“双随机一公开”栏目公开2023年度抽查工作计划',
        note: '2023-07-01起仍未公开的减分',
      },
      { due: '2023-03-31', points: 0.8, title: '在“双随机一公开”栏目公开2022年度抽查情况和查处结果' },
    ]);
    expect(days(seen('2023-04-01'))).toEqual([['2023-06-30', 0.8]]);
    expect(seen('2023-02-08')[0]?.id).toBe(seen('2023-04-01')[0]?.id);
  });

  it('tell plan and results apart', () => {
    const plan = passOn('double-random/no-plan', '2023', ofRandom);
    expect(seen('2023-02-08', plan).map(({ state }) => state)).toEqual(['filled', 'open']);
    const results = passOn('double-random/no-results', '2023', ofRandom);
    expect(seen('2023-02-08', results).map(({ state }) => state)).toEqual(['open', 'filled']);
  });

  it('are overdue where they were looked for', () => {
    const none = ['no-plan', 'no-results'].map((message) => verdictOn(`double-random/${message}`, '2023', ofRandom));
    expect(seen('2023-08-08', ...none)).toMatchObject([
      { due: '2023-03-31', overdue: true },
      { due: '2023-06-30', overdue: true },
    ]);
  });

  it('are charged at once where the rulebook gives no time', () => {
    const terms = { ...TERMS, planChargedFrom: TERMS.planFrom };
    expect(days(agendaOn('2023-02-08', [random], { terms }))[0]).toEqual(['2023-03-31', 0.8]);
    expect(days(agendaOn('2023-04-01', [random], { terms }))).toEqual([]);
  });

  it('are asked of units with enforcement power alone, while they are there', () => {
    const school = unit([random], { enforcement: false });
    expect(agenda(inputOn('2023-02-08', [], { unit: school }))).toEqual([]);
    const gone = unit([random], { until: day('2022-12-31') });
    expect(agenda(inputOn('2023-02-08', [], { unit: gone }))).toEqual([]);
  });
});
