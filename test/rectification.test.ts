import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Audit } from '../src/model/audit.ts';
import { guideOf, monthsOf, type Served, smallDistrict } from './support/small-district.ts';
import { xunjian } from './support/xunjian.ts';

type District = Awaited<ReturnType<typeof smallDistrict>>;

const GUIDE = (unit: string): string => `/${unit}/guide/`;
const OLD = '2022-03-01';
const CURRENT = '2023-06-01';
const STALE = (unit: string): string => `${unit}/guide/stale/guide/2023`;

/** Everything in order but the guides of these units. */
function servedWith(district: District, ...stale: readonly string[]): void {
  district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4, 5, 6, 7) });
  for (const unit of ['jia', 'yi', 'bing'])
    district.serve({ [GUIDE(unit)]: guideOf(unit, stale.includes(unit) ? OLD : CURRENT) });
}

/** `state first..last since` of one finding. */
async function stateOf(district: District, id: string): Promise<string | undefined> {
  const states = ['new', 'open', 'fixed', 'returned', 'lapsed'].flatMap((state) => ['--state', state]);
  const found = (await district.findings(...states)).find((finding) => finding.id === id);
  return found && `${found.state} ${found.firstSeen}..${found.lastSeen} ${found.since}`;
}

const verdictOf = ({ verdicts }: Audit, unit: string, check: string, message: string) =>
  verdicts.find((one) => one.unit === unit && one.check === check && one.message === message);
const groupsOf = ({ deductions }: Audit, unit: string): string[] =>
  deductions.filter((one) => one.unit === unit).map(({ group }) => group);

describe('a finding across nights', () => {
  it('is new, open, fixed, and returned, with the days of each', async () => {
    const district = await smallDistrict();
    servedWith(district, 'jia');
    await district.night('2023-06-05');
    expect(await stateOf(district, STALE('jia'))).toBe('new 2023-06-05..2023-06-05 2023-06-05');
    await district.night('2023-06-06');
    expect(await stateOf(district, STALE('jia'))).toBe('open 2023-06-05..2023-06-06 2023-06-06');
    await district.night('2023-06-07');
    expect(await stateOf(district, STALE('jia'))).toBe('open 2023-06-05..2023-06-07 2023-06-06');
    servedWith(district);
    await district.night('2023-06-10');
    expect(await stateOf(district, STALE('jia'))).toBe('fixed 2023-06-05..2023-06-07 2023-06-10');
    expect(await district.findings('--unit', 'jia')).toEqual([]);
    await district.night('2023-06-11');
    expect(await stateOf(district, STALE('jia'))).toBe('fixed 2023-06-05..2023-06-07 2023-06-10');
    servedWith(district, 'jia');
    await district.night('2023-06-20');
    expect(await stateOf(district, STALE('jia'))).toBe('returned 2023-06-05..2023-06-20 2023-06-20');
    await district.night('2023-06-21');
    expect(await stateOf(district, STALE('jia'))).toBe('open 2023-06-05..2023-06-21 2023-06-21');
  });

  const DARK: Record<string, Served> = {
    '503': 503,
    blank: '<html><body></body></html>',
    silence: 'silence',
    '404': 404,
  };
  it.each(Object.keys(DARK))('is left as it was by a night of %s, whatever it was', async (fault) => {
    const district = await smallDistrict();
    servedWith(district, 'jia', 'bing');
    await district.night('2023-06-05');
    district.serve({ [GUIDE('bing')]: guideOf('bing', CURRENT) });
    await district.night('2023-06-06');
    const before = [await stateOf(district, STALE('jia')), await stateOf(district, STALE('bing'))];
    expect(before).toEqual(['open 2023-06-05..2023-06-06 2023-06-06', 'fixed 2023-06-05..2023-06-05 2023-06-06']);
    for (const unit of ['jia', 'bing']) district.serve({ [GUIDE(unit)]: DARK[fault] ?? 500 });
    const dark = await district.night('2023-06-07');
    for (const unit of ['jia', 'bing'])
      expect(
        dark.verdicts.filter((one) => one.unit === unit && one.check === 'guide').map((one) => one.verdict),
      ).toEqual(['inconclusive']);
    expect([await stateOf(district, STALE('jia')), await stateOf(district, STALE('bing'))]).toEqual(before);
  });

  it('is the same when a night is audited twice; one unit alone, an older day and a day to come change nothing', async () => {
    const district = await smallDistrict();
    servedWith(district, 'jia', 'bing');
    await district.night('2023-06-05');
    await district.night('2023-06-06');
    const once = await district.findings();
    expect(once.map(({ id, state }) => `${id} ${state}`)).toEqual([`${STALE('jia')} open`, `${STALE('bing')} open`]);
    await district.audit('2023-06-06');
    expect(await district.findings()).toEqual(once);
    await district.audit('2023-05-31');
    expect(await district.findings()).toEqual(once);
    await district.audit('2033-01-01');
    expect(await district.findings()).toEqual(once);

    servedWith(district);
    await district.crawl('2023-06-07');
    await district.audit('2023-06-07', { units: ['jia'] });
    expect(await stateOf(district, STALE('jia'))).toBe('fixed 2023-06-05..2023-06-06 2023-06-07');
    expect(await stateOf(district, STALE('bing'))).toBe('open 2023-06-05..2023-06-06 2023-06-06');
    await district.audit('2023-06-07');
    expect(await stateOf(district, STALE('bing'))).toBe('fixed 2023-06-05..2023-06-06 2023-06-07');
  });
});

