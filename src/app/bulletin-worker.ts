// A thread that makes one bulletin for `bulletin-thread.ts` and then ends.
import { parentPort, workerData } from 'node:worker_threads';
import { type ExitCode, type Problem, UserError } from '../model/user-error.ts';
import { type BulletinFiles, type BulletinWork, bulletinFiles } from './bulletin-files.ts';

/** What the thread answers; a UserError loses its class on the way. */
export type BulletinAnswer = BulletinFiles | { readonly exitCode: ExitCode; readonly problems: readonly Problem[] };

async function answer(work: BulletinWork): Promise<BulletinAnswer> {
  try {
    return await bulletinFiles(work);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { exitCode, problems } = error;
    return { exitCode, problems };
  }
}

parentPort?.postMessage(await answer(workerData as BulletinWork));
