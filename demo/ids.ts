import { addDays, type CivilDate } from '../src/model/civil-date.ts';
import { randomFor } from './random.ts';
import type { DemoUnit } from './types.ts';

/** Nothing in this content system is older than its opening; earlier documents were carried over afterwards. */
const OPENED = '2020-11-18' as CivilDate;
/** Gaps in days between printed date and creation as they occur on such sites. */
const GAPS = [181, 45, 26, 17, 13, 5, -3, -7] as const;

const secondsOf = (date: CivilDate, secondOfDay: number): number => Date.parse(date) / 1000 + secondOfDay;

/** When the document was made in the content system, in seconds since 1970. */
function createdAt(key: string, date: CivilDate, gap: number | undefined): number {
  const random = randomFor(`created ${key}`);
  const days = gap ?? (random.chance(20) ? random.pick(GAPS) : 0);
  const wanted = addDays(date, days);
  const real = wanted < OPENED ? addDays(OPENED, random.int(0, 200)) : wanted;
  return secondsOf(real, random.int(1_800, 34_000));
}

/** 24 hex digits whose first eight are the creation time, and the serial that the index number takes from it. */
export function documentId(key: string, date: CivilDate, gap: number | undefined): { id: string; serial: number } {
  const seconds = createdAt(key, date, gap);
  const first = secondsOf(OPENED, 0);
  return {
    id: seconds.toString(16).padStart(8, '0') + randomFor(`document ${key}`).hex(16),
    serial: 5_058_000 + Math.floor((seconds - first) / 310),
  };
}

/** A channel's name in one of the forms the content system uses; unique within the unit. */
export function channelName(unit: DemoUnit, order: number): string {
  const random = randomFor(`channel ${unit.id} ${order}`);
  const a = `channel_c_${unit.channelPrefix}_n_${1_605_680_400 + order * 37 + random.int(0, 30)}.${random.int(101, 9_899)}`;
  const forms = [
    a,
    a,
    a,
    `channel_c_${unit.channelPrefix}_${random.hex(24)}`,
    `channel_${random.hex(24)}`,
    `channel_c${1_500 + Number.parseInt(unit.channelPrefix.slice(-2), 16) * 60 + order}`,
  ] as const;
  return random.pick(forms);
}
