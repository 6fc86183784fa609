import { expect, it } from 'vitest';
import type { PublishedBulletin } from '../model/bulletin.ts';
import type { CivilDate } from '../model/civil-date.ts';
import { period } from '../model/period.ts';
import type { Verdict } from '../model/verdict.ts';
import { unrectifiedOf } from './assessed-units.ts';

const day = (text: string) => text as CivilDate;
const bulletin: PublishedBulletin = {
  ...{ period: period('quarter', 2023, 2), publishedOn: day('2023-07-12'), rectifyBy: day('2023-07-20') },
  items: [
    { finding: 'charged', group: 'guide', text: '' },
    { finding: 'told', group: null, text: '' },
  ],
};
const seen = (id: string, capturedAt: string, record = 'evidence/a.warc.gz#1'): Verdict => ({
  ...{
    id,
    unit: 'a',
    check: 'guide',
    topic: 'guide',
    column: null,
    subject: '2023',
    verdict: 'fail',
    message: 'stale',
  },
  ...{ advisory: false, state: null, text: '', fix: null, basis: [], reason: null },
  evidence: [{ url: 'http://a/', capturedAt, sha256: '', record }],
});
const unrectified = (asOf: string, ...verdicts: readonly Verdict[]) => [
  ...unrectifiedOf(new Map([['a', bulletin]]), verdicts, day(asOf)),
];

it('was charged, is past its deadline, and was seen again after it', () => {
  const after = '2023-07-21T14:00:00Z';
  expect(unrectified('2023-07-21', seen('charged', after), seen('told', after), seen('other', after))).toEqual([
    'charged',
  ]);
  expect(unrectified('2023-07-20', seen('charged', after))).toEqual([]);
  expect(unrectified('2023-07-21')).toEqual([]);
});

it('is not what nobody has looked at since; a register is as it is', () => {
  const before = '2023-07-20T14:00:00Z';
  expect(unrectified('2023-08-01', seen('charged', before))).toEqual([]);
  expect(unrectified('2023-08-01', seen('charged', before, 'registers/ab.csv'))).toEqual(['charged']);
});
