import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import { UserError } from '../model/user-error.ts';
import { type BulletinFiles, type BulletinWork, bulletinFiles } from './bulletin-files.ts';
import type { BulletinAnswer } from './bulletin-worker.ts';

/** There as compiled; from its sources the program works without a thread. */
const PROGRAM = new URL('./bulletin-worker.js', import.meta.url);
const IS_COMPILED = existsSync(fileURLToPath(PROGRAM));

/** One at a time: each takes the memory of a whole quarter. */
const queue = new PQueue({ concurrency: 1 });

/** Makes a bulletin without keeping others waiting: in a thread of its own. Throws as `bulletinFiles` does. */
export const makeBulletin = (work: BulletinWork): Promise<BulletinFiles> =>
  queue.add(() => (IS_COMPILED ? inThread(work) : bulletinFiles(work)));

async function inThread(workerData: BulletinWork): Promise<BulletinFiles> {
  const worker = new Worker(PROGRAM, { workerData });
  try {
    const answer = await new Promise<BulletinAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without a bulletin')));
    });
    if ('problems' in answer) throw new UserError(answer.exitCode, answer.problems);
    return answer;
  } finally {
    await worker.terminate();
  }
}
