import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideOf, IMPATIENT, monthsOf, smallDistrict } from '../../../test/support/small-district.ts';
import { writableData } from '../compose.ts';
import { lastAudit } from '../last-audit.ts';
import { lastSelfCheck } from '../self-check-audit.ts';
import type { JobProgress } from './progress.ts';
import { ended, handRunner, once } from './runner.fixture.ts';
import { jobWorks } from './works.ts';

type District = Awaited<ReturnType<typeof smallDistrict>>;

const UNITS = ['jia', 'yi', 'bing'] as const;
const STALE = (unit: string): string => `${unit}/guide/stale/guide/2023`;

/** A district in which every guide is out of date, and a list names more documents than are under way at once. */
async function districtOfStaleGuides(): Promise<District> {
  const district = await smallDistrict();
  district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4, 5, 6, 7) });
  for (const unit of UNITS) district.serve({ [`/${unit}/guide/`]: guideOf(unit, '2022-03-01') });
  district.at('2023-06-05');
  return district;
}

/** A runner of the console's own works over the district's data folder, as one server after another would start it. */
async function serverOf({ targets, data, folder }: District) {
  const works = jobWorks({
    ...{ files: { targets }, data, checks: [], verbose: false, patience: IMPATIENT },
    out: join(folder, 'reports'),
  });
  const hand = await handRunner(data, { works, clock: () => new Date() });
  await hand.runner.start();
  return hand;
}

/** Has this done when the path is asked for, and waits for it. */
function when(district: District, path: string, act: () => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    district.watch((asked) => {
      if (asked !== path) return;
      district.watch(() => {});
      act().then(resolve, reject);
    });
  });
}

/** The pages that were asked for more than once since the last call, but for those that a stop found under way. */
function askedTwice({ asked }: District): string[] {
  const pages = asked.splice(0).filter((path) => /guide|tj/.test(path) && !path.includes('xunjian-'));
  const twice = [...new Set(pages.filter((path, i) => pages.indexOf(path) !== i))].sort();
  return twice.filter((path) => !/doc_[4-7]/.test(path));
}

const states = async (district: District) =>
  (await district.findings()).map(({ id, state, firstSeen }) => `${id} ${state} ${firstSeen}`);

describe('jobs of a district', () => {
  it('are self-checks of all units at once, each with its own result and progress', async () => {
    const district = await districtOfStaleGuides();
    const { runner, ask } = await serverOf(district);
    const jobs = await Promise.all(UNITS.map((unit) => ask('self-check', unit)));
    const told: JobProgress[] = [];
    runner.subscribe(jobs[1]?.id ?? '', (progress) => told.push(progress));
    const ends = await Promise.all(jobs.map(({ id }) => ended(runner, id)));
    expect(ends.map(({ job }) => [job.state, job.result?.fails])).toEqual([
      ['done', 1],
      ['done', 1],
      ['done', 1],
    ]);
    for (const unit of UNITS) {
      const { audit } = lastSelfCheck(district.data, unit) ?? {};
      expect(audit?.units.map(({ id }) => id)).toEqual([unit]);
      expect(audit?.verdicts.map(({ id }) => id)).toContain(STALE(unit));
    }
    expect(told.some(({ stage, done, reading }) => stage === 'crawl' && done > 0 && reading.includes('/yi/'))).toBe(
      true,
    );
    expect(told.some(({ stage }) => stage === 'audit')).toBe(true);
    expect(askedTwice(district)).toEqual([]);
  });

  it('are a night: crawl, audit and reports, with its findings on record', async () => {
    const district = await districtOfStaleGuides();
    const { runner, ask } = await serverOf(district);
    const { id } = await ask('night');
    const { job, text } = await ended(runner, id);
    expect(job).toMatchObject({ state: 'done', result: { fails: 3, captures: 11, unreadable: 0 } });
    expect(text).toContain('发现问题3项');
    expect(await states(district)).toEqual(UNITS.map((unit) => `${STALE(unit)} new 2023-06-05`));
    expect(existsSync(join(district.folder, 'reports', 'audit.json'))).toBe(true);
  });

  it('are a re-check of one finding, in the words of its verdict', async () => {
    const district = await districtOfStaleGuides();
    await district.night('2023-06-05');
    const { runner, ask } = await serverOf(district);
    const first = await ask('recheck', 'jia', STALE('jia'));
    expect(await ended(runner, first.id)).toMatchObject({
      job: { state: 'done', result: { outcome: 'not-fixed', fails: 1 } },
      text: expect.stringMatching(/^尚未整改：.*指南/),
    });
    district.serve({ '/jia/guide/': guideOf('jia', '2023-06-01') });
    const second = await ask('recheck', 'jia', STALE('jia'));
    expect(await ended(runner, second.id)).toMatchObject({ job: { result: { outcome: 'fixed', fails: 0 } } });
  });

  it('are an audit of what is there already', async () => {
    const district = await districtOfStaleGuides();
    await district.crawl('2023-06-05');
    district.asked.length = 0;
    const { runner, ask } = await serverOf(district);
    const { id } = await ask('audit');
    expect(await ended(runner, id)).toMatchObject({ job: { state: 'done', result: { fails: 3 } } });
    expect(district.asked).toEqual([]);
  });

  it('fail in words where the targets have become wrong, and not for ever', async () => {
    const district = await districtOfStaleGuides();
    const { runner, ask } = await serverOf(district);
    writeFileSync(district.targets, 'version: 2\n');
    const { id } = await ask('self-check', 'jia');
    const { job } = await ended(runner, id);
    expect(job).toMatchObject({ state: 'failed', error: expect.stringMatching(/targets\.yaml.*。/s) });
    expect(job.error).not.toMatch(/\bat .*\.ts/);
  });

  it('wait for the hours in which the site may be read, and say until when', async () => {
    const district = await districtOfStaleGuides();
    const targets = readFileSync(district.targets, 'utf8');
    writeFileSync(district.targets, targets.replace('render: never', "render: never\n  hours: '20:00-07:00'"));
    district.at('2023-06-05', '04:00');
    const { runner, ask, jobs } = await serverOf(district);
    const { id } = await ask('recheck', 'jia', STALE('jia'));
    expect(await ended(runner, id)).toMatchObject({
      job: { state: 'failed' },
      text: expect.stringContaining('没有这个问题'),
    });
    const check = await ask('self-check', 'jia');
    const { text, job } = await once(runner, check.id, (progress) => progress.text.includes('20:00'));
    expect([job.state, text]).toEqual(['running', '现在不在允许取证的时段（20:00至07:00），将等到20:00自动开始。']);
    expect(district.asked).toEqual([]);
    await runner.stop();
    expect(await jobs.get(check.id)).toMatchObject({ state: 'waiting' });
  });

  it('wait while another process crawls, and are done when it has ended', async () => {
    const district = await districtOfStaleGuides();
    const other = await writableData(district.data, 'audit@example.gov.cn');
    const { runner, ask, hands } = await serverOf(district);
    const waits = hands.nextWait();
    const { id } = await ask('self-check', 'jia');
    const held = await once(runner, id, ({ text }) => text.includes('另一个巡检进程'));
    expect(held.job).toMatchObject({ state: 'waiting', error: null });
    await waits;
    await other.close();
    hands.pass(60_000);
    expect(await ended(runner, id)).toMatchObject({ job: { state: 'done' } });
  });
});

