import { type Period, shift } from '../model/period.ts';
import { inspection } from './compose.ts';
import { lastBulletin } from './last-bulletin.ts';

/** The quarters that a night audits, in order, and those that it leaves as their bulletin has them. */
export interface NightQuarters {
  readonly open: readonly Period[];
  readonly frozen: readonly Period[];
}

/**
 * The quarter before, for as long as its bulletin is being prepared (an audit of it is on record and no bulletin is
 * out), and then the current one: the last audit of a night is what reports and findings go by. Where a quarter was
 * asked for, that one alone. Throws UserError (exit code 5) for storage.
 */
export async function nightQuarters(night: {
  readonly data: string;
  readonly current: Period;
  readonly asked: Period | undefined;
}): Promise<NightQuarters> {
  const { data, current, asked } = night;
  const before = shift(current, -1);
  const wanted = asked ? [asked] : (await isOnRecord(data, before)) ? [before, current] : [current];
  const open: Period[] = [];
  const frozen: Period[] = [];
  for (const quarter of wanted) {
    if (!(await isFrozen(data, quarter))) open.push(quarter);
    else if (quarter === current || asked) frozen.push(quarter);
  }
  return { open, frozen };
}

async function isOnRecord(data: string, quarter: Period): Promise<boolean> {
  const { quarters, close } = await inspection(data);
  try {
    return (await quarters.all()).some(({ period }) => period === quarter.id);
  } finally {
    await close();
  }
}

/** Whether a bulletin on the quarter is out: then it is the last one before the quarter that follows. */
async function isFrozen(data: string, quarter: Period): Promise<boolean> {
  const [bulletin] = (await lastBulletin(data, shift(quarter, 1))).values();
  return bulletin?.period.id === quarter.id;
}
