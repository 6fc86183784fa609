import fc from 'fast-check';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigit = (body: string): string =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11] ?? '';

/** A resident number of nobody: the area 370399 was never given out. */
export function residentNumber(birth: string, serial: number): string {
  const body = `370399${birth}${String(serial).padStart(3, '0')}`;
  return body + checkDigit(body);
}

/** A card number with a true check digit. */
export function cardNumber(body: string): string {
  const sum = Array.from(body, Number)
    .reverse()
    .reduce((total, digit, i) => total + (i % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0);
  return body + String((10 - (sum % 10)) % 10);
}

const births = fc
  .date({ min: new Date('1920-01-02'), max: new Date('2020-12-30'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10).replaceAll('-', ''));
export const residentNumbers = fc.tuple(births, fc.nat(999)).map(([birth, serial]) => residentNumber(birth, serial));
export const cardNumbers = fc.stringMatching(/^62\d{13,16}$/).map(cardNumber);
export const mobiles = fc.stringMatching(/^1[3-9]\d{9}$/);
export const digits18 = fc.stringMatching(/^\d{18}$/);
