// A thread that reads one uploaded file for `in-worker.ts` and then ends.
import { parentPort } from 'node:worker_threads';
import { type Problem, UserError } from '../../model/user-error.ts';
import { readAttachment } from './read-attachment.ts';
import { readUploadedRegister } from './read-uploaded-register.ts';
import type { UploadTask } from './upload-task.ts';

/** What the thread answers; a UserError loses its class on the way. */
export type UploadAnswer<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

async function answer(task: UploadTask): Promise<UploadAnswer<unknown>> {
  try {
    return { value: task.kind === 'register' ? await readUploadedRegister(task) : await readAttachment(task) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problems: error.problems };
  }
}

parentPort?.once('message', async (task: UploadTask) => parentPort?.postMessage(await answer(task)));
parentPort?.postMessage('ready');
