import type { PublishedBulletin } from '../../model/bulletin.ts';
import { addDays, type CivilDate, daysBetween } from '../../model/civil-date.ts';
import type { RemindSettings } from '../../model/console-settings.ts';
import type { MessageDraft } from '../../model/message.ts';
import { groupBy } from '../group-by.ts';
import { dayName, quarterName } from '../words.ts';
import { type Audience, consoleLine, toRobots, toUnit } from './audience.ts';
import { countLines, itemLines, type UnitItems, unitsWith } from './items.ts';

export interface ReminderSources extends Audience {
  readonly remind: RemindSettings;
  /** What the newest bulletin says, by unit; `rectifyBy` is the unit's own last day where it was given a longer term. */
  readonly bulletin: ReadonlyMap<string, PublishedBulletin>;
  /** Findings that nobody need be reminded of, by unit: the unit reported on them. */
  readonly answered: ReadonlyMap<string, ReadonlySet<string>>;
  readonly today: CivilDate;
}

/**
 * Reminders of what a bulletin named and nobody has reported on: to each unit its own items, to the robots which unit
 * has how many. They are about the newest day for reminding that has come, so that asking again on a later day gives
 * the same ones, and a day on which the server stood still is made up for.
 */
export function remindersOf(sources: ReminderSources): MessageDraft[] {
  const { units, bulletin, answered, remind, today } = sources;
  const open = unitsWith(units, bulletin, (unit, { finding }) => !answered.get(unit)?.has(finding));
  const due = open.flatMap((one) => {
    const day = dayOfReminding(one.bulletin, remind, today);
    return day ? [{ ...one, day }] : [];
  });
  const byDeadline = groupBy(due, (one) => one.bulletin.rectifyBy);
  return [
    ...due.flatMap((one) => letterTo(one, one.day, sources)),
    ...[...byDeadline.values()].flatMap((own) => summary(own, sources)),
  ];
}

/** The newest day for reminding by today; null where none has come. What went out with the bulletin needs no reminder. */
function dayOfReminding(
  { publishedOn, rectifyBy }: PublishedBulletin,
  { daysBefore, overdueEvery }: RemindSettings,
  today: CivilDate,
): CivilDate | null {
  const late = daysBetween(rectifyBy, today);
  const overdue = late >= overdueEvery ? [addDays(rectifyBy, late - (late % overdueEvery))] : [];
  const days = [...daysBefore.map((days) => addDays(rectifyBy, -days)), ...overdue];
  return (
    days
      .filter((day) => day > publishedOn && day <= today)
      .sort()
      .at(-1) ?? null
  );
}

function letterTo({ unit, bulletin, items }: UnitItems, day: CivilDate, sources: ReminderSources): MessageDraft[] {
  const quarter = quarterName(bulletin.period);
  const count = `${items.length}项`;
  const when = timeLeft(bulletin.rectifyBy, sources.today);
  return toUnit(sources, unit.id, {
    about: `due/${bulletin.period.id}/${day}`,
    subject: `${unit.name}：${quarter}通报的问题有${count}尚未反馈整改情况，${when}`,
    lines: [
      `${unit.name}：`,
      `${sources.district}${quarter}政务公开通报中，贵单位有${count}尚未反馈整改情况。整改期限为${dayName(bulletin.rectifyBy)}，${when}。`,
      '',
      ...itemLines(items),
      '',
      '请整改后逐项反馈；反馈后即自动复查，不再提醒。',
      consoleLine(sources),
    ],
  });
}

/** Units with one deadline: one that has a longer term is not named among those that are late. */
function summary(due: readonly (UnitItems & { readonly day: CivilDate })[], sources: ReminderSources): MessageDraft[] {
  const [first] = due;
  if (!first) return [];
  const { period, rectifyBy } = first.bulletin;
  const day = due.reduce((latest, { day }) => (day > latest ? day : latest), first.day);
  const when = timeLeft(rectifyBy, sources.today);
  const isLonger = [...sources.bulletin.values()].some((other) => other.rectifyBy < rectifyBy);
  return toRobots(sources, {
    about: `due/${period.id}/${day}${isLonger ? `/${rectifyBy}` : ''}`,
    subject: `${quarterName(period)}通报的问题有${due.length}个单位尚未反馈整改情况，${when}`,
    lines: [`整改期限为${dayName(rectifyBy)}。`, consoleLine(sources), ...countLines(due)],
  });
}

function timeLeft(rectifyBy: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, rectifyBy);
  if (days === 0) return '今天是整改期限';
  return days > 0 ? `距整改期限还有${days}天` : `已超过整改期限${-days}天`;
}
