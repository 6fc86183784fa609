import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildProgram, type Program } from '../kill/program.ts';
import { type Site, startSite, targetsOf } from '../kill/site.ts';
import { longLivedFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { xunjian } from '../support/xunjian.ts';

const folder = longLivedFolder();
let program: Program;
let site: Site;
beforeAll(async () => {
  program = buildProgram();
  site = await startSite();
}, 60_000);
afterAll(async () => {
  await site.stop();
  program.remove();
});

describe('a second process on the same data', () => {
  it('is told who is at work; readers are let in, and the crawl ends as if alone', async () => {
    const [targets, data] = [join(folder, 'targets.yaml'), join(folder, 'data')];
    writeFileSync(targets, targetsOf(site.port, { inFlight: 2, delay: 1, columns: 2 }));
    const options = ['--targets', targets, '--data', data, '--quiet'];
    const first = program.start(['crawl', ...options]);
    // Still at work while the others come: its answers wait.
    let goOn = (): void => {};
    await new Promise<void>((resolve) => {
      let seen = 0;
      site.hook = () => {
        seen += 1;
        if (seen !== 40) return null;
        site.pause = new Promise((release) => {
          goOn = release;
        });
        resolve();
        return null;
      };
    });

    const second = await xunjian('crawl', ...options);
    expect(second.code).toBe(5);
    expect(second.stderr).toContain(`进程号 ${first.child.pid}，开始于`);
    expect(second.stderr).toContain('结束该进程');
    const audit = await xunjian('audit', ...options, '--as-of', '2023-08-08', '--format', 'json');
    expect([0, 1, 3]).toContain(audit.code);
    expect(JSON.parse(audit.stdout).run.captures).toBeGreaterThan(10);
    expect(await xunjian('evidence', 'verify', '--data', data, '--quiet')).toMatchObject({ code: 0 });
    expect(await xunjian('report', ...options, '--out', join(folder, 'reports'))).toMatchObject({ code: 0 });

    site.hook = null;
    goOn();
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await xunjian('crawl', ...options)).toMatchObject({ code: 0 });
  }, 180_000);

  it('is not kept out by what a dead process left, even where its number is another process now', async () => {
    const place = temporaryFolder();
    const [targets, data] = [join(place, 'targets.yaml'), join(place, 'data')];
    writeFileSync(targets, targetsOf(site.port, { columns: 1 }));
    mkdirSync(data);
    const note = { pid: process.pid, host: hostname(), since: '2023-08-08T00:00:00.000Z' };
    writeFileSync(join(data, 'xunjian.lock.json'), JSON.stringify(note));
    writeFileSync(join(data, 'xunjian.lock'), '');
    expect(await xunjian('crawl', '--targets', targets, '--data', data, '--quiet')).toMatchObject({ code: 0 });
  });
});

describe('two processes that begin at the same instant', () => {
  it('never both hold the folder, and one of them always does, 50 times', async () => {
    const racers = await Promise.all([racer(), racer()]);
    const data = temporaryFolder();
    for (let round = 1; round <= 50; round++) {
      const at = Date.now() + 20;
      const said = await Promise.all(racers.map((child) => ask(child, { folder: data, at })));
      expect(said.filter((word) => word === 'held')).toHaveLength(1);
      expect(said.find((word) => word !== 'held')).toMatch(/另一个 xunjian 进程正在使用该数据目录/);
      await Promise.all(racers.map((child) => ask(child, {})));
    }
  }, 180_000);
});

async function racer(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./race.fixture.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  onTestFinished(() => {
    child.kill();
  });
  await once(child, 'message');
  return child;
}

async function ask(child: ChildProcess, message: object): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(message);
  const [said] = await answer;
  return said;
}
