import {
  type Appointment,
  addDays,
  type CivilDate,
  contentOf,
  type Document,
  daysBetween,
  type Ref,
  type RegisterRow,
  readAppointments,
  refOf,
  type Unit,
  type WorkCalendar,
} from '../kit.ts';

/** Who took or left which post, and when. */
export interface Change {
  readonly kind: 'appointed' | 'removed';
  readonly name: string;
  readonly post: string;
  readonly date: CivilDate;
  /** For people: 2023年4月10日起由某某任某职（人事台账）. */
  readonly text: string;
  /** The notice that tells of it; null where the register does. */
  readonly ref: Ref | null;
}

/** Changes in the register up to a day. */
export function changesFromRegister(rows: readonly RegisterRow<'personnel'>[], asOf: CivilDate): readonly Change[] {
  return rows.flatMap(({ name, post, from, until }): Change[] => {
    const hasLeft = until !== null && until < asOf;
    if (hasLeft) {
      // The last day in office is the register's; the change shows from the next day on.
      const date = addDays(until, 1);
      return [{ kind: 'removed', name, post, date, text: `${name}自${date}起不再任${post}（人事台账）`, ref: null }];
    }
    if (from === null || from > asOf) return [];
    return [{ kind: 'appointed', name, post, date: from, text: `${name}自${from}起任${post}（人事台账）`, ref: null }];
  });
}

/** Changes of the unit's own leaders that an appointment document tells of. */
export function changesFromNotices(notice: Document, unit: Unit, asOf: CivilDate): readonly Change[] {
  const published =
    notice.dates.find(({ place, sure }) => sure && (place === 'claimed' || place === 'list'))?.date ?? null;
  return readAppointments(contentOf(notice).text).flatMap(({ name, post, kind, date }: Appointment): Change[] => {
    const day = date ?? published;
    const own = leaderPost(post, unit);
    if (day === null || day > asOf || own === null) return [];
    const text = `${name}${kind === 'appointed' ? '任' : '不再任'}${own}（《${notice.title}》${day}）`;
    return [{ kind, name, post: own, date: day, text, ref: refOf(notice.ref, notice.title) }];
  });
}

/**
 * Posts of a unit's leaders without any office before them: 局长, 党组成员, 副镇长; not 办公室主任, 科长, nor ranks such as
 * 四级调研员, which others hold too and which pages on leaders need not show.
 */
const LEADER =
  /^(?:党(?:组|委|工委)(?:副?书记|成员|委员)?|副?(?:局长|镇长|主任|书记|主席|部长|院长)|办事处副?主任|人大主席|武装部部长|总(?:工程师|经济师|会计师))$/;

/** Whether a post without any office before it is a leader's. */
export const isLeaderPost = (post: string): boolean =>
  post.split(/[、，,]/).some((one) => LEADER.test(one.replace(/\s/g, '')));

/** The post without the unit's name, where it is a leader's of this unit; else null. */
function leaderPost(post: string, unit: Unit): string | null {
  const names = [unit.fullName, unit.name, ...unit.aliases].sort((a, b) => b.length - a.length);
  const flat = post.replace(/\s/g, '').replace(/[（(][^）)]*[)）]/g, '');
  const bare = names.reduce((text, name) => text.replaceAll(name, ''), flat);
  const posts = bare.split(/[、，,]/).filter((one) => LEADER.test(one));
  return posts.length > 0 ? posts.join('、') : null;
}

/** Of several changes of one person the last; a person who left and came back holds what the last one says. */
export function latestOnly(changes: readonly Change[]): readonly Change[] {
  const byPerson = new Map<string, Change>();
  for (const change of changes) {
    const known = byPerson.get(change.name);
    const isLater = !known || change.date > known.date || (change.date === known.date && change.kind === 'appointed');
    if (isLater) byPerson.set(change.name, change);
  }
  return [...byPerson.values()];
}

/** So many calendar days hold more than any number of working days asked for, whatever the holidays. */
const CALENDAR_DAYS_PER_WORKDAY = 3;

/** Whether more than `workdays` working days have passed since a change; null where the calendar cannot say. */
export function missesDeadline(
  { date }: Change,
  asOf: CivilDate,
  workdays: number,
  calendar: WorkCalendar,
): boolean | null {
  const days = daysBetween(date, asOf);
  if (days <= workdays) return false;
  if (days > workdays * CALENDAR_DAYS_PER_WORKDAY) return true;
  const passed = calendar.workdaysBetween(date, asOf);
  return passed === null ? null : passed > workdays;
}
