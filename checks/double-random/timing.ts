import { type Document, type DoubleRandomKind, publishedOn, yearOf, yearsOfTitle } from '../kit.ts';

/** Published in the year or the one beside it, as plans before it and results after it are; so, too, where no day is known. */
export function isOfItsTime({ dates, title }: Document, year: number): boolean {
  if (yearsOfTitle(title).includes(year)) return true;
  const years = dates.filter(({ place }) => place !== 'body').map(({ date }) => Number(date.slice(0, 4)));
  return years.length === 0 || years.some((one) => Math.abs(one - year) <= 1);
}

/** Months, counted from January of the year that a document is about, in which it surely or perhaps comes out. */
const COMES_OUT = {
  plan: { surely: [0, 9], perhaps: [-2, 12] },
  results: { surely: [4, 15], perhaps: [1, 24] },
} as const;

/** Whether a document that names no year is about this one, by the day of its publication. */
export function fitsByDate(document: Document, kind: DoubleRandomKind, year: number): 'yes' | 'perhaps' | 'no' {
  const day = publishedOn(document);
  if (day === null || kind === 'items') return 'perhaps';
  const month = (yearOf(day) - year) * 12 + Number(day.slice(5, 7));
  const within = ([from, to]: readonly [number, number]): boolean => from <= month && month <= to;
  const { surely, perhaps } = COMES_OUT[kind];
  // A scheme may be for good, not for a year.
  const isYearly = kind !== 'plan' || !/方案|细则/.test(document.title);
  return within(surely) && isYearly ? 'yes' : within(perhaps) ? 'perhaps' : 'no';
}
