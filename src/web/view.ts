import type { Right } from '../model/account.ts';
import { type Actor, may } from '../model/account.ts';
import { parsePeriod } from '../model/period.ts';
import { quarterName } from '../report/words.ts';
import { actorOf, type WebContext } from './env.ts';
import { type Flash, takeFlash } from './flash.ts';

/** What the frame of every page for somebody logged in shows. */
export interface View {
  readonly actor: Actor;
  readonly district: string;
  /** IANA name; every time of day is shown in it. */
  readonly timeZone: string;
  /** Name of the actor's own unit; null for those who belong to none. */
  readonly unitName: string | null;
  /** Id of the quarter that pages are about; null before the first audit. */
  readonly period: string | null;
  readonly quarters: readonly { readonly id: string; readonly name: string }[];
  /** The quarter that links without one lead to. */
  readonly current: string | null;
  /** What forms carry. */
  readonly csrf: string;
  readonly flash: Flash | null;
  /**
   * What is wrong with the district's files, so that figures may be old; null for nothing. It quotes registers, so only
   * who may edit them is told more than that.
   */
  readonly trouble: string | null;
  /** Path of the page, for the menu. */
  readonly path: string;
}

/** Takes what was to be told with it, so call it once for a page. */
export function viewOf(c: WebContext): View {
  const { board, plan } = c.get('console');
  const actor = actorOf(c);
  const { district, timeZone, units } = plan();
  const periods = board.periods;
  return {
    ...{ actor, district, timeZone },
    unitName: units.find(({ id }) => id === actor.unit)?.name ?? null,
    period: quarterOf(c),
    current: board.current,
    quarters: periods.map((id) => ({ id, name: nameOfQuarter(id) })),
    csrf: c.get('loggedIn').csrf,
    flash: takeFlash(c),
    trouble: board.trouble && (may(actor, 'edit-registers') ? board.trouble.message : '请联系检查人员改正'),
    path: c.req.path,
  };
}

/** Id of the quarter that a request is about: the one that it names, else the newest; null before the first audit. */
export function quarterOf(c: WebContext): string | null {
  const { board } = c.get('console');
  const asked = c.req.query('period');
  return asked !== undefined && board.periods.includes(asked) ? asked : board.current;
}

/** 2023年第二季度, from `2023Q2`. */
export function nameOfQuarter(id: string): string {
  const period = parsePeriod(id);
  return period ? quarterName(period) : id;
}

/** For a page that is about no quarter. */
export const untimely = (view: View): View => ({ ...view, period: null });

export const mayIn = ({ actor }: Pick<View, 'actor'>, right: Right): boolean => may(actor, right);

/** A path with the quarter that the page is about, so that links stay within it. */
export function inQuarter({ period, current }: Pick<View, 'period' | 'current'>, path: string): string {
  if (period === null || period === current) return path;
  return `${path}${path.includes('?') ? '&' : '?'}period=${period}`;
}
