import type { Ref } from '../model/evidence.ts';

/** Resident numbers, of 18 characters and of the 15 of before 1999, by province and day of birth. */
const RESIDENT =
  '[1-8]\\d{5}[ -]?(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])[ -]?\\d{3}[\\dXx]|[1-8]\\d{7}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\d{3}';
const MOBILE = '1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}';
/** By their issuers, and whatever a label says is an account's or a resident's. */
const CARD =
  '6[02]\\d{13,17}|(?:4\\d|5[1-6]|9[5-9]|35)\\d{14}(?:\\d{3})?|\\d{4}(?:[ -]\\d{4}){3}(?:[ -]\\d{1,3})?|(?<=(?:[账帐][号户]|卡号|存折|一卡通|身份证(?:件)?(?:号码?)?)[:： ]{0,2})\\d{15,19}';
/**
 * Numbers of persons as people write them, at a guess. Parts of addresses, of codes with letters such as index numbers,
 * and amounts are none; neither are codes and serial numbers, which are as long and begin otherwise.
 */
const NUMBER = new RegExp(
  `(?<![\\w=?&%.-]|[A-Za-z\\d]/)(?:${RESIDENT}|${MOBILE}|${CARD})(?![\\w/-]|\\.\\d|\\s*[万亿]?元)`,
  'g',
);
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
