import { resolve } from 'node:path';
import PQueue from 'p-queue';

/** The writers of each folder; there are as many folders as districts. */
const queues = new Map<string, PQueue>();

/**
 * Does the work when all that was asked for earlier in the same folder is done, so that of two who write at once each
 * sees what the other wrote. Rejects as the work does.
 */
export function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const key = resolve(folder);
  const queue = queues.get(key) ?? new PQueue({ concurrency: 1 });
  queues.set(key, queue);
  return queue.add(work);
}
