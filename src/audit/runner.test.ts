import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ColumnFacts } from '../model/document.ts';
import type { NonEmpty, Ref } from '../model/evidence.ts';
import { type AnyCheck, defineCheck } from './check.ts';
import {
  columnAt,
  documentAt,
  factsOf,
  gapAt,
  refTo,
  rulebookWith,
  settingsWith,
  unitWith,
  unreadAt,
} from './facts.fixture.ts';
import { type AuditSettings, auditUnit, auditUnits, type CheckFault } from './runner.ts';

const column = columnAt('http://a/guide/');
const read = factsOf(column, [documentAt('http://a/guide/1', column)]);

const bare = {
  id: 'sample',
  title: '示例',
  topics: ['guide'],
  registers: ['personnel'],
  basis: [{ document: '示例文件', clause: '第一条' }],
  messages: {
    missing: { text: '未发布{year}年内容', fix: '请发布{year}年内容' },
    hint: { text: '建议', fix: '请完善', advisory: true },
  },
  params: z.strictObject({}),
  subject: () => '2023',
} as const;

type Run = Parameters<typeof defineCheck<'guide', typeof bare.messages, typeof bare.params, 'personnel'>>[0]['run'];
const sample = (run: Run, more: Partial<AnyCheck> = {}): AnyCheck =>
  ({ ...defineCheck({ ...bare, run }), ...more }) as AnyCheck;

function audit(
  check: AnyCheck,
  facts: readonly ColumnFacts[],
  more: Partial<AuditSettings> = {},
  unit = unitWith(facts.map((one) => one.column)),
) {
  const faults: CheckFault[] = [];
  const settings = settingsWith({
    checks: [{ check, file: null, params: {} }],
    onFault: (fault) => faults.push(fault),
    ...more,
  });
  return { verdicts: auditUnit(settings, { unit, columns: facts }), faults };
}
const failing: Run = ({ topic, report }) => {
  const found = topic('guide').find({ match: () => false });
  if (found.kind === 'absent') report.fail('missing', { year: 2023 }, found.coverage.refs);
};

describe('a verdict', () => {
  it('carries all that the contract asks for', () => {
    expect(audit(sample(failing), [read]).verdicts).toEqual([
      {
        id: 'unit/sample/missing/guide/2023',
        unit: 'unit',
        check: 'sample',
        topic: 'guide',
        column: column.url,
        subject: '2023',
        verdict: 'fail',
        message: 'missing',
        advisory: false,
        state: 'defective',
        text: '未发布2023年内容',
        fix: '请发布2023年内容',
        basis: bare.basis,
        reason: null,
        evidence: [refTo(column.url), refTo('http://a/guide/1')],
      },
    ]);
  });
  it('says that an empty column is empty', () => {
    expect(audit(sample(failing), [factsOf(column, [])]).verdicts).toMatchObject([{ verdict: 'fail', state: 'empty' }]);
  });
  it.each([
    [
      'its message is',
      sample(({ topic, report }) => report.fail('hint', {}, topic('guide').refs as NonEmpty<Ref>)),
      {},
      column,
    ],
    ['the column asks for it', sample(failing), {}, { ...column, advise: true }],
    [
      'the rulebook never charges its group',
      sample(failing),
      {
        rulebook: rulebookWith({
          groups: [{ id: 'g', title: '组', points: 0.5, advisory: true, messages: ['sample/missing'], basis: [] }],
        }),
      },
      column,
    ],
    [
      'the check says so',
      sample(({ topic, report }) =>
        report.fail('missing', { year: 1 }, topic('guide').refs as NonEmpty<Ref>, { advisory: true }),
      ),
      {},
      column,
    ],
  ] as const)('is an advisory where %s', (_, check, more, at) => {
    expect(audit(check, [factsOf(at, [])], more).verdicts).toMatchObject([{ verdict: 'fail', advisory: true }]);
  });
});

