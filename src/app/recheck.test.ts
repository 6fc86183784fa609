import { describe, expect, it } from 'vitest';
import { guideOf, IMPATIENT, monthsOf, type Served, smallDistrict } from '../../test/support/small-district.ts';
import type { ListedFinding } from './list-findings.ts';
import { type Recheck, type RecheckRequest, recheckFinding } from './recheck.ts';
import { selfCheckUnit } from './self-check.ts';
import { lastSelfCheck } from './self-check-audit.ts';

type District = Awaited<ReturnType<typeof smallDistrict>>;

const GUIDE = (unit: string): string => `/${unit}/guide/`;
const OLD = '2022-03-01';
const CURRENT = '2023-06-01';
const STALE = (unit: string): string => `${unit}/guide/stale/guide/2023`;
const OVERDUE = 'yi/periodic/overdue/statistics/2023-05';

/** Everything in order but the guides of these units. */
async function districtWith(...stale: readonly string[]): Promise<District> {
  const district = await smallDistrict();
  district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4, 5, 6, 7) });
  for (const unit of ['jia', 'yi', 'bing'])
    district.serve({ [GUIDE(unit)]: guideOf(unit, stale.includes(unit) ? OLD : CURRENT) });
  return district;
}

const common = ({ targets, data }: District) => ({
  ...{ files: { targets }, data, checks: [], signal: new AbortController().signal, verbose: false },
  ...{ patience: IMPATIENT, onCrawlProgress: () => {}, onNotice: () => {} },
});

async function recheck(
  district: District,
  id: string,
  more: Partial<RecheckRequest> = {},
): Promise<Recheck & { readonly outcome?: string; readonly text?: string }> {
  const [unit = ''] = id.split('/');
  return recheckFinding({ ...common(district), unit, finding: id, ...more });
}

const STATES = ['new', 'open', 'fixed', 'returned', 'lapsed'].flatMap((state) => ['--state', state]);
const history = (district: District): Promise<ListedFinding[]> => district.findings(...STATES);

/** A whole crawl in the night of this day that is stopped when this page is asked for. */
async function stoppedNight(district: District, day: string, path: string): Promise<void> {
  const stop = new AbortController();
  district.watch((asked) => {
    if (asked === path) stop.abort();
  });
  await district.crawl(day, [], { signal: stop.signal });
  expect(stop.signal.aborted).toBe(true);
  district.watch(() => {});
}

describe('a re-check of one finding', () => {
  it('says that it is put right, and asks for nothing but its columns', async () => {
    const district = await districtWith('jia', 'bing');
    await district.night('2023-06-05');
    district.serve({ [GUIDE('jia')]: guideOf('jia', CURRENT) });
    district.asked.length = 0;
    expect(await recheck(district, STALE('jia'))).toMatchObject({ outcome: 'fixed', unreadable: 0 });
    const pages = district.asked.filter((path) => !/robots|xunjian-/.test(path));
    expect(new Set(pages)).toEqual(new Set([GUIDE('jia')]));
  });

  it('says that it still stands, in the words of now', async () => {
    const district = await districtWith('jia');
    await district.night('2023-06-05');
    expect(await recheck(district, STALE('jia'))).toMatchObject({
      outcome: 'not-fixed',
      text: expect.stringContaining('指南'),
    });
  });

  it.each<[string, Served]>([
    ['an error', 503],
    ['silence', 'silence'],
    ['a blank page', '<html><body></body></html>'],
    ['404', 404],
  ])('says that nothing is known where the site answers with %s', async (_answer, page) => {
    const district = await districtWith('jia');
    await district.night('2023-06-05');
    district.serve({ [GUIDE('jia')]: page });
    expect(await recheck(district, STALE('jia'))).toMatchObject({ outcome: 'unread' });
  });

  it('of a month that was posted since reads the list and its documents anew, in the next quarter too', async () => {
    const district = await districtWith();
    district.serve(monthsOf(1, 2, 3, 4));
    await district.night('2023-07-10', { period: '2023Q2' });
    expect((await history(district)).map(({ id }) => id)).toContain(OVERDUE);
    expect(await recheck(district, OVERDUE)).toMatchObject({ outcome: 'not-fixed' });
    district.serve(monthsOf(1, 2, 3, 4, 5));
    expect(await recheck(district, OVERDUE)).toMatchObject({ outcome: 'fixed' });
    await district.night('2023-07-11', { period: '2023Q3' });
    expect(await recheck(district, OVERDUE)).toMatchObject({ outcome: 'fixed' });
    district.serve({ '/yi/tj/doc_5.html': 503 });
    expect(await recheck(district, OVERDUE)).toMatchObject({ outcome: 'unread' });
  });

  it('says that nothing is known where the column is inspected no longer', async () => {
    const district = await districtWith();
    district.serve(monthsOf(1, 2, 3, 4));
    await district.night('2023-07-10', { period: '2023Q2' });
    district.inspectNoLonger('/yi/tj/');
    expect(await recheck(district, OVERDUE)).toMatchObject({ outcome: 'unread', captures: 0 });
  });

  it('refuses a finding that the unit does not have', async () => {
    const district = await districtWith('jia', 'bing');
    await district.night('2023-06-05');
    await expect(recheck(district, STALE('jia'), { unit: 'bing' })).rejects.toThrow(/该单位没有这个问题/);
    await expect(recheck(district, 'jia/../../x')).rejects.toMatchObject({ exitCode: 2 });
  });

  it('changes nothing of what is on record', async () => {
    const district = await districtWith('jia', 'bing');
    await district.night('2023-06-05');
    const before = [await history(district), await district.auditRun('2023-06-05')];
    await recheck(district, STALE('jia'), { asOf: undefined });
    expect(lastSelfCheck(district.data, 'jia')).toBeNull();
    expect([await history(district), await district.auditRun('2023-06-05')]).toEqual(before);
  });
});

