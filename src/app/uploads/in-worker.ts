import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import PQueue from 'p-queue';
import { EXIT, UserError } from '../../model/user-error.ts';
import { refusedUpload } from './refuse-upload.ts';
import type { UploadTask } from './upload-task.ts';
import type { UploadAnswer } from './upload-worker.ts';

/** Files that are read at once, so that many uploads together take no more memory than these. */
const AT_ONCE = 2;
const queue = new PQueue({ concurrency: AT_ONCE });

const isCompiled = import.meta.url.endsWith('.js');
const PROGRAM = new URL(`./upload-worker.${isCompiled ? 'js' : 'ts'}`, import.meta.url);
/** Megabytes; enough for what lives only while a row is read. */
const YOUNG_GENERATION = 16;

/**
 * Reads an uploaded file in a thread of its own, which is ended whatever it does: a pool would give the next file the
 * thread that this one has spoiled, and a time that runs while a file waits for its turn would refuse the patient.
 * Throws UserError (exit code 2): what the thread says of the file, or that it took too long or too much memory.
 */
export const inWorker = <T>(task: UploadTask): Promise<T> => queue.add(() => ask<T>(task));

async function ask<T>(task: UploadTask): Promise<T> {
  const { name, limits } = task;
  const worker = started({
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<UploadAnswer<T>>((resolve, reject) => {
      const tooLong = (): void =>
        reject(refusedUpload(name, `读取超过${limits.timeMs / 1000}秒，已停止`, '请减少内容或另存后重试'));
      worker.once('message', () => {
        // From here on the file is at work; before, only this program was.
        timer = setTimeout(tooLong, limits.timeMs);
        worker.once('message', resolve);
      });
      worker.once('error', (error) => reject(trouble(name, error)));
      worker.once('exit', () => reject(trouble(name, undefined)));
      worker.postMessage(task);
    });
    if ('problems' in answer) throw new UserError(EXIT.usage, answer.problems);
    return answer.value;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function trouble(name: string, error: unknown): UserError {
  const isMemory = (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? refusedUpload(name, '内容过于庞大，读取时超出内存限制', '请减少内容后重试', undefined, error)
    : refusedUpload(name, '文件无法读取，可能已损坏', '请用 Excel 或 WPS 打开后另存，再上传', undefined, error);
}

/** The thread with its program as it was compiled; or as it stands, which takes a loader, where this runs from its sources. */
function started(options: WorkerOptions): Worker {
  if (isCompiled) return new Worker(PROGRAM, options);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = new URL('dist/esm/api/index.mjs', tsx);
  const [loaded, program] = [loader.href, PROGRAM.href].map((url) => JSON.stringify(url));
  const start = `import(${loaded}).then(({ register }) => (register(), import(${program})))`;
  return new Worker(start, { ...options, eval: true, execArgv: [] });
}
