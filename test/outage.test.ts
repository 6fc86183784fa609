import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { builtInChecks } from '../checks/index.ts';
import { findBrowser } from '../src/crawl/browser.ts';
import type { Audit } from '../src/model/audit.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { demoBehindProxy } from './support/demo-behind-proxy.ts';
import type { Fault } from './support/fault-proxy.ts';

/** Units that are blamed for much, so that an outage has much to forgive or to make worse. */
const UNITS = ['lzqsfj', 'lzqwwj', 'lzqqdzrmzf', 'lzqwsjdbsc', 'lzqczj'];

const FAULTS: readonly Fault[] = ['reset', 'timeout', 'challenge', 'blank'];

/** What tables kept by people say holds whether the site answers or not. */
const REGISTER_CHECKS = new Set(builtInChecks.filter(({ judges }) => judges === 'registers').map(({ id }) => id));
const REGISTER_GROUPS = new Set(['submissions', 'rectification-feedback']);

/** What checks that look at pages say of a unit, where their question arises at all. */
const ofPages = ({ verdicts }: Audit, of: string): Verdict[] =>
  verdicts.filter(
    ({ unit, check, verdict, reason }) =>
      unit === of && !REGISTER_CHECKS.has(check) && !(verdict === 'not-applicable' && reason === 'no-column'),
  );

/** Deductions that rest on pages. */
const onPages = ({ deductions }: Audit): Audit['deductions'] =>
  deductions.filter(({ group }) => !REGISTER_GROUPS.has(group));

const browser = await findBrowser();

describe.skipIf(browser === null)('an outage never costs a unit points (needs a browser)', () => {
  const up = demoBehindProxy(UNITS);

  const inspect = async (data: string): Promise<Audit> => {
    expect(await up().crawl(data)).toMatchObject({ interrupted: false, unreachable: [] });
    return up().audit(data);
  };

  it.each(FAULTS)(
    '%s',
    async (fault) => {
      const victim = 'lzqsfj';
      up().proxy.choose((path) => (path.includes(`site_${victim}/`) ? fault : 'none'));
      const audit = await inspect(fault);
      const deductions = onPages(audit);
      const mine = ofPages(audit, victim);
      expect(mine.length).toBeGreaterThan(10);
      expect(new Set(mine.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
      expect(deductions.filter(({ unit }) => unit === victim)).toEqual([]);
      expect(new Set(deductions.map(({ unit }) => unit)).size).toBe(UNITS.length - 1);
    },
    600_000,
  );

  it('in a later night: what was known of the unit is not held against it, and nobody pays more', async () => {
    const victim = 'lzqwwj';
    const { proxy } = up();
    const taken = (audit: Audit): ReadonlyMap<string, number> =>
      new Map(onPages(audit).map(({ unit, group, points }) => [`${unit} ${group}`, points]));
    proxy.choose(() => 'none');
    const before = taken(await inspect('nights'));
    expect([...before.keys()].some((key) => key.startsWith(victim))).toBe(true);
    for (const [index, fault] of FAULTS.entries()) {
      proxy.choose((path) => (path.includes(`site_${victim}/`) ? fault : 'none'));
      expect(await up().crawl('nights')).toMatchObject({ mode: 'changed', night: index + 1, interrupted: false });
      const audit = await up().audit('nights');
      const mine = ofPages(audit, victim);
      expect(new Set(mine.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
      for (const [key, points] of taken(audit)) {
        expect(key).not.toContain(victim);
        expect(points).toBeLessThanOrEqual(before.get(key) ?? 0);
      }
    }
    proxy.choose(() => 'none');
    expect(taken(await inspect('nights'))).toEqual(before);
  }, 600_000);

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
