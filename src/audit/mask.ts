import type { Ref } from '../model/evidence.ts';

/**
 * Resident, phone and card numbers as people write them, at a guess: what is masked in vain does no harm. Parts of
 * addresses and of codes with letters, such as index numbers, are none.
 */
const NUMBER =
  /(?<![\w=?&%.-]|[A-Za-z\d]\/)(?:[1-9]\d{5}[ -]?(?:19|20)\d{6}[ -]?\d{3}[\dXx]|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{15,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?![\w/-])/g;
const HINT = /\d(?:[ -]?\d){9}/;
const KEPT = { first: 3, last: 2 } as const;

/** A number with all but its first three and last two characters hidden, of the same length. */
export function maskNumber(number: string): string {
  const hidden = Math.max(0, number.length - KEPT.first - KEPT.last);
  return number.slice(0, KEPT.first) + '*'.repeat(hidden) + number.slice(number.length - KEPT.last);
}

/** A text of the same length in which numbers of persons are hidden: no verdict may spread what it warns of. */
export const maskNumbers = (text: string): string => (HINT.test(text) ? text.replace(NUMBER, maskNumber) : text);

/** The same reference with its quote masked. */
export function maskedRef(ref: Ref): Ref {
  const { quote } = ref;
  return quote !== undefined && HINT.test(quote) ? { ...ref, quote: maskNumbers(quote) } : ref;
}
