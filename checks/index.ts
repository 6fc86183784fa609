import type { AnyCheck } from '../src/audit/check.ts';
import doubleRandom from './double-random/check.ts';
import guide from './guide/check.ts';
import leadership from './leadership/check.ts';
import periodic from './periodic/check.ts';
import policyFormat from './policy-format/check.ts';

/** The checks that come with the program, in the order of the contract's table. */
export const builtInChecks: readonly AnyCheck[] = [guide, leadership, policyFormat, doubleRandom, periodic];