describe('a server that is stopped in the middle', () => {
  it('of a night goes on with it: nothing is read twice, and the findings are those of one night', async () => {
    const district = await districtOfStaleGuides();
    const before = await serverOf(district);
    const { id } = await before.ask('night');
    await when(district, '/yi/tj/doc_7.html', () => before.runner.stop());
    expect(await before.jobs.get(id)).toMatchObject({ state: 'waiting' });
    expect(existsSync(join(district.data, 'audit.json'))).toBe(false);
    const after = await serverOf(district);
    expect(await ended(after.runner, id)).toMatchObject({ job: { state: 'done', result: { fails: 3, captures: 11 } } });
    expect(askedTwice(district)).toEqual([]);
    expect(await states(district)).toEqual(UNITS.map((unit) => `${STALE(unit)} new 2023-06-05`));
  });

  it('of a night’s audit does not crawl again for it', async () => {
    const district = await districtOfStaleGuides();
    const before = await serverOf(district);
    const { id } = await before.ask('night');
    await once(before.runner, id, ({ stage }) => stage === 'audit');
    await before.runner.stop();
    expect(await before.jobs.get(id)).toMatchObject({ state: 'waiting' });
    district.asked.length = 0;
    const after = await serverOf(district);
    expect(await ended(after.runner, id)).toMatchObject({ job: { state: 'done', result: { fails: 3, captures: 11 } } });
    expect(district.asked).toEqual([]);
    expect(existsSync(join(district.folder, 'reports', 'audit.json'))).toBe(true);
  });

  it('of a self-check goes on with it', async () => {
    const district = await districtOfStaleGuides();
    const before = await serverOf(district);
    const { id } = await before.ask('self-check', 'yi');
    await when(district, '/yi/tj/doc_7.html', () => before.runner.stop());
    const after = await serverOf(district);
    expect(await ended(after.runner, id)).toMatchObject({ job: { state: 'done', result: { captures: 9 } } });
    expect(askedTwice(district)).toEqual([]);
  });
});

describe('a self-check that is asked for anew', () => {
  it('reads everything again, also what one that was cancelled had read', async () => {
    const district = await districtOfStaleGuides();
    const { runner, ask } = await serverOf(district);
    const { id } = await ask('self-check', 'yi');
    await when(district, '/yi/tj/doc_7.html', () => runner.cancel(id));
    expect(await ended(runner, id)).toMatchObject({ job: { state: 'cancelled' } });
    district.serve({ '/yi/guide/': guideOf('yi', '2023-06-01') });
    district.at('2023-06-05', '15:00');
    const again = await ask('self-check', 'yi');
    expect(await ended(runner, again.id)).toMatchObject({ job: { state: 'done', result: { fails: 0, captures: 9 } } });
  });
});

describe('a night that makes way for a self-check', () => {
  it('goes on, asks for nothing twice, and is taken into the history whole', async () => {
    const district = await districtOfStaleGuides();
    const { runner, ask } = await serverOf(district);
    const { id } = await ask('night');
    let check = '';
    await when(district, '/yi/tj/doc_7.html', async () => {
      check = (await ask('self-check', 'jia')).id;
    });
    const [self, night] = await Promise.all([ended(runner, check), ended(runner, id)]);
    expect(self.job).toMatchObject({ state: 'done', result: { fails: 1 } });
    expect(night.job).toMatchObject({ state: 'done', result: { fails: 3, captures: 11 } });
    expect(self.job.endedAt).toBeLessThan(night.job.endedAt ?? 0);
    expect(askedTwice(district)).toEqual(['/jia/guide/']);
    expect(lastAudit(district.data).audit.run.captures).toBe(11);
    expect(await states(district)).toEqual([
      `${STALE('jia')} open 2023-06-05`,
      ...['yi', 'bing'].map((unit) => `${STALE(unit)} new 2023-06-05`),
    ]);
  });
});
