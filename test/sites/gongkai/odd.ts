import { layout1 } from './layouts.ts';
import type { Leaf } from './plant.ts';
import { objectId } from './shell.ts';

export const doc = (date: string, offset: number, order: number): string => `doc_${objectId(date, offset, order)}.html`;
export const text = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('\n');

export interface Odd {
  readonly title: string;
  readonly date: string;
  readonly body: string;
  readonly offset?: number;
  readonly printed?: string;
  readonly metaTitle?: string;
  readonly media?: string;
  readonly truth: Partial<Leaf['truth']>;
}

export const leaf = (odd: Odd, order: number): Leaf => {
  const { title, date, body, offset = 0, media = '', truth } = odd;
  return {
    file: doc(date, offset, order),
    listDate: date,
    listTitle: odd.metaTitle ?? title,
    answer: layout1(
      { ...odd, body, index: `12370399K21216551K/${date.slice(0, 4)}-${5_200_000 + order}` },
      'table',
      media,
    ),
    truth: { title, dates: { claimed: [date] }, ...truth },
  };
};
