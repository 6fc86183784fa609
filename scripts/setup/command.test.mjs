import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { commandRunner, lastLines, npmCommand } from './command.mjs';
import { folderWith } from './fixture.mjs';

test('a child process that fails keeps its output, which also stands in the log', async () => {
  const root = folderWith({});
  const logFile = path.join(root, 'cache', 'setup.log');
  const run = commandRunner({ root, logFile, env: process.env });
  const script = "console.log('一'); console.error('二'); process.exitCode = 3";
  expect(await run(process.execPath, ['-e', script])).toEqual({
    ok: false,
    output: expect.stringMatching(/一[\s\S]*二/),
  });
  await run(process.execPath, ['-e', "console.log('三')"]);
  expect(readFileSync(logFile, 'utf8')).toMatch(/一[\s\S]*二[\s\S]*三/);
});

test('a command that does not exist, or runs too long, is a failure and no exception', async () => {
  const root = folderWith({});
  const run = commandRunner({ root, logFile: path.join(root, 'setup.log'), env: process.env });
  expect((await run('no-such-command-anywhere', [])).ok).toBe(false);
  const hanging = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 });
  expect(hanging).toEqual({ ok: false, output: expect.stringContaining('SIGTERM') });
});

test('the last lines leave out blank lines and stack frames', () => {
  expect(lastLines('first\n\nError: no\n    at run (file.js:1:1)\nlast\n', 2)).toBe('Error: no\nlast');
});

test('npm runs under the same Node, unless another package manager started us', () => {
  const root = folderWith({ 'lib/node_modules/npm/bin/npm-cli.js': '', 'yarn.js': '', 'bin/node': '' });
  const node = path.join(root, 'bin', 'node');
  const script = path.join(root, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  expect(npmCommand({ npm_execpath: path.join(root, 'yarn.js') }, node)).toEqual({ command: node, args: [script] });
  expect(npmCommand({}, path.join(root, 'elsewhere', 'bin', 'node'))).toEqual({ command: 'npm', args: [] });
});