/** A district whose second quarter was assessed and published: two guides are stale, and the figures of May are missing. */
async function afterBulletin(): Promise<District> {
  const district = await smallDistrict();
  servedWith(district, 'jia', 'bing');
  district.serve(monthsOf(1, 2, 3, 4));
  district.register('feedback', [
    'unit,period,due,received',
    ...['甲局,2023Q2,2023-07-20,2023-07-19', '丙镇,2023Q2,2023-07-20,2023-07-25', '乙局,2023Q2,2023-07-20,2023-07-20'],
  ]);
  const audit = await district.night('2023-07-10', { period: '2023Q2' });
  expect(groupsOf(audit, 'jia')).toContain('guide');
  expect(groupsOf(audit, 'yi')).toContain('overdue-topic');
  expect(await district.publish('2023-07-12', '2023-07-20')).toMatchObject({ code: 0 });
  return district;
}

describe('the clock of rectification', () => {
  it('runs until the deadline; then the next look says fixed or not', async () => {
    const district = await afterBulletin();
    expect((await district.findings('--unit', 'jia')).map(({ rectifyBy }) => rectifyBy)).toEqual(['2023-07-20']);

    const within = await district.night('2023-07-15', { period: '2023Q3' });
    expect(verdictOf(within, 'jia', 'rectification', 'not-fixed')).toMatchObject({ reason: 'not-due' });
    expect(verdictOf(within, 'jia', 'rectification', 'feedback-late')).toMatchObject({ verdict: 'not-applicable' });

    // Past the deadline, and nobody has looked since.
    const unseen = await district.audit('2023-07-22', { period: '2023Q3' });
    for (const unit of ['jia', 'yi', 'bing'])
      expect(verdictOf(unseen, unit, 'rectification', 'not-fixed')).toMatchObject({
        verdict: 'inconclusive',
        reason: 'not-fetched',
      });

    district.serve({ [GUIDE('jia')]: guideOf('jia', '2023-07-18'), ...monthsOf(1, 2, 3, 4, 5) });
    const after = await district.night('2023-07-26', { period: '2023Q3' });
    expect(verdictOf(after, 'jia', 'rectification', 'not-fixed')).toMatchObject({ verdict: 'pass' });
    expect(verdictOf(after, 'jia', 'rectification', 'feedback-late')).toMatchObject({ verdict: 'pass' });
    expect(await stateOf(district, STALE('jia'))).toMatch(/^fixed .* 2023-07-26$/);

    const blamed = verdictOf(after, 'bing', 'rectification', 'not-fixed');
    expect(blamed).toMatchObject({ verdict: 'fail', advisory: false, subject: '2023Q2' });
    expect(blamed?.text).toContain('信息公开指南未更新至2023年');
    expect(blamed?.evidence.map(({ capturedAt }) => capturedAt.slice(0, 10))).toContain('2023-07-26');
    expect(verdictOf(after, 'bing', 'rectification', 'feedback-late')).toMatchObject({
      verdict: 'fail',
      text: expect.stringContaining('2023-07-25'),
    });
    expect(groupsOf(after, 'bing')).toContain('rectification-feedback');
    expect(groupsOf(after, 'jia')).not.toContain('rectification-feedback');

    district.serve({ [GUIDE('bing')]: 503 });
    const dark = await district.night('2023-07-27', { period: '2023Q3' });
    expect(verdictOf(dark, 'bing', 'rectification', 'not-fixed')).toMatchObject({ verdict: 'inconclusive' });
  });

  it('sees a month that was posted since as fixed, a quarter later, and one that was not as the gap it is', async () => {
    const district = await afterBulletin();
    const told = (await district.findings('--unit', 'yi')).filter(({ check }) => check === 'periodic');
    expect(told.map(({ subject, rectifyBy }) => `${subject} ${rectifyBy}`)).toEqual(['2023-05 2023-07-20']);
    district.serve(monthsOf(1, 2, 3, 4, 6));
    const still = await district.night('2023-07-26', { period: '2023Q3' });
    expect(verdictOf(still, 'yi', 'rectification', 'not-fixed')).toMatchObject({ verdict: 'fail' });
    district.serve(monthsOf(1, 2, 3, 4, 5, 6));
    const posted = await district.night('2023-07-27', { period: '2023Q3' });
    expect(verdictOf(posted, 'yi', 'rectification', 'not-fixed')).toMatchObject({ verdict: 'pass' });
    expect(posted.verdicts).toContainEqual(
      expect.objectContaining({ check: 'periodic', subject: '2023-05', verdict: 'pass' }),
    );
  });

  it('goes by the correction, where a bulletin was published again', async () => {
    const district = await afterBulletin();
    district.serve({ [GUIDE('bing')]: guideOf('bing', CURRENT) });
    await district.night('2023-07-13', { period: '2023Q2' });
    expect(await district.publish('2023-07-14', '2023-07-24')).toMatchObject({ code: 0 });
    servedWith(district, 'jia', 'bing');
    const after = await district.night('2023-07-26', { period: '2023Q3' });
    expect(verdictOf(after, 'jia', 'rectification', 'not-fixed')?.text).toContain('2023-07-24');
    expect(verdictOf(after, 'bing', 'rectification', 'not-fixed')).toMatchObject({ verdict: 'not-applicable' });
  });
});

