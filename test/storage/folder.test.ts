import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite, targetsOf } from '../kill/site.ts';
import { longLivedFolder } from '../support/temporary-folder.ts';
import { type Run, xunjian } from '../support/xunjian.ts';
import { asOrdinaryUser, giveToOrdinaryUser } from './ordinary-user.ts';

const folder = longLivedFolder();
const targets = join(folder, 'targets.yaml');
let site: Site;
let cases = 0;

const crawlInto = (data: string): Promise<Run> => xunjian('crawl', '--targets', targets, '--data', data, '--quiet');

/** A data folder to come, in a place where an ordinary user may write. */
function fresh(): string {
  cases += 1;
  const place = join(folder, `case-${cases}`);
  mkdirSync(place);
  giveToOrdinaryUser(place);
  return join(place, 'data');
}

function saidInWords({ code, stderr }: Run, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/程序内部错误|\n {4}at /);
  expect(code).toBe(5);
}

beforeAll(async () => {
  site = await startSite();
  writeFileSync(targets, targetsOf(site.port, { columns: 1 }));
  chmodSync(folder, 0o755);
  // Everything that is loaded when it is needed is loaded now, with the rights for it.
  expect(await crawlInto(fresh())).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => site.stop());

describe('a data folder that may not be written', () => {
  it('is read-only', async () => {
    const data = fresh();
    mkdirSync(data, { mode: 0o555 });
    saidInWords(await asOrdinaryUser(() => crawlInto(data)), /data\S* .*不能(?:写入|打开).*权限/);
    expect(readdirSync(data)).toEqual([]);
  });

  it('cannot be made, because the folder above it is read-only', async () => {
    const above = fresh();
    mkdirSync(above, { mode: 0o555 });
    saidInWords(await asOrdinaryUser(() => crawlInto(join(above, 'data'))), /没有权限，数据目录不能写入/);
  });

  it.each([
    ['index', 'xunjian.db', 0o000],
    ['index, which can be read', 'xunjian.db', 0o444],
    ['lock', 'xunjian.lock', 0o000],
    ['lock, which can be read', 'xunjian.lock', 0o444],
    ['evidence folder', 'evidence', 0o555],
  ])('has a forbidden %s', async (_what, name, mode) => {
    const data = fresh();
    await asOrdinaryUser(() => crawlInto(data));
    chmodSync(join(data, name), mode);
    saidInWords(await asOrdinaryUser(() => crawlInto(data)), /权限/);
    // What SQLite makes beside the index has the index's permissions.
    for (const file of readdirSync(data)) chmodSync(join(data, file), 0o755);
    expect(await asOrdinaryUser(() => crawlInto(data))).toMatchObject({ code: 0 });
  });
});

describe('a path that leads to no folder', () => {
  it('is a file, or goes through one', async () => {
    const data = fresh();
    writeFileSync(data, '');
    saidInWords(await crawlInto(data), /是文件而不是文件夹/);
    saidInWords(await crawlInto(join(data, 'below')), /是文件而不是文件夹/);
  });

  it.each(['evidence', 'xunjian.db', 'xunjian.lock'])('has something else under the name %s', async (name) => {
    const data = fresh();
    mkdirSync(data);
    if (name === 'evidence') writeFileSync(join(data, name), '');
    else mkdirSync(join(data, name));
    saidInWords(await crawlInto(data), /不能写入|不能打开/);
    rmSync(join(data, name), { recursive: true });
    expect(await crawlInto(data)).toMatchObject({ code: 0 });
  });

  it('is a link that leads back to itself', async () => {
    const data = fresh();
    symlinkSync(data, `${data}-2`);
    symlinkSync(`${data}-2`, data);
    saidInWords(await crawlInto(data), /符号链接/);
    saidInWords(await crawlInto(join(data, 'below')), /符号链接/);
  });

  it('has a name that is too long', async () => {
    saidInWords(await crawlInto(join(fresh(), '长'.repeat(200))), /路径过长/);
  });
});

describe('a data folder in an unusual place', () => {
  it('is made with the folders above it, whatever they are called', async () => {
    const data = join(fresh(), '二〇二三年 第二季度', "it's #1 & 100%");
    expect(await crawlInto(data)).toMatchObject({ code: 0, stderr: '' });
    expect(await crawlInto(data)).toMatchObject({ code: 0, stderr: '' });
  });

  it('may be a link to a folder', async () => {
    const data = fresh();
    mkdirSync(`${data}-real`);
    symlinkSync(`${data}-real`, data);
    expect(await crawlInto(data)).toMatchObject({ code: 0 });
    expect(readdirSync(`${data}-real`)).toContain('xunjian.db');
  });
});

describe('a data folder that is taken away during a crawl', () => {
  const atRequest = (number: number, act: () => void): void => {
    let seen = 0;
    site.hook = () => {
      seen += 1;
      if (seen === number) act();
      return null;
    };
  };

  it('by deleting it: the crawl does not claim to have kept anything', async () => {
    const data = fresh();
    atRequest(20, () => rmSync(data, { recursive: true }));
    const run = await crawlInto(data);
    site.hook = null;
    saidInWords(run, /被移走或删除/);
    expect(await crawlInto(data)).toMatchObject({ code: 0 });
  });

  it('by moving it: nothing is lost, and the crawl goes on there', async () => {
    const data = fresh();
    atRequest(20, () => renameSync(data, `${data}-moved`));
    const run = await crawlInto(data);
    site.hook = null;
    expect([0, 5]).toContain(run.code);
    expect(run.stderr).not.toMatch(/程序内部错误/);
    expect(await crawlInto(`${data}-moved`)).toMatchObject({ code: 0 });
  });
});
