import { it } from 'vitest';
import type { CivilDate, RegisterRow } from '../kit.ts';
import { type CheckCase, testCheck } from '../testing.ts';
import check from './check.ts';

type Row = readonly [task: string, due: string, done: string | null];
const rows = (all: readonly Row[]): RegisterRow<'tasks'>[] =>
  all.map(([task, due, done]) => ({
    unit: 'lzqcsj',
    task,
    due: due as CivilDate,
    done: done as CivilDate | null,
    points: 0.5,
  }));
const base = { asOf: '2023-08-08', period: '2023Q2', columns: [], pages: {} } as const;
const kept = (name: string, all: readonly Row[], expect: CheckCase['expect'], more: Partial<CheckCase> = {}) => ({
  ...base,
  name,
  registers: { tasks: rows(all) },
  expect,
  ...more,
});
const MISSED = { verdict: 'fail', message: 'not-done', subject: '报送台账', advisory: false } as const;

it('judges each task in the quarter in which it was due', () =>
  testCheck(check, [
    kept('done in time', [['报送台账', '2023-06-30', '2023-06-29']], [{ verdict: 'pass', subject: '报送台账' }]),
    kept(
      'done after its day',
      [['报送台账', '2023-06-30', '2023-07-20']],
      [{ verdict: 'pass', says: '截止日期为2023-06-30' }],
    ),
    kept('not done', [['报送台账', '2023-06-30', null]], [{ ...MISSED, says: '应于2023-06-30前完成' }]),
    kept('said to be done after the day of the audit', [['报送台账', '2023-06-30', '2023-08-09']], [MISSED]),
    kept('its day is today', [['报送台账', '2023-06-30', null]], [{ verdict: 'not-applicable', reason: 'not-due' }], {
      asOf: '2023-06-30',
    }),
    kept('left undone from an earlier quarter', [['报送台账', '2023-03-31', null]], [{ ...MISSED, advisory: true }]),
    kept(
      'of an earlier or a later quarter',
      [
        ['甲', '2023-03-31', '2023-03-01'],
        ['乙', '2023-07-01', null],
      ],
      [{ verdict: 'not-applicable', reason: 'nothing-due' }],
    ),
    kept(
      'several',
      [
        ['报送台账', '2023-06-30', null],
        ['参加培训', '2023-05-20', '2023-05-20'],
      ],
      [MISSED, { verdict: 'pass', subject: '参加培训' }],
    ),
    { ...base, name: 'no register', expect: [{ verdict: 'inconclusive', reason: 'no-register' }] },
  ]));
