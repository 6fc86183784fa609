import { describe, expect, it } from 'vitest';
import { period } from '../model/period.ts';
import { BULLETIN_2023Q2 } from './bulletin-2023q2.fixture.ts';
import { coverageRow, NO_REGISTERS, Q2, RULEBOOK, verdictOn } from './score.fixture.ts';
import { score } from './score.ts';

describe('the published second quarter of 2023', () => {
  const { scores, deductions } = score({
    units: BULLETIN_2023Q2.map(({ unit }) => unit),
    verdicts: BULLETIN_2023Q2.flatMap(({ unit, problems }) =>
      problems.map((message, index) => verdictOn(unit, message, { subject: `${index}` })),
    ),
    registers: {
      ...NO_REGISTERS,
      coverage: BULLETIN_2023Q2.map(({ unit, coverage }) => coverageRow(unit, coverage)),
      submissions: BULLETIN_2023Q2.flatMap(({ unit, months }) =>
        months.map((month, index) => ({ unit, month: period('month', 2023, 4 + index), ...month })),
      ),
    },
    rulebook: RULEBOOK,
    period: Q2,
    keyColumns: new Map(),
    unrectified: new Set(),
  });

  it('has all 40 units', () => expect(scores).toHaveLength(40));
  it.each(BULLETIN_2023Q2)('$unit has $total points after losing $deducted', ({ unit, deducted, total }) => {
    const card = scores.find((one) => one.unit === unit);
    expect(card).toMatchObject({ deducted, total, open: 0 });
  });
  it('takes 43 points in 76 deductions', () => {
    expect(deductions).toHaveLength(76);
    expect(deductions.reduce((sum, { points }) => sum + points, 0)).toBe(43);
  });
});
