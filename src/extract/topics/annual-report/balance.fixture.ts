import fc from 'fast-check';
import type { Figures, Form } from './report.fixture.ts';

const APPLICANTS = 6;
export const lineCount = (form: Form): number => (form === 'from-2021' ? 21 : 19);

const withTotal = (six: Figures): Figures => [...six, six.reduce((sum, figure) => sum + figure, 0)];

/** Figures of 表三 that add up everywhere: 一, 二, the result lines, （七）, 四. */
export const balancedRequests = (form: Form): fc.Arbitrary<Figures[]> => {
  const six = fc.array(fc.nat(40), { minLength: APPLICANTS, maxLength: APPLICANTS });
  return fc
    .tuple(fc.array(six, { minLength: lineCount(form), maxLength: lineCount(form) }), six, six)
    .map(([results, out, share]) => {
      const sums = Array.from({ length: APPLICANTS }, (_, c) => results.reduce((sum, row) => sum + (row[c] ?? 0), 0));
      const whole = sums.map((sum, c) => sum + (out[c] ?? 0));
      const carried = whole.map((sum, c) => Math.min(sum, share[c] ?? 0));
      const received = whole.map((sum, c) => sum - (carried[c] ?? 0));
      return [received, carried, ...results, sums, out].map(withTotal);
    });
};

/** Figures of 表四 that add up. */
export const balancedLitigation: fc.Arbitrary<Figures> = fc
  .array(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 })
  .map((blocks) => blocks.flatMap((four) => [...four, four.reduce((sum, figure) => sum + figure, 0)]));
