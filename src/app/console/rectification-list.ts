import { type Actor, may } from '../../model/account.ts';
import { type CivilDate, civilDateIn } from '../../model/civil-date.ts';
import { isStanding } from '../../model/finding.ts';
import type { Console } from './console.ts';
import { type Rectification, rectifications } from './rectification.ts';
import { NotAllowed } from './refusals.ts';

/** How far the putting right of an item is. */
export const PROGRESS = {
  overdue: '逾期未反馈',
  'awaiting-feedback': '待反馈',
  'awaiting-recheck': '待复查',
  'not-fixed': '未整改',
  fixed: '已整改',
  lapsed: '不再适用',
} as const;
export type Progress = keyof typeof PROGRESS;

export const isProgress = (text: string): text is Progress => Object.hasOwn(PROGRESS, text);

/** The day as the inspection counts it, and the district's time zone. */
export interface Today {
  readonly today: CivilDate;
  readonly timeZone: string;
}

/**
 * What was seen of an item counts before what was said of it, and what was seen last counts. A re-check that could not
 * look says nothing.
 */
export function progressOf(
  { tracked, feedback, due }: Pick<Rectification, 'tracked' | 'feedback' | 'due'>,
  { today, timeZone }: Today,
): Progress {
  if (tracked?.state === 'fixed' || tracked?.state === 'lapsed') return tracked.state;
  if (feedback === null) return today > due ? 'overdue' : 'awaiting-feedback';
  const { recheck } = feedback;
  if (recheck === null || recheck.outcome === 'unread') return 'awaiting-recheck';
  if (recheck.outcome === 'not-fixed') return 'not-fixed';
  const isSeenSince =
    tracked !== null && isStanding(tracked) && tracked.lastSeen > civilDateIn(new Date(recheck.at), timeZone);
  return isSeenSince ? 'not-fixed' : 'fixed';
}

/** Whether the unit reported only after its last day; what it adds to a report that was in time is not late. */
export const isLate = ({ reportedOn, due }: Pick<Rectification, 'reportedOn' | 'due'>): boolean =>
  reportedOn !== null && reportedOn > due;

export interface RectificationFilter {
  readonly unit?: string | undefined;
  readonly progress?: Progress | undefined;
}

export interface RectificationLine extends Rectification {
  readonly progress: Progress;
  readonly isLate: boolean;
}

export interface RectificationList {
  /** Null before any bulletin. */
  readonly bulletin: Rectification['bulletin'] | null;
  /** How many of those of the unit asked for are how far. */
  readonly counts: Readonly<Record<Progress, number>>;
  /** Units that have something to put right. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly RectificationLine[];
}

const PAGE_SIZE = 50;

/** What the newest bulletin told of all units, and how far that is. Throws NotAllowed. */
export async function rectificationList(
  console: Console,
  actor: Actor,
  filter: RectificationFilter,
  page = 1,
): Promise<RectificationList> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const all = await rectifications(console, actor);
  const now = { today: console.today(), timeZone: console.plan().timeZone };
  const counts = Object.fromEntries(Object.keys(PROGRESS).map((id) => [id, 0])) as Record<Progress, number>;
  const units = new Map<string, string>();
  const fitting: { readonly one: Rectification; readonly progress: Progress }[] = [];
  for (const one of all) {
    units.set(one.unit, one.unitName);
    if (filter.unit !== undefined && one.unit !== filter.unit) continue;
    const progress = progressOf(one, now);
    counts[progress] += 1;
    if (filter.progress === undefined || filter.progress === progress) fitting.push({ one, progress });
  }
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE_SIZE));
  const at = Math.min(Math.max(1, Math.trunc(page)), pages);
  return {
    ...{ bulletin: all[0]?.bulletin ?? null, counts, total: fitting.length, page: at, pages },
    units: [...units].map(([id, name]) => ({ id, name })),
    rows: fitting
      .slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE)
      .map(({ one, progress }) => ({ ...one, progress, isLate: isLate(one) })),
  };
}
