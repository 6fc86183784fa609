import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Feedback } from '../../model/feedback.ts';
import type { FindingState, TrackedFinding } from '../../model/finding.ts';
import type { RecheckOutcome } from '../../model/job.ts';
import { isLate, progressOf } from './rectification-list.ts';

const day = (text: string): CivilDate => text as CivilDate;
const now = (today: string) => ({ today: day(today), timeZone: 'Asia/Shanghai' });
const DUE = day('2023-08-11');

const seen = (state: FindingState, lastSeen = '2023-08-08'): TrackedFinding => ({
  ...{
    id: 'x',
    unit: 'jia',
    check: 'guide',
    topic: 'guide',
    subject: '2023',
    text: '',
    message: 'stale',
    advisory: false,
  },
  ...{ state, firstSeen: day('2023-06-05'), lastSeen: day(lastSeen), since: day('2023-06-05') },
});
const reported = (outcome: RecheckOutcome | null, on = '2023-08-10', at = '2023-08-10T02:00:00Z'): Feedback => ({
  ...{ id: 1, period: '2023Q2', finding: 'x', unit: 'jia', text: '已改', link: null, byName: '', at: '' },
  ...{ on: day(on), recheck: outcome && { outcome, text: '', at } },
});

describe('how far an item is', () => {
  it.each([
    ['awaiting-feedback', 'on its last day', seen('open'), null, '2023-08-11'],
    ['overdue', 'the day after', seen('open'), null, '2023-08-12'],
    ['fixed', 'seen to be fixed by a night, without a word of the unit', seen('fixed'), null, '2023-08-30'],
    ['lapsed', 'a question that arises no more', seen('lapsed'), null, '2023-08-30'],
    ['awaiting-recheck', 'reported', seen('open'), reported(null), '2023-08-12'],
    ['awaiting-recheck', 'reported, and nobody could look', seen('open'), reported('unread'), '2023-08-12'],
    ['fixed', 'reported and seen', seen('open'), reported('fixed'), '2023-08-12'],
    ['not-fixed', 'reported and not seen', seen('open'), reported('not-fixed'), '2023-08-12'],
    ['not-fixed', 'there again on a later night', seen('open', '2023-08-11'), reported('fixed'), '2023-08-12'],
    ['awaiting-feedback', 'of which nights know nothing', null, null, '2023-08-10'],
  ] as const)('is %s: %s', (progress, _, tracked, feedback, today) => {
    expect(progressOf({ tracked, feedback, due: DUE }, now(today))).toBe(progress);
  });

  it('goes by the day in the district, not by that of the server', () => {
    // 02:00 on the 11th in Shandong: the night of the 11th, which began before, is no later look.
    const feedback = reported('fixed', '2023-08-10', '2023-08-10T18:00:00Z');
    expect(progressOf({ tracked: seen('open', '2023-08-11'), feedback, due: DUE }, now('2023-08-12'))).toBe('fixed');
  });
});

describe('a report', () => {
  it('is late after the last day', () => {
    expect(isLate({ reportedOn: day('2023-08-11'), due: DUE })).toBe(false);
    expect(isLate({ reportedOn: day('2023-08-12'), due: DUE })).toBe(true);
    expect(isLate({ reportedOn: null, due: DUE })).toBe(false);
  });
});
