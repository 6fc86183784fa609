import { type FSWatcher, mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from './plan.ts';
import type { Ended, Program } from './program.ts';
import type { Site } from './site.ts';

export interface Lived extends Ended {
  readonly killed: boolean;
}

/** One life of a crawl: it ends by itself, or is killed at the moment given. */
export async function live(
  program: Program,
  site: Site,
  args: readonly string[],
  data: string,
  moment: Moment | null,
): Promise<Lived> {
  const { child, ended } = program.start(args);
  let killed = false;
  const kill = (): void => {
    killed = child.kill('SIGKILL') || killed;
  };
  const release = moment ? arm(moment, site, data, kill) : () => {};
  try {
    return { ...(await ended), killed };
  } finally {
    release();
  }
}

function arm(moment: Moment, site: Site, data: string, kill: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let seen = 0;
  switch (moment.by) {
    case 'time':
      if (moment.from === 'start') timer = setTimeout(kill, moment.ms);
      else
        site.hook = () => {
          timer ??= setTimeout(kill, moment.ms);
          return null;
        };
      break;
    case 'request':
      site.hook = (_path, size) => {
        seen += 1;
        return seen === moment.n ? { first: Math.floor(size * moment.share), between: kill } : null;
      };
      break;
    case 'evidence':
    case 'index': {
      const folder = moment.by === 'evidence' ? join(data, 'evidence') : data;
      const name = moment.by === 'evidence' ? '.warc.gz' : 'xunjian.db-wal';
      mkdirSync(folder, { recursive: true });
      watcher = watch(folder, (_event, file) => {
        if (!file?.endsWith(name)) return;
        seen += 1;
        if (seen === moment.n) kill();
      });
    }
  }
  return () => {
    clearTimeout(timer);
    watcher?.close();
    site.hook = null;
  };
}