describe('a waiver', () => {
  const WAIVERS = ['unit,check,subject,until,by,reason', '丙镇,guide,2023,2023-08-15,某主任,机构改革暂缓'];

  it('makes a finding an advisory until its last day, and no longer; it is not asked to be put right meanwhile', async () => {
    const district = await afterBulletin();
    district.register('waivers', WAIVERS);
    const waived = await district.night('2023-08-15', { period: '2023Q3' });
    const finding = verdictOf(waived, 'bing', 'guide', 'stale');
    expect(finding).toMatchObject({ verdict: 'fail', advisory: true });
    expect(finding?.text).toMatch(/已豁免：机构改革暂缓；批准人：某主任；至2023-08-15/);
    expect(groupsOf(waived, 'bing')).not.toContain('guide');
    expect(verdictOf(waived, 'bing', 'rectification', 'not-fixed')).toMatchObject({ verdict: 'not-applicable' });
    expect((await district.findings('--unit', 'bing')).map(({ state, advisory }) => `${state} ${advisory}`)).toContain(
      'open true',
    );
    expect((await district.run('findings', '--unit', 'bing')).stdout).toContain('已豁免');

    const ended = await district.audit('2023-08-16', { period: '2023Q3' });
    expect(verdictOf(ended, 'bing', 'guide', 'stale')).toMatchObject({ verdict: 'fail', advisory: false });
    expect(groupsOf(ended, 'bing')).toEqual(expect.arrayContaining(['guide', 'rectification-feedback']));
    expect(verdictOf(ended, 'bing', 'rectification', 'not-fixed')).toMatchObject({ verdict: 'fail' });
  });
});

describe('reports', () => {
  const unitsIn = (district: District): number =>
    (JSON.parse(readFileSync(join(district.folder, 'reports', 'audit.json'), 'utf8')) as Audit).units.length;
  const report = (district: District) => district.run('report', '--out', join(district.folder, 'reports'), '--quiet');

  it('stay those of the district after one unit was audited alone', async () => {
    const district = await smallDistrict();
    servedWith(district, 'jia');
    await district.night('2023-07-10', { period: '2023Q2' });
    await district.audit('2023-07-10', { period: '2023Q2', units: ['yi'] });
    expect(await report(district)).toMatchObject({ code: 0 });
    expect(unitsIn(district)).toBe(3);
    expect(await district.publish('2023-07-12', '2023-07-20')).toMatchObject({ code: 0 });
  });

  it('of a unit that checks itself are its own, and cannot be published', async () => {
    const district = await smallDistrict();
    servedWith(district, 'jia');
    await district.crawl('2023-07-10', ['jia']);
    await district.audit('2023-07-10', { period: '2023Q2', units: ['jia'] });
    expect(await report(district)).toMatchObject({ code: 0 });
    expect(unitsIn(district)).toBe(1);
    const refused = await district.publish('2023-07-12', '2023-07-20');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/没有包括全部单位.*乙局、丙镇/s) });
    const exported = ['--finding', STALE('jia'), '--out', join(district.folder, 'case.wacz'), '--quiet'];
    expect(await xunjian('evidence', 'export', '--data', district.data, ...exported)).toMatchObject({ code: 0 });
    expect(readdirSync(district.folder)).toContain('case.wacz');
  });
});
