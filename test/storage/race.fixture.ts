import { lockData } from '../../src/store/lock.ts';

/** Run as a process of its own: takes the lock of the folder it is told at the instant it is told, until it is told to let go. */
let release: (() => void) | null = null;
process.on('message', ({ folder, at }: { readonly folder?: string; readonly at?: number }) => {
  if (folder === undefined) {
    release?.();
    release = null;
    process.send?.('free');
    return;
  }
  // Both processes come out of this loop within microseconds.
  while (Date.now() < (at ?? 0));
  try {
    release = lockData(folder);
    process.send?.('held');
  } catch (error) {
    process.send?.((error as Error).message);
  }
});
process.send?.('ready');
