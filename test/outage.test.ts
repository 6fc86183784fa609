import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoFolder, prepareDemo } from '../src/app/demo.ts';
import { findBrowser } from '../src/crawl/browser.ts';
import type { Audit } from '../src/model/audit.ts';
import { type Fault, type FaultProxy, startFaultProxy } from './support/fault-proxy.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

/** Units that are blamed for much, so that an outage has much to forgive or to make worse. */
const UNITS = ['lzqsfj', 'lzqwwj', 'lzqqdzrmzf', 'lzqwsjdbsc', 'lzqczj'];

const browser = await findBrowser();

describe.skipIf(browser === null)('an outage never costs a unit points (needs a browser)', () => {
  const folder = longLivedFolder();
  let demo: DemoFolder;
  let proxy: FaultProxy;
  let targets: string;

  beforeAll(async () => {
    demo = await prepareDemo(folder, { port: 0 });
    proxy = await startFaultProxy(demo.port);
    targets = join(folder, 'through-proxy.yaml');
    writeFileSync(
      targets,
      readFileSync(demo.targets, 'utf8').replace(`127.0.0.1:${demo.port}`, `127.0.0.1:${proxy.port}`),
    );
  });
  afterAll(async () => {
    await proxy?.stop();
    await demo?.stop();
  });

  const inspect = async (data: string): Promise<Audit> => {
    const units = UNITS.flatMap((unit) => ['--unit', unit]);
    const common = ['--targets', targets, '--data', join(folder, data), ...units, '--quiet'];
    expect(await xunjian('crawl', ...common)).toMatchObject({ code: 0 });
    const { stdout } = await xunjian(
      'audit',
      ...common,
      '--registers',
      demo.registers,
      '--as-of',
      '2023-08-08',
      '--period',
      '2023Q2',
      '--format',
      'json',
    );
    return JSON.parse(stdout);
  };

  it.each<Fault>(['reset', 'timeout', 'challenge', 'blank'])(
    '%s',
    async (fault) => {
      const victim = 'lzqsfj';
      proxy.choose((path) => (path.includes(`site_${victim}/`) ? fault : 'none'));
      const { verdicts, deductions } = await inspect(fault);
      const mine = verdicts.filter(({ unit }) => unit === victim);
      expect(mine.length).toBeGreaterThan(4);
      expect(new Set(mine.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
      expect(deductions.filter(({ unit }) => unit === victim)).toEqual([]);
      expect(new Set(deductions.map(({ unit }) => unit)).size).toBe(UNITS.length - 1);
    },
    240_000,
  );

  it('hits and misses at random: no unit loses a point that it would not have lost', async () => {
    proxy.choose(() => 'none');
    const healthy = new Set((await inspect('healthy')).deductions.map(({ unit, group }) => `${unit} ${group}`));
    const faults: readonly Fault[] = ['reset', 'challenge', 'blank'];
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const broken = new Map<string, Fault>();
    proxy.choose((path) => {
      if (path === '/robots.txt') return 'none';
      const known =
        broken.get(path) ?? (random() < 0.3 ? (faults[Math.floor(random() * faults.length)] ?? 'none') : 'none');
      broken.set(path, known);
      return known;
    });
    const { deductions } = await inspect('random');
    expect(deductions.map(({ unit, group }) => `${unit} ${group}`).filter((one) => !healthy.has(one))).toEqual([]);
  }, 240_000);
});
