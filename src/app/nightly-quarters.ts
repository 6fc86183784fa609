import { addDays, type CivilDate } from '../model/civil-date.ts';
import { lastDay, type Period, shift } from '../model/period.ts';
import { inspection } from './compose.ts';
import { lastBulletin } from './last-bulletin.ts';

/** The quarters that a night audits, in order, and those that it leaves as their bulletin has them. */
export interface NightQuarters {
  readonly open: readonly Period[];
  readonly frozen: readonly Period[];
}

/** So many days after its end a quarter is still assessed where the program begins only then. */
const ASSESSED_FOR = 60;

/**
 * The quarter before, for as long as its bulletin is being prepared, and then the current one: the last audit of a night
 * is what reports and findings go by. It is being prepared where an audit of it is on record and no bulletin is out; so
 * too where nothing is on record at all and it ended lately, since whoever begins with the program then has it at hand.
 * Where a quarter was asked for, that one alone. Throws UserError (exit code 5) for storage.
 */
export async function nightQuarters(night: {
  readonly data: string;
  readonly current: Period;
  readonly asked: Period | undefined;
  readonly asOf: CivilDate;
}): Promise<NightQuarters> {
  const { data, current, asked, asOf } = night;
  const before = shift(current, -1);
  const isAtHand = !asked && (await isBeingPrepared(data, before, asOf));
  const wanted = asked ? [asked] : isAtHand ? [before, current] : [current];
  const open: Period[] = [];
  const frozen: Period[] = [];
  for (const quarter of wanted) {
    if (!(await isFrozen(data, quarter))) open.push(quarter);
    else if (quarter === current || asked) frozen.push(quarter);
  }
  return { open, frozen };
}

async function isBeingPrepared(data: string, quarter: Period, asOf: CivilDate): Promise<boolean> {
  const { quarters, close } = await inspection(data);
  try {
    const known = await quarters.all();
    if (known.length === 0) return asOf <= addDays(lastDay(quarter), ASSESSED_FOR);
    return known.some(({ period }) => period === quarter.id);
  } finally {
    await close();
  }
}

/** Whether a bulletin on the quarter is out: then it is the last one before the quarter that follows. */
async function isFrozen(data: string, quarter: Period): Promise<boolean> {
  const [bulletin] = (await lastBulletin(data, shift(quarter, 1))).values();
  return bulletin?.period.id === quarter.id;
}
