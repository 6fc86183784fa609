import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditDistrict } from '../src/app/audit-district.ts';
import { backUp } from '../src/app/backup.ts';
import { restore } from '../src/app/restore.ts';
import { packageRoot } from '../src/config/package-root.ts';
import type { CivilDate } from '../src/model/civil-date.ts';
import { outcomeOf } from './kill/compared.ts';
import { readIndex } from './kill/index-copy.ts';
import { Inspector } from './kill/inspect.ts';
import { type Site, startSite, targetsOf } from './kill/site.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const ENTRY =
  "import('./src/cli/main.ts').then(({ main }) => main(process.argv.slice(1))).then((code) => { process.exitCode = code; });";
/** Requests after which a backup is made. */
const MOMENTS = [5, 30, 60, 90, 120];
const signal = new AbortController().signal;

const folder = longLivedFolder();
const [targets, data] = [join(folder, 'targets.yaml'), join(folder, 'data')];
let site: Site;
beforeAll(async () => {
  site = await startSite();
  writeFileSync(targets, targetsOf(site.port, { inFlight: 2, delay: 15 }));
  mkdirSync(join(folder, 'registers'));
  writeFileSync(join(folder, 'registers', 'holidays.csv'), 'date,kind\n2023-08-07,假日\n');
});
afterAll(() => site.stop());

const backupAt = (moment: number): string => join(folder, 'backups', `${moment}.zip`);
const restoredAt = (moment: number): string => join(folder, `restored-${moment}`);

/** Crawls in a process of its own, and calls back when the site has been asked so many times. */
function crawlElsewhere(moments: readonly number[], then: (moment: number) => void): ChildProcess {
  let seen = 0;
  site.hook = () => {
    seen += 1;
    if (moments.includes(seen)) then(seen);
    return null;
  };
  const args = ['crawl', '--targets', targets, '--data', data, '--quiet'];
  return spawn(process.execPath, ['--import', 'tsx', '-e', ENTRY, '--', ...args], {
    ...{ cwd: packageRoot(), stdio: 'ignore' },
  });
}

describe('backups made while a crawl in another process and audits are writing', () => {
  const capturesIn = (moment: number): number =>
    readIndex(restoredAt(moment), join(folder, `index-${moment}`)).captures.length;

  it('are of one instant each: whole, verified, and a crawl goes on from there as if nothing had happened', async () => {
    const made: Promise<unknown>[] = [];
    let audits = Promise.resolve(0);
    let crawling = true;
    const child = crawlElsewhere(MOMENTS, (moment) => {
      const files = { targets };
      const quiet = { signal, onProgress: () => {}, onNotice: () => {} };
      made.push(backUp({ files, data, out: backupAt(moment), ...quiet }).then(() => expect(crawling).toBe(true)));
      audits = audits.then(async (count) => {
        await auditDistrict({ files: { ...files, units: [] }, data, checks: [], asOf: '2023-08-08' as CivilDate });
        return count + 1;
      });
    });
    expect(await once(child, 'exit')).toEqual([0, null]);
    crawling = false;
    await Promise.all(made);
    expect(made).toHaveLength(MOMENTS.length);
    expect(await audits).toBe(MOMENTS.length);

    for (const moment of MOMENTS) {
      await restore({ file: backupAt(moment), data: restoredAt(moment), signal, onProgress: () => {} });
      const verified = await xunjian('evidence', 'verify', '--data', restoredAt(moment), '--format', 'json');
      expect(JSON.parse(verified.stdout)).toMatchObject({ whole: true, damages: [], notes: [] });
      const index = readIndex(restoredAt(moment), join(folder, `index-${moment}`));
      expect(new Inspector(restoredAt(moment)).inspect(index)).toEqual([]);
    }
    const counts = MOMENTS.map(capturesIn);
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect(new Set(counts).size).toBeGreaterThan(3);

    const middle = MOMENTS.at(-2) as number;
    const options = ['--targets', targets, '--data', restoredAt(middle)];
    const audit = await xunjian('audit', ...options, '--as-of', '2023-08-08', '--format', 'json');
    expect(JSON.parse(audit.stdout).verdicts.length).toBeGreaterThan(0);
    expect(JSON.parse(audit.stdout).run.captures).toBe(capturesIn(middle));
    site.hook = null;
    expect(await xunjian('crawl', ...options, '--quiet')).toMatchObject({ code: 0 });
    const [original, restored] = [data, restoredAt(middle)].map((of) => readIndex(of, join(folder, 'index-end')));
    expect(restored?.runs).toEqual([expect.objectContaining({ id: original?.runs[0]?.id })]);
    expect(restored?.captures.map(outcomeOf).sort()).toEqual(original?.captures.map(outcomeOf).sort());
  }, 300_000);
});
