import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/config/package-root.ts';

const PROGRAM = join(packageRoot(), 'bin/xunjian.js');

/** The console in a process of its own. */
export interface ConsoleProcess {
  readonly origin: string;
  readonly administrator: { readonly login: string; readonly password: string };
  /** Highest resident memory so far, in MB, where the system tells. */
  stop(): Promise<void>;
}

/** Starts `xunjian serve` on any free port and waits until it serves. */
export async function startConsole(folder: string, asOf: string): Promise<ConsoleProcess> {
  const files = ['--targets', join(folder, 'targets.yaml'), '--data', join(folder, 'data'), '--port', '0'];
  const child = spawn(process.execPath, [PROGRAM, 'serve', ...files, '--as-of', asOf], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let [login, password] = ['', ''];
  for await (const line of createInterface({ input: child.stderr })) {
    login = /登录名：(\S+)/.exec(line)?.[1] ?? login;
    password = /一次性密码：(\S+)/.exec(line)?.[1] ?? password;
    const [, origin] = /控制台已启动：(\S+)/.exec(line) ?? [];
    if (origin !== undefined) return { origin, administrator: { login, password }, stop: () => ended(child) };
  }
  throw new Error('the console did not start');
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Crawls again and again until it is told to stop: whoever uses the console shares the machine with a crawl. */
export function crawling(folder: string): { stop(): Promise<number> } {
  const files = ['--targets', join(folder, 'targets.yaml'), '--data', join(folder, 'data'), '--full', '--quiet'];
  let isOver = false;
  let child: ChildProcess | null = null;
  const run = async (): Promise<number> => {
    let crawls = 0;
    for (; !isOver; crawls += 1) {
      child = spawn(process.execPath, [PROGRAM, 'crawl', ...files], { stdio: 'ignore' });
      await once(child, 'exit');
    }
    return crawls;
  };
  const running = run();
  return {
    stop: () => {
      isOver = true;
      child?.kill('SIGTERM');
      return running;
    },
  };
}
