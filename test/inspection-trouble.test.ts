import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../src/config/package-root.ts';
import { openDatabase } from '../src/store/database.ts';
import { openStore } from '../src/store/open-store.ts';
import { guideOf, monthsOf, smallDistrict } from './support/small-district.ts';
import { xunjian } from './support/xunjian.ts';

const ENTRY =
  "import('./src/cli/main.ts').then(({ main }) => main(process.argv.slice(1))).then((code) => { process.exitCode = code; });";

/** A district that was crawled and audited once. */
async function audited() {
  const district = await smallDistrict();
  district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4, 5) });
  for (const unit of ['jia', 'yi', 'bing']) district.serve({ [`/${unit}/guide/`]: guideOf(unit, '2022-03-01') });
  district.register('feedback', ['unit,period,due,received', '甲局,2023Q1,2023-05-20,2023-05-19']);
  await district.night('2023-06-05');
  return { ...district, inspection: join(district.data, 'inspection.db') };
}

describe('inspection.db', () => {
  it('is written while a crawl holds the folder', async () => {
    const district = await audited();
    const crawling = await openStore(district.data, { mode: 'write' });
    vi.setSystemTime(new Date('2023-06-06T14:00:00Z'));
    try {
      expect((await district.auditRun('2023-06-06')).code).toBe(1);
      expect((await district.findings('--unit', 'jia')).map(({ lastSeen }) => lastSeen)).toEqual(['2023-06-06']);
      expect(await district.publish('2023-06-06', '2023-06-12')).toMatchObject({ code: 0 });
    } finally {
      await crawling.close();
    }
  });

  it('takes two audits and more at once', async () => {
    const district = await audited();
    rmSync(district.inspection);
    const audit = ['audit', '--targets', district.targets, '--data', district.data, '--as-of', '2023-06-05', '--quiet'];
    const ends = await Promise.all(
      ['jia', 'yi', 'bing'].map(
        (unit) =>
          new Promise<string>((resolve) => {
            const child = spawn(process.execPath, ['--import', 'tsx', '-e', ENTRY, '--', ...audit, '--unit', unit], {
              cwd: packageRoot(),
            });
            let told = '';
            child.stderr.on('data', (chunk) => {
              told += String(chunk);
            });
            child.once('close', (code) => resolve(`${code}${told}`));
          }),
      ),
    );
    expect(ends).toEqual(['1', '1', '1']);
    expect((await district.findings()).map(({ unit, state }) => `${unit} ${state}`)).toEqual(
      expect.arrayContaining(['jia new', 'yi new', 'bing new']),
    );
  }, 60_000);

  it('that was damaged is told with its name and remedy', async () => {
    const district = await audited();
    rmSync(`${district.inspection}-wal`, { force: true });
    writeFileSync(district.inspection, 'no database at all, whatever its name says '.repeat(200));
    for (const { code, stderr } of [await district.auditRun('2023-06-06'), await district.run('findings')]) {
      expect(code).toBe(5);
      expect(stderr).toMatch(/inspection\.db.*已损坏.*备份/s);
      expect(stderr).not.toMatch(/xunjian\.db|断点/);
    }
  });

  it('of a newer version is not touched', async () => {
    const district = await audited();
    const database = openDatabase(district.inspection, {});
    database.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
    database.close();
    expect(await district.auditRun('2023-06-06')).toMatchObject({
      code: 5,
      stderr: expect.stringMatching(/inspection\.db.*较新版本.*升级/s),
    });
  });

  it('is not made by looking for findings where nothing was audited', async () => {
    const { data, run } = await smallDistrict();
    expect(await run('findings')).toMatchObject({ code: 2, stderr: expect.stringContaining('xunjian audit') });
    expect(existsSync(data)).toBe(false);
  });
});

describe('kept registers', () => {
  const verify = (data: string) => xunjian('evidence', 'verify', '--data', data);

  it('are verified by their names, and kept anew by the next audit where they were damaged', async () => {
    const district = await audited();
    const [name = ''] = readdirSync(join(district.data, 'registers'));
    expect(await verify(district.data)).toMatchObject({ code: 0, stdout: expect.stringContaining('台账副本 1 份') });
    const file = join(district.data, 'registers', name);
    copyFileSync(join(district.targets), file);
    const damaged = await verify(district.data);
    expect(damaged).toMatchObject({ code: 4, stdout: expect.stringMatching(/registers\/.*与其文件名/) });
    vi.setSystemTime(new Date('2023-06-05T15:00:00Z'));
    await district.audit('2023-06-05');
    expect(await verify(district.data)).toMatchObject({ code: 0 });

    rmSync(file);
    expect(await verify(district.data)).toMatchObject({ code: 4, stdout: expect.stringContaining('副本不存在') });
  });
});
