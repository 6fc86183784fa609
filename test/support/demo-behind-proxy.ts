import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type DemoFolder, prepareDemo } from '../../src/app/demo.ts';
import type { Audit } from '../../src/model/audit.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { longLivedFolder } from './temporary-folder.ts';
import { xunjian } from './xunjian.ts';

export interface DemoBehindProxy {
  readonly demo: DemoFolder;
  readonly proxy: FaultProxy;
  /** The options that crawl these units through the proxy into a data folder of this name, quietly. */
  options(data: string): string[];
  /** The audit of that data folder, as of the bulletin's day. */
  audit(data: string): Promise<Audit>;
}

/** Serves the demonstration district through a proxy that can spoil its answers, for a whole test file. */
export function demoBehindProxy(units: readonly string[]): () => DemoBehindProxy {
  const folder = longLivedFolder();
  let up: DemoBehindProxy | null = null;
  beforeAll(async () => {
    const demo = await prepareDemo(folder, { port: 0 });
    const proxy = await startFaultProxy(demo.port);
    const targets = join(folder, 'through-proxy.yaml');
    const [direct, indirect] = [demo.port, proxy.port].map((port) => `127.0.0.1:${port}`);
    writeFileSync(targets, readFileSync(demo.targets, 'utf8').replace(direct ?? '', indirect ?? ''));
    const options = (data: string): string[] => [
      ...['--targets', targets, '--data', join(folder, data), '--quiet'],
      ...units.flatMap((unit) => ['--unit', unit]),
    ];
    const judging = ['--registers', demo.registers, '--as-of', demo.asOf, '--period', demo.period, '--format', 'json'];
    const audit = async (data: string): Promise<Audit> =>
      JSON.parse((await xunjian('audit', ...options(data), ...judging)).stdout);
    up = { demo, proxy, options, audit };
  });
  afterAll(async () => {
    await up?.proxy.stop();
    await up?.demo.stop();
  });
  return () => {
    if (!up) throw new Error('the demonstration district is not up yet');
    return up;
  };
}
