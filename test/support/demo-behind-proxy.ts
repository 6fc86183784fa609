import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type CrawlOutcome, crawlDistrict } from '../../src/app/crawl-district.ts';
import { type DemoFolder, prepareDemo } from '../../src/app/demo.ts';
import type { Audit } from '../../src/model/audit.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { longLivedFolder } from './temporary-folder.ts';
import { xunjian } from './xunjian.ts';

/** Time-outs, looks and cool-downs in fractions of a second. */
const IMPATIENT = {
  timeOuts: { connect: 2000, headers: 2000, body: 2000, total: 20_000 },
  lookWaits: { hiccup: [10, 20], trouble: [10, 20], overload: [10, 20], gone: [10, 20] },
  coolDown: { streak: 6, firstMs: 50, times: 3 },
} as const;

export interface DemoBehindProxy {
  readonly demo: DemoFolder;
  readonly proxy: FaultProxy;
  /** The options that crawl these units through the proxy into a data folder of this name, quietly. */
  options(data: string): string[];
  /** Crawls these units through the proxy into a data folder of this name, without a real night's patience. */
  crawl(data: string): Promise<CrawlOutcome>;
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
    const crawl = (data: string): Promise<CrawlOutcome> =>
      crawlDistrict({
        files: { targets, units },
        ...{ data: join(folder, data), signal: new AbortController().signal, verbose: false, full: false },
        patience: IMPATIENT,
        onProgress: () => {},
        onNotice: () => {},
      });
    up = { demo, proxy, options, crawl, audit };
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
