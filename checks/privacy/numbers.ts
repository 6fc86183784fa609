import { type CivilDate, parseCivilDate } from '../kit.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** Codes of provinces and regions by GB/T 2260, and 83 of the residence permit of people from Taiwan. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const FIRST_BIRTH = '1900-01-01';

/** Whether 18 characters are a resident number: province, day of birth up to a day, check digit (GB 11643—1999). */
export function isResidentNumber(number: string, until: CivilDate): boolean {
  if (!/^\d{17}[\dX]$/.test(number) || !PROVINCE.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return CHECK_DIGITS[sum % 11] === number[17] && isBirth(number.slice(6, 14), until);
}

/** Whether 15 digits can be a resident number of before 1999, which had no check digit. */
export const isOldResidentNumber = (number: string, until: CivilDate): boolean =>
  /^\d{15}$/.test(number) && PROVINCE.test(number) && isBirth(`19${number.slice(6, 12)}`, until);

function isBirth(digits: string, until: CivilDate): boolean {
  const date = parseCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  return date !== null && date >= FIRST_BIRTH && date <= until;
}

/** What the numbers of bank cards begin with: 银联 62, older cards of the big banks, the international ones. */
const ISSUER = /^(?:62|60|4[0-9]|5[1-6]|9[5-9]|35)/;

/** Whether 16 to 19 digits can be a bank card's number, by its issuer and its check digit (Luhn, ISO/IEC 7812-1). */
export function isCardNumber(number: string): boolean {
  if (!/^\d{16,19}$/.test(number) || !ISSUER.test(number)) return false;
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

export const isMobile = (number: string): boolean => /^1[3-9]\d{9}$/.test(number);

/** A number in a text, without the blanks and hyphens that stand between its groups. */
export interface NumberAt {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Numbers of eleven and more digits; one that is part of a longer word, or masked, is none. */
const LONG =
  /(?<![\dA-Za-z*＊×.])(?:\d{10,}[\dX]|\d{6}[ -]\d{8}[ -]?\d{3}[\dX]|1\d\d[ -]\d{4}[ -]\d{4}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?![\dA-Za-z*＊×])/g;

/** Full-width digits as plain ones, position by position. */
const plain = (text: string): string =>
  text.replace(/[０-９Ｘ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(/(?<=\d)x/g, 'X');

/** A cheap look before the thorough one. */
const HINT = /[\d０-９](?:[ -]?[\d０-９]){9}/;

/** All long numbers of a text. */
export function longNumbers(text: string): readonly NumberAt[] {
  if (!HINT.test(text)) return [];
  return [...plain(text).matchAll(LONG)].map(({ 0: number, index }) => ({
    digits: number.replace(/[ -]/g, ''),
    from: index,
    to: index + number.length,
  }));
}
