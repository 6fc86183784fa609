import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../src/crawl/browser.ts';
import type { Audit } from '../src/model/audit.ts';
import { demoBehindProxy } from './support/demo-behind-proxy.ts';
import type { Fault } from './support/fault-proxy.ts';

/** Units that are blamed for much, so that an outage has much to forgive or to make worse. */
const UNITS = ['lzqsfj', 'lzqwwj', 'lzqqdzrmzf', 'lzqwsjdbsc', 'lzqczj'];

const browser = await findBrowser();

describe.skipIf(browser === null)('an outage never costs a unit points (needs a browser)', () => {
  const up = demoBehindProxy(UNITS);

  const inspect = async (data: string): Promise<Audit> => {
    expect(await up().crawl(data)).toMatchObject({ interrupted: false, unreachable: [] });
    return up().audit(data);
  };

  it.each<Fault>(['reset', 'timeout', 'challenge', 'blank'])(
    '%s',
    async (fault) => {
      const victim = 'lzqsfj';
      up().proxy.choose((path) => (path.includes(`site_${victim}/`) ? fault : 'none'));
      const { verdicts, deductions } = await inspect(fault);
      const mine = verdicts.filter(({ unit }) => unit === victim);
      expect(mine.length).toBeGreaterThan(4);
      expect(new Set(mine.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
      expect(deductions.filter(({ unit }) => unit === victim)).toEqual([]);
      expect(new Set(deductions.map(({ unit }) => unit)).size).toBe(UNITS.length - 1);
    },
    600_000,
  );

  it('hits and misses at random: no unit loses a point that it would not have lost', async () => {
    const { proxy } = up();
    proxy.choose(() => 'none');
    const healthy = new Set((await inspect('healthy')).deductions.map(({ unit, group }) => `${unit} ${group}`));
    const faults: readonly Fault[] = ['reset', 'challenge', 'blank'];
    // By the digest of the address, so that the same addresses are spoilt in every run, whatever their order.
    proxy.choose((path) => {
      const [chance = 0, kind = 0] = createHash('sha256').update(path).digest();
      return path !== '/robots.txt' && chance < 0.3 * 256 ? (faults[kind % faults.length] ?? 'none') : 'none';
    });
    const { deductions } = await inspect('random');
    expect(deductions.map(({ unit, group }) => `${unit} ${group}`).filter((one) => !healthy.has(one))).toEqual([]);
  }, 600_000);
});