describe('a night that is stopped', () => {
  /** What an audit and the history say, without the looks that they rest on. */
  const said = async (district: District, day: string) => {
    const { verdicts, deductions, scores } = await district.audit(day);
    const shown = verdicts.map(({ id, verdict, text, evidence }) => [
      id,
      verdict,
      text,
      evidence.map(({ url }) => url),
    ]);
    return { shown, deductions, scores, history: await history(district) };
  };

  /** A night, one that is stopped after the guides were read and goes on later, and what happens in between. */
  async function withBetween(between: (district: District) => Promise<void>) {
    const district = await districtWith('jia', 'bing');
    await district.night('2023-06-05');
    // More than are under way at once.
    district.serve(monthsOf(1, 2, 3, 5, 6, 7));
    await stoppedNight(district, '2023-06-06', '/yi/tj/doc_7.html');
    district.serve({ [GUIDE('jia')]: guideOf('jia', CURRENT) });
    await between(district);
    district.asked.length = 0;
    await district.crawl('2023-06-06', [], { hour: '18:00' });
    expect(district.asked).not.toContain(GUIDE('bing'));
    return { district, ...(await said(district, '2023-06-07')) };
  }

  const without = (known: readonly ListedFinding[], id: string) => known.filter((finding) => finding.id !== id);

  it('goes on after a re-check, and says all the same but of that one finding', async () => {
    const plain = await withBetween(async () => {});
    const looked = await withBetween(async (district) => {
      district.at('2023-06-06', '15:00');
      expect(await recheck(district, STALE('jia'))).toMatchObject({ outcome: 'fixed' });
    });
    const isOther = ([id]: readonly unknown[]): boolean => !String(id).startsWith('jia/guide/');
    expect(looked.shown.filter(isOther)).toEqual(plain.shown.filter(isOther));
    expect(without(looked.history, STALE('jia'))).toEqual(without(plain.history, STALE('jia')));
    const stateIn = ({ history: all }: typeof plain) => all.find(({ id }) => id === STALE('jia'))?.state;
    expect([stateIn(plain), stateIn(looked)]).toEqual(['open', 'fixed']);
    expect(looked.deductions.filter(({ unit }) => unit !== 'jia')).toEqual(
      plain.deductions.filter(({ unit }) => unit !== 'jia'),
    );
  });

  it('goes on after a self-check, is the run that the audit names, and is taken into the history', async () => {
    const plain = await withBetween(async () => {});
    let captures = 0;
    const looked = await withBetween(async (district) => {
      district.at('2023-06-06', '15:00');
      const check = await selfCheckUnit({ ...common(district), unit: '甲局' });
      if (check.interrupted) throw new Error('the self-check was stopped');
      captures = check.audit.run.captures;
      expect(check.audit.units.map(({ id }) => id)).toEqual(['jia']);
      expect(lastSelfCheck(district.data, 'jia')).toEqual({ audit: check.audit, unread: check.unread });
    });
    expect(captures).toBe(1);
    const { run } = await looked.district.audit('2023-06-07');
    expect(run.captures).toBeGreaterThan(captures);
    const ids = ({ history: all }: typeof plain) => all.map(({ id, firstSeen }) => `${id} ${firstSeen}`);
    expect(ids(looked)).toEqual(ids(plain));
    expect(looked.history.find(({ id }) => id === STALE('jia'))).toMatchObject({ state: 'fixed', since: '2023-06-06' });
    const open = (id: string) => looked.history.find((finding) => finding.id === id);
    expect(open(STALE('bing'))).toMatchObject({ state: 'open', lastSeen: '2023-06-07' });
  });
});
