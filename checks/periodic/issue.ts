import { type CivilDate, findPeriods, issueNumber, type Period, periodAt, shift } from '../kit.ts';

/**
 * The period that an issue's number stands for, such as （2023年第5期） in a column that owes a document a month, where it
 * came out in the fifth month or right after it. Null where number and day do not agree, as those of a weekly, and for
 * columns that owe one document a year.
 */
export function issueSays(title: string, { cadence }: Period, published: CivilDate | null): Period | null {
  const number = issueNumber(title);
  if (number === null || published === null || cadence === 'year') return null;
  const years = findPeriods(title).map(({ year }) => year);
  const at = periodAt(cadence, published);
  const agrees = ({ index, year }: Period): boolean => index === number && years.every((one) => one === year);
  return [at, shift(at, -1)].find(agrees) ?? null;
}
