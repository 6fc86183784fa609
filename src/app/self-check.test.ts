import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideOf, IMPATIENT, monthsOf, smallDistrict } from '../../test/support/small-district.ts';
import { lastAudit } from './last-audit.ts';
import { selfCheckUnit } from './self-check.ts';
import { keepSelfCheck, lastSelfCheck } from './self-check-audit.ts';

type District = Awaited<ReturnType<typeof smallDistrict>>;

async function districtOfStaleGuides(): Promise<District> {
  const district = await smallDistrict();
  district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4) });
  for (const unit of ['jia', 'yi', 'bing']) district.serve({ [`/${unit}/guide/`]: guideOf(unit, '2022-03-01') });
  district.at('2023-06-05');
  return district;
}

const check = ({ targets, data }: District, unit: string, signal = new AbortController().signal) =>
  selfCheckUnit({
    ...{ files: { targets }, data, checks: [], unit, signal, verbose: false, patience: IMPATIENT },
    ...{ onCrawlProgress: () => {}, onNotice: () => {} },
  });

const unitsIn = (district: District, unit: string): unknown =>
  lastSelfCheck(district.data, unit)?.audit.units.map(({ id }) => id);

describe('a self-check', () => {
  it('is kept as the unit’s own, whatever others check after it, and leaves the district’s audit alone', async () => {
    const district = await districtOfStaleGuides();
    const whole = await district.night('2023-06-05');
    expect(lastSelfCheck(district.data, 'jia')).toBeNull();
    await check(district, '甲局');
    await check(district, 'yi');
    expect([unitsIn(district, 'jia'), unitsIn(district, 'yi')]).toEqual([['jia'], ['yi']]);
    expect(lastAudit(district.data).audit).toEqual(whole);
    expect(existsSync(join(district.data, 'audit-part.json'))).toBe(true);
    const shown = await district.run('self-check', 'jia', '--as-of', '2023-06-05', '--format', 'json');
    expect(lastSelfCheck(district.data, 'jia')?.audit).toEqual(JSON.parse(shown.stdout));
  });

  it('sees at once what was mended, and the next one what was spoilt', async () => {
    const district = await districtOfStaleGuides();
    const stale = async () => {
      const result = await check(district, 'jia');
      return !result.interrupted && result.audit.verdicts.some(({ message }) => message === 'stale');
    };
    expect(await stale()).toBe(true);
    district.serve({ '/jia/guide/': guideOf('jia', '2023-06-01') });
    expect(await stale()).toBe(false);
    district.serve({ '/jia/guide/': guideOf('jia', '2022-03-01') });
    expect(await stale()).toBe(true);
  });

  it('that is stopped judges and keeps nothing', async () => {
    const district = await districtOfStaleGuides();
    const stop = new AbortController();
    district.watch((path) => {
      if (path === '/yi/tj/') stop.abort();
    });
    expect(await check(district, 'yi', stop.signal)).toEqual({ interrupted: true });
    expect(readdirSync(district.data)).not.toContain('self-checks');
    district.watch(() => {});
    expect(await check(district, 'yi')).toMatchObject({ interrupted: false });
  });

  it.each(['../audit', 'jia/../../x', '', 'Jia', 'con.json\0'])('is never kept for the id %j', (unit) => {
    const kept = { audit: {} as never, unread: [] };
    expect(() => keepSelfCheck('/nowhere', unit, kept)).toThrow(/not the id/);
    expect(() => lastSelfCheck('/nowhere', unit)).toThrow(/not the id/);
  });
});
