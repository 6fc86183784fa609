import { it } from 'vitest';
import { type CivilDate, parseCivilDate, type RegisterRow } from '../kit.ts';
import { type CheckCase, testCheck } from '../testing.ts';
import check from './check.ts';

const day = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  if (!date) throw new Error(text);
  return date;
};
type Row = readonly [received: string, extended: string | null, answered: string | null];
const rows = (all: readonly Row[]): RegisterRow<'applications'>[] =>
  all.map(([received, extended, answered]) => ({
    unit: 'lzqcsj',
    received: day(received),
    channel: '信函',
    extended: extended === null ? null : day(extended),
    answered: answered === null ? null : day(answered),
  }));
const base = { asOf: '2023-08-08', period: '2023Q2', columns: [], pages: {} } as const;
const kept = (name: string, all: readonly Row[], expect: CheckCase['expect'], more: Partial<CheckCase> = {}) => ({
  ...base,
  name,
  registers: { applications: rows(all) },
  expect,
  ...more,
});
const LATE = { verdict: 'fail', message: 'late', advisory: false } as const;
const NOTHING = { verdict: 'not-applicable', reason: 'nothing-due' } as const;

// 20 working days after 2023-04-03 (Qingming and May Day between) is 2023-05-04, 20 more (6 May worked) 2023-05-31.
it('judges each application by its own term', () =>
  testCheck(check, [
    kept(
      'answered on the last day',
      [['2023-04-03', null, '2023-05-04']],
      [{ verdict: 'pass', subject: '2023Q2', says: '1件' }],
    ),
    kept(
      'a day late',
      [['2023-04-03', null, '2023-05-05']],
      [{ ...LATE, subject: '2023-04-03', says: '实际于2023-05-05答复' }],
    ),
    kept('extended in time', [['2023-04-03', '2023-05-04', '2023-05-31']], [{ verdict: 'pass' }]),
    kept('extended in time, then late', [['2023-04-03', '2023-05-04', '2023-06-01']], [LATE]),
    kept('extended too late', [['2023-04-03', '2023-05-05', '2023-05-31']], [LATE]),
    kept('never answered', [['2023-04-03', null, null]], [{ ...LATE, says: '截至2023-08-08尚未答复' }]),
    kept(
      'two of one day',
      [
        ['2023-04-03', null, null],
        ['2023-04-03', null, '2023-05-05'],
      ],
      [LATE, LATE],
    ),
    kept(
      'one late, one in time',
      [
        ['2023-04-03', null, null],
        ['2023-04-06', null, '2023-04-07'],
      ],
      [LATE],
    ),
    kept('answered after the day of the audit', [['2023-04-03', null, '2023-05-04']], [NOTHING], {
      asOf: '2023-04-28',
    }),
    kept('late from the first day of the next quarter on', [['2023-06-01', null, null]], [NOTHING]),
    kept('late in an earlier quarter and still open', [['2023-02-01', null, null]], [{ ...LATE, advisory: true }]),
    kept('late in an earlier quarter and answered since', [['2023-02-01', null, '2023-04-20']], [NOTHING]),
    kept('nothing received', [], [NOTHING]),
    kept(
      'a year without official holidays',
      [['2030-04-03', null, null]],
      [{ verdict: 'inconclusive', reason: 'calendar-gap', subject: '2030-04-03', message: 'late' }],
      { asOf: '2030-08-08', period: '2030Q2' },
    ),
    kept(
      'such a year, answered within twenty days of any kind',
      [['2030-04-03', null, '2030-04-23']],
      [{ verdict: 'pass' }],
      { asOf: '2030-08-08', period: '2030Q2' },
    ),
    { ...base, name: 'no register', expect: [{ verdict: 'inconclusive', reason: 'no-register' }] },
  ]));
