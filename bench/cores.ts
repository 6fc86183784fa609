import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

export interface Cores {
  readonly site: string | null;
  readonly peer: string | null;
}

/** A core for the measured program and another for the site, where the system can hold processes to cores. */
export function chooseCores(): Cores {
  const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;
  return canPin ? { site: '1', peer: '0' } : { site: null, peer: null };
}
