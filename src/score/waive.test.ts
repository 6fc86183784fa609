import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../model/civil-date.ts';
import type { WaiverRow } from '../model/register.ts';
import { verdictOn } from './score.fixture.ts';
import { waive } from './waive.ts';

const asOf = '2023-08-08' as CivilDate;
const stale = verdictOn('lzqqdzrmzf', 'guide/stale', { verdict: 'fail', subject: '2023' });
const waiver: WaiverRow = {
  unit: 'lzqqdzrmzf',
  check: 'guide',
  subject: '2023',
  until: '2023-08-08' as CivilDate,
  by: '政务公开办',
  reason: '机构改革',
};

describe('a waiver', () => {
  it('makes a finding cost nothing until its last day, and says why', () => {
    const [verdict] = waive([stale], [waiver], asOf);
    expect(verdict).toMatchObject({ verdict: 'fail', advisory: true });
    expect(verdict?.text).toContain('机构改革');
  });
  it.each([
    ['over', { until: '2023-08-07' as CivilDate }],
    ["another unit's", { unit: 'lzqsfj' }],
    ["another check's", { check: 'leadership' }],
    ['of another subject', { subject: '2022' }],
  ])('that is %s changes nothing', (_, other) => {
    expect(waive([stale], [{ ...waiver, ...other }], asOf)).toEqual([stale]);
  });
  it('leaves what is no finding alone', () => {
    const pass = { ...stale, verdict: 'pass' as const };
    expect(waive([pass], [waiver], asOf)).toEqual([pass]);
  });
});
