import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_REGISTERS } from '../model/register.ts';
import { type AnyCheck, defineCheck } from './check.ts';
import { columnAt, documentAt, factsOf, refTo, settingsWith, unitWith } from './facts.fixture.ts';
import { auditUnit } from './runner.ts';

const common = {
  basis: [{ document: '示例文件', clause: '第一条' }],
  messages: { short: { text: '数量不足', fix: '请补报' } },
  params: z.strictObject({}),
  subject: () => '2023Q2',
} as const;

const kept = refTo('registers/submissions.csv');

const counting = defineCheck({
  ...common,
  id: 'counting',
  title: '台账示例',
  judges: 'registers',
  topics: ['other'],
  registers: ['submissions', 'feedback'],
  run: ({ register, cite, report }) => {
    const rows = register('submissions');
    if (rows === null) return report.inconclusive({ why: 'no-register', detail: '', refs: [] });
    return report.fail('short', {}, [cite('submissions', `共${rows.length}行`)]);
  },
}) as unknown as AnyCheck;

const asking = (more: Partial<AnyCheck>): AnyCheck =>
  ({
    ...defineCheck({
      ...common,
      id: 'asking',
      title: '事后示例',
      judges: 'registers',
      topics: ['other'],
      run: ({ verdicts, report }) =>
        report.pass(
          verdicts()
            .map(({ id }) => id)
            .join(' '),
          [],
        ),
    }),
    ...more,
  }) as unknown as AnyCheck;

const column = columnAt('http://a/x/', 'other');
const facts = { unit: unitWith([column]), columns: [factsOf(column, [documentAt('http://a/1', column)])] };
const run = (checks: readonly AnyCheck[], more: Parameters<typeof settingsWith>[0] | object = {}, on = facts) =>
  auditUnit(settingsWith({ checks: checks.map((check) => ({ check, file: null, params: {} })), ...more }), on);

describe('a check of registers', () => {
  const withRegister = { registers: { ...NO_REGISTERS, submissions: [] }, registerFiles: { submissions: kept } };

  it('arises for a unit without any column, and cites the table as it was kept', () => {
    const [verdict] = run([counting], withRegister, { unit: unitWith([]), columns: [] });
    expect(verdict).toMatchObject({ verdict: 'fail', topic: 'other', column: null });
    expect(verdict?.evidence).toEqual([{ ...kept, quote: '共0行' }]);
  });

  it('is no judge of the columns of its topic', () => {
    expect(run([counting], { registerFiles: { feedback: kept } })).toMatchObject([
      { verdict: 'inconclusive', reason: 'no-register' },
    ]);
  });

  it('leaves nothing open where nobody keeps registers at all', () => {
    expect(run([counting])).toMatchObject([{ verdict: 'not-applicable', reason: 'no-registers' }]);
  });
});

describe('a check that runs after the others', () => {
  it('is told what they say, wherever it stands in the order', () => {
    const verdicts = run([asking({ after: true }), counting]);
    expect(verdicts.map(({ check }) => check)).toEqual(['asking', 'counting']);
    expect(verdicts[0]?.text).toBe(verdicts[1]?.id);
  });

  it('must say so', () => {
    expect(run([asking({})])).toMatchObject([{ verdict: 'inconclusive', reason: 'check-failed' }]);
  });
});
