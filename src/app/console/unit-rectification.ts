import { type Actor, seesUnit } from '../../model/account.ts';
import type { PublishedBulletin } from '../../model/bulletin.ts';
import { type CivilDate, daysBetween } from '../../model/civil-date.ts';
import type { Feedback } from '../../model/feedback.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Console } from './console.ts';
import { unitJobs } from './jobs-board.ts';
import type { NamedJob } from './jobs-named.ts';
import { rectifications } from './rectification.ts';
import { isLate, progressOf, type RectificationLine } from './rectification-list.ts';
import { NotThere } from './refusals.ts';

/** Something that the newest bulletin told a unit to put right, with all that it said on it. */
export interface UnitRectificationItem extends RectificationLine {
  /** Whether the quarter that the console shows first still knows the finding, so that it has a page. */
  readonly isListed: boolean;
  /** How to put it right; null where that is not on record. */
  readonly fix: Verdict['fix'];
  /** All reports, oldest first. */
  readonly reports: readonly (Feedback & { readonly isLate: boolean })[];
  /** The re-check that runs or waits; null where there is none. */
  readonly recheck: NamedJob | null;
}

/** What the newest bulletin told a unit. */
export interface UnitRectification {
  readonly bulletin: Pick<PublishedBulletin, 'period' | 'publishedOn' | 'rectifyBy'>;
  /** The last day for reports. */
  readonly due: CivilDate;
  /** Days from today to it: negative where it is over. */
  readonly daysLeft: number;
  /** Those that cost points first. */
  readonly items: readonly UnitRectificationItem[];
}

/** Null where no bulletin told the unit anything. Throws NotThere where it is another's. */
export async function unitRectification(
  console: Console,
  actor: Actor,
  unit: string,
): Promise<UnitRectification | null> {
  if (!seesUnit(actor, unit)) throw new NotThere();
  const told = (await rectifications(console, actor)).filter((one) => one.unit === unit);
  const [first] = told;
  if (!first) return null;
  const { board, inspection } = console;
  const { bulletin, due } = first;
  const reports = await inspection.feedback.of(bulletin.period.id);
  const { open } = await unitJobs(console, actor, unit, 'recheck');
  const now = { today: console.today(), timeZone: console.plan().timeZone };
  const quarter = board.periods.includes(bulletin.period.id) ? await board.quarter(bulletin.period.id) : null;
  const items = told.map((one) => ({
    ...one,
    ...{ progress: progressOf(one, now), isLate: isLate(one) },
    isListed: quarter?.byId(one.item.finding) !== undefined,
    fix: quarter?.verdictOf(one.item.finding)?.fix ?? null,
    reports: reports
      .filter(({ finding }) => finding === one.item.finding)
      .map((feedback) => ({ ...feedback, isLate: isLate(one) })),
    recheck: open.find(({ number }) => number === one.number) ?? null,
  }));
  items.sort((one, other) => Number(one.item.group === null) - Number(other.item.group === null));
  return { bulletin, due, daysLeft: daysBetween(now.today, due), items };
}
