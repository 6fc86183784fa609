import type { PublishedBulletin } from '../model/bulletin.ts';
import type { Period } from '../model/period.ts';
import { inspection } from './compose.ts';

/** What the last bulletin on a quarter before this one says, by unit. Throws UserError (exit code 5) for storage. */
export async function lastBulletin(dataDir: string, quarter: Period): Promise<ReadonlyMap<string, PublishedBulletin>> {
  const { bulletins, close } = await inspection(dataDir);
  try {
    return await bulletins.lastBefore(quarter);
  } finally {
    await close();
  }
}
