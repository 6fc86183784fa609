import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './fixture.mjs';
import { aptInstaller, canUseApt, onPath } from './system.mjs';

test('a command is found on PATH only where it can be run', () => {
  const root = folderWith({ 'a/tool': 'text', 'b/tool': '#!/bin/sh\n' });
  const env = { PATH: [path.join(root, 'a'), path.join(root, 'b')].join(path.delimiter) };
  expect(onPath('tool', env)).toBe(path.join(root, 'b', 'tool'));
  expect(onPath('tool', { PATH: '' })).toBeNull();
});

test('Debian packages are for root on a machine with apt-get', () => {
  const env = { PATH: folderWith({ 'apt-get': '#!/bin/sh\n' }) };
  expect(canUseApt(env, 0)).toBe(true);
  expect(canUseApt(env, 1000)).toBe(false);
  expect(canUseApt({ PATH: '' }, 0)).toBe(false);
});

test('the package lists are refreshed once, and again after a refresh that failed', async () => {
  const calls = [];
  let online = false;
  const apt = aptInstaller(async (_command, [verb]) => {
    calls.push(verb);
    return { ok: online, output: '' };
  });
  expect((await apt(['a'])).ok).toBe(false);
  online = true;
  await apt(['a']);
  await apt(['b']);
  expect(calls).toEqual(['update', 'update', 'install', 'install']);
});
