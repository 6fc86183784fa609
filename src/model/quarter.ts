import type { Audit } from './audit.ts';

/** A quarter's points, as its newest audit of the whole district gave them. */
export type QuarterResult = Pick<Audit, 'period' | 'asOf' | 'units' | 'scores' | 'deductions'>;
