import { maskNumber } from '../kit.ts';

export type Kind = 'id-number' | 'phone' | 'bank-card';

/**
 * A citizen's number that is published in full. Nothing of the number but its masked form leaves this check; `key`
 * tells numbers apart while one document is judged.
 */
export interface Finding {
  readonly kind: Kind;
  readonly key: string;
  /** The first three and last two characters, the rest hidden. */
  readonly sample: string;
  /** Where in its part, for people: 第3行. */
  readonly position: string;
}

export const findingOf = (kind: Kind, number: string, position: string): Finding => ({
  kind,
  key: number,
  sample: maskNumber(number),
  position,
});
