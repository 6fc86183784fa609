import process from 'node:process';
import { expect, it } from 'vitest';
import { longLivedFolder } from '../test/support/temporary-folder.ts';
import { type Command, measure } from './measure.ts';

const root = longLivedFolder();

const run = (script: string, more: Partial<Command> = {}) =>
  measure({ argv: [process.execPath, '-e', script], folder: root, cores: null, timeoutMs: 20_000, ...more });

const burn = (ms: number): string =>
  `const end = process.cpuUsage().user + ${ms * 1000}; while (process.cpuUsage().user < end) for (let i = 0; i < 1e7; i++);`;

it('counts the processor time of a command and of what it starts', async () => {
  const alone = await run(burn(300));
  const child = await run(
    `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(burn(300))}])`,
  );
  expect(alone.exit).toBe(0);
  expect(alone.cpu).toBeGreaterThan(0.3);
  expect(child.cpu).toBeGreaterThan(0.3);
});

it('tells how the command ended', async () => {
  expect((await run('process.exit(3)')).exit).toBe(3);
  expect((await run('setInterval(() => {}, 1000)', { timeoutMs: 300 })).exit).toBe('SIGKILL');
});
