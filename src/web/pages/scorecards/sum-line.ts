import type { Scorecard } from '../../../model/score.ts';

/** `15 + 4.5 − 1.5 = 18`. A total is never below zero, which is said where it matters. */
export function sumLine({ base, coverage, deducted, total }: Scorecard): string {
  const isCut = total > base + coverage - deducted + 0.001;
  return `${base} + ${coverage} − ${deducted} = ${total}${isCut ? '（减完为止，不低于0分）' : ''}`;
}
