import { lockData } from './lock.ts';

/** Run as a process of its own: holds the folder named on the command line until it is killed. */
lockData(process.argv[2] ?? '');
process.send?.('held');
setInterval(() => {}, 1000);
