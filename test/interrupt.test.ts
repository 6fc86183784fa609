import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoFolder, prepareDemo } from '../src/app/demo.ts';
import { packageRoot } from '../src/config/package-root.ts';
import { findBrowser } from '../src/crawl/browser.ts';
import type { Audit } from '../src/model/audit.ts';
import { type FaultProxy, startFaultProxy } from './support/fault-proxy.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const UNITS = ['lzqsfj', 'lzqqdzrmzf'].flatMap((unit) => ['--unit', unit]);
const ENTRY =
  "import('./src/cli/main.ts').then(({ main }) => main(process.argv.slice(1))).then((code) => { process.exitCode = code; });";

const browser = await findBrowser();

describe.skipIf(browser === null)('a crawl that is stopped goes on from there (needs a browser)', () => {
  const folder = longLivedFolder();
  let demo: DemoFolder;
  let proxy: FaultProxy;
  let targets: string;

  beforeAll(async () => {
    demo = await prepareDemo(folder, { port: 0 });
    proxy = await startFaultProxy(demo.port);
    targets = join(folder, 'through-proxy.yaml');
    writeFileSync(
      targets,
      readFileSync(demo.targets, 'utf8').replace(`127.0.0.1:${demo.port}`, `127.0.0.1:${proxy.port}`),
    );
  });
  afterAll(async () => {
    await proxy?.stop();
    await demo?.stop();
  });

  const common = (data: string): string[] => ['--targets', targets, '--data', join(folder, data), ...UNITS, '--quiet'];

  /** Crawls in a process of its own and signals it when the site has been asked so many times. */
  async function crawlUntil(data: string, requests: number, signal: NodeJS.Signals): Promise<number | null> {
    const child: ChildProcess = spawn(
      process.execPath,
      ['--import', 'tsx', '-e', ENTRY, '--', 'crawl', ...common(data)],
      {
        cwd: packageRoot(),
        stdio: 'ignore',
      },
    );
    let seen = 0;
    proxy.choose(() => {
      seen += 1;
      if (seen === requests) child.kill(signal);
      return 'none';
    });
    return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  const judged = async (data: string): Promise<unknown> => {
    const { stdout } = await xunjian(
      ...[
        'audit',
        ...common(data),
        '--registers',
        demo.registers,
        '--as-of',
        '2023-08-08',
        '--period',
        '2023Q2',
        '--format',
        'json',
      ],
    );
    const { verdicts, deductions, run }: Audit = JSON.parse(stdout);
    return {
      verdicts: verdicts.map(({ id, verdict, text }) => ({ id, verdict, text })),
      deductions,
      captures: run.captures,
    };
  };

  it('by Ctrl-C, by the power button, and again: nothing lost, nothing twice', async () => {
    proxy.choose(() => 'none');
    expect(await xunjian('crawl', ...common('whole'))).toMatchObject({ code: 0 });
    const whole = await judged('whole');

    expect(await crawlUntil('stopped', 5, 'SIGKILL')).toBeNull();
    expect(await crawlUntil('stopped', 40, 'SIGKILL')).toBeNull();
    expect(await crawlUntil('stopped', 40, 'SIGINT')).toBe(6);
    let left = 0;
    proxy.choose(() => {
      left += 1;
      return 'none';
    });
    expect(await xunjian('crawl', ...common('stopped'))).toMatchObject({ code: 0 });
    expect(left).toBeGreaterThan(0);
    expect(await judged('stopped')).toEqual(whole);
  }, 240_000);
});
