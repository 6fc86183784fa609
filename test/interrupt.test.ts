import { type ChildProcess, spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/config/package-root.ts';
import { findBrowser } from '../src/crawl/browser.ts';
import { demoBehindProxy } from './support/demo-behind-proxy.ts';
import { xunjian } from './support/xunjian.ts';

const UNITS = ['lzqsfj', 'lzqqdzrmzf'];
const ENTRY =
  "import('./src/cli/main.ts').then(({ main }) => main(process.argv.slice(1))).then((code) => { process.exitCode = code; });";

const browser = await findBrowser();

describe.skipIf(browser === null)('a crawl that is stopped goes on from there (needs a browser)', () => {
  const up = demoBehindProxy(UNITS);

  /** Crawls in a process of its own and signals it when the site has been asked so many times. */
  async function crawlUntil(data: string, requests: number, signal: NodeJS.Signals): Promise<number | null> {
    const child: ChildProcess = spawn(
      process.execPath,
      ['--import', 'tsx', '-e', ENTRY, '--', 'crawl', ...up().options(data)],
      {
        cwd: packageRoot(),
        stdio: 'ignore',
      },
    );
    let seen = 0;
    up().proxy.choose(() => {
      seen += 1;
      if (seen === requests) child.kill(signal);
      return 'none';
    });
    return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  const judged = async (data: string): Promise<unknown> => {
    const { verdicts, deductions, run } = await up().audit(data);
    return {
      verdicts: verdicts.map(({ id, verdict, text }) => ({ id, verdict, text })),
      deductions,
      captures: run.captures,
    };
  };

  it('by Ctrl-C, by the power button, and again: nothing lost, nothing twice', async () => {
    up().proxy.choose(() => 'none');
    expect(await xunjian('crawl', ...up().options('whole'))).toMatchObject({ code: 0 });
    const whole = await judged('whole');

    expect(await crawlUntil('stopped', 5, 'SIGKILL')).toBeNull();
    expect(await crawlUntil('stopped', 40, 'SIGKILL')).toBeNull();
    expect(await crawlUntil('stopped', 40, 'SIGINT')).toBe(6);
    let left = 0;
    up().proxy.choose(() => {
      left += 1;
      return 'none';
    });
    expect(await xunjian('crawl', ...up().options('stopped'))).toMatchObject({ code: 0 });
    expect(left).toBeGreaterThan(0);
    expect(await judged('stopped')).toEqual(whole);
  }, 240_000);
});