describe('a check that breaks its word', () => {
  const evidence: NonEmpty<Ref> = [refTo(column.url)];
  const cases: readonly (readonly [string, Run])[] = [
    ['accuses without evidence', ({ report }) => report.fail('missing', { year: 1 }, [] as unknown as NonEmpty<Ref>)],
    ['cites what it was never given', ({ report }) => report.fail('missing', { year: 1 }, [refTo('http://a/forged')])],
    ['passes on forged evidence', ({ report }) => report.pass('好', [refTo('http://a/forged')])],
    ['has no such message', ({ report }) => report.fail('toString' as 'missing', { year: 1 }, evidence)],
    ['leaves a variable out', ({ report }) => report.fail('missing', {} as { year: number }, evidence)],
    ['says the same twice', ({ report }) => void [report.pass('好', []), report.pass('好', [])]],
    ['reads a topic that it did not declare', ({ topic }) => void topic('budget' as 'guide').columns],
    ['reads a register that it did not declare', ({ register }) => void register('tasks' as 'personnel')],
    [
      'throws',
      () => {
        throw new Error('意外');
      },
    ],
    ['returns a promise', (() => Promise.resolve()) as unknown as Run],
    [
      'reports after it has returned a promise',
      (async ({ report }: Parameters<Run>[0]) => {
        await Promise.resolve();
        return report.notApplicable('not-due', 'x');
      }) as unknown as Run,
    ],
  ];
  it.each(cases)('and %s decides nothing', (_, run) => {
    const { verdicts, faults } = audit(sample(run), [read]);
    expect(verdicts).toMatchObject([
      { verdict: 'inconclusive', reason: 'check-failed', subject: '2023', message: null },
    ]);
    expect(verdicts[0]?.text).toContain('执行出错');
    expect(faults).toMatchObject([{ check: 'sample', unit: 'unit' }]);
  });
  it('and reports after its run has ended is refused', () => {
    let late = (): void => {};
    audit(
      sample(({ report }) => {
        late = () => report.pass('迟到', []);
      }),
      [read],
    );
    expect(late).toThrow('执行结束后');
  });
  it('does not keep the others from running', () => {
    const bad = sample(
      () => {
        throw new Error('意外');
      },
      { id: 'bad' },
    );
    const settings = settingsWith({
      checks: [bad, sample(failing)].map((check) => ({ check, file: null, params: {} })),
    });
    const verdicts = auditUnits(settings, [{ unit: unitWith([column]), columns: [read] }]);
    expect(verdicts.map(({ check, verdict }) => [check, verdict])).toEqual([
      ['bad', 'inconclusive'],
      ['sample', 'fail'],
    ]);
  });
});

describe('what no check needs to remember', () => {
  const silent: Run = ({ report }) => report.notApplicable('not-due', '');
  it('a unit without a confirmed address is undecided, once for each check', () => {
    expect(audit(sample(failing), []).verdicts).toMatchObject([
      { verdict: 'inconclusive', reason: 'no-address', column: null, subject: '2023' },
    ]);
  });
  it('a unit without a column of the check owes nothing there', () => {
    const other = columnAt('http://a/x/', 'budget');
    expect(audit(sample(failing), [factsOf(other, [])]).verdicts).toMatchObject([
      { verdict: 'not-applicable', reason: 'no-column' },
    ]);
  });
  it('a unit without enforcement power is not asked', () => {
    const check = sample(failing, { enforcementOnly: true });
    expect(audit(check, [read], {}, unitWith([column], { enforcement: false })).verdicts).toMatchObject([
      { verdict: 'not-applicable', reason: 'no-enforcement' },
    ]);
  });
  it.each([
    ['the list', factsOf(column, [], [gapAt(column.url)])],
    ['a further list page', factsOf(column, [documentAt('http://a/guide/1', column)], [gapAt('http://a/guide/p2')])],
    ['its only document', factsOf(column, [unreadAt('http://a/guide/1', column)])],
  ])('where %s was not read, a question that does not arise leaves the column undecided all the same', (_, facts) => {
    expect(audit(sample(silent), [facts]).verdicts.map(({ verdict, state }) => [verdict, state])).toEqual([
      ['not-applicable', null],
      ['inconclusive', 'unreadable'],
    ]);
  });
  it('a dark column is said to be so beside a pass that rests on another', () => {
    const dark = columnAt('http://a/dark/');
    const passing: Run = ({ topic, report }) => report.pass('好', topic('guide').refs);
    expect(audit(sample(passing), [read, factsOf(dark, [], [gapAt(dark.url)])]).verdicts).toMatchObject([
      { verdict: 'pass', column: column.url },
      { verdict: 'inconclusive', column: dark.url, subject: dark.url },
    ]);
  });
  it('but not twice', () => {
    const asking: Run = ({ topic, report }) => {
      const found = topic('guide').find({ match: () => true });
      if (found.kind === 'unknown') report.inconclusive(found);
    };
    expect(audit(sample(asking), [factsOf(column, [], [gapAt(column.url)])]).verdicts).toHaveLength(1);
  });
});

it('the types refuse what the runner refuses', () => {
  const check = defineCheck({
    ...bare,
    run({ topic, register, report }) {
      // @ts-expect-error an undeclared topic
      expect(() => topic('budget')).toThrow('未声明');
      // @ts-expect-error an undeclared register
      expect(() => register('tasks')).toThrow('未声明');
      // @ts-expect-error an unknown message
      expect(() => report.fail('nonsense', {}, [refTo(column.url)])).toThrow('没有名为');
      // @ts-expect-error a message's variable left out
      expect(() => report.fail('missing', {}, [refTo(column.url)])).toThrow('缺少变量');
      // @ts-expect-error no evidence
      expect(() => report.fail('hint', {}, [])).toThrow('没有证据');
      report.pass('均已拒绝', []);
    },
  });
  expect(audit(check as AnyCheck, [read])).toMatchObject({ faults: [], verdicts: [{ verdict: 'pass' }] });
  // @ts-expect-error a promise
  defineCheck({ ...bare, run: async () => {} });
});
