import { describe, expect, it } from 'vitest';
import { groupIndex } from './groups.ts';
import { openGroups } from './open-groups.ts';
import { NO_REGISTERS, Q2, RULEBOOK, verdictOn } from './score.fixture.ts';

const open = (...verdicts: Parameters<typeof openGroups>[1]) =>
  openGroups('a', verdicts, groupIndex(RULEBOOK), {
    period: Q2,
    grounds: { ...NO_REGISTERS, unrectified: new Set<string>() },
  });

const unsettled = { verdict: 'inconclusive' } as const;

describe('what is still open', () => {
  it('is told by group, with the questions that keep it so and the most that it could cost', () => {
    expect(open(verdictOn('a', 'guide/stale', unsettled), verdictOn('a', 'submissions', unsettled))).toEqual([
      { group: 'guide', points: 0.5, verdicts: ['a:guide/stale:2023'] },
      { group: 'submissions', points: 1, verdicts: ['a:submissions:2023'] },
    ]);
  });
  it('is nothing in a group that is charged already, and where nothing could be charged', () => {
    const charged = verdictOn('a', 'guide/missing');
    const free = verdictOn('a', 'timeliness/late', unsettled);
    expect(open(charged, verdictOn('a', 'guide/stale', unsettled), free)).toEqual([]);
  });
});
