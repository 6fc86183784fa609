import type { CivilDate } from './civil-date.ts';
import type { Period } from './period.ts';

/** One finding that a bulletin told a unit of. */
export interface PublishedItem {
  /** Id of the verdict, the same every night. */
  readonly finding: string;
  /** The group it was charged to; null for what was only pointed out. */
  readonly group: string | null;
  readonly text: string;
}

/** What the last published bulletin says of one unit. */
export interface PublishedBulletin {
  /** The quarter that was assessed. */
  readonly period: Period;
  readonly publishedOn: CivilDate;
  /** The last day for putting things right. */
  readonly rectifyBy: CivilDate;
  readonly items: readonly PublishedItem[];
}
