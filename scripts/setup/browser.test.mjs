import path from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser, hasChineseFont } from './browser.mjs';
import { browserStep } from './browser-install.mjs';
import { commandRunner } from './command.mjs';
import { folderWith } from './fixture.mjs';

const PROGRAM = '#!/bin/sh\n';
const says = (output) => async () => ({ ok: true, output });
const fails = async () => ({ ok: false, output: 'E: Unable to fetch some archives' });

/** A machine of which only the folder `bin` is on PATH. */
function machine(programs) {
  const root = folderWith(Object.fromEntries(Object.entries(programs).map(([name, text]) => [`bin/${name}`, text])));
  const env = { PATH: path.join(root, 'bin') };
  return { root, env, run: commandRunner({ root, logFile: path.join(root, 'setup.log'), env }) };
}

test('the browser that the operator names is taken, and no other in its place', async () => {
  const root = folderWith({ mine: PROGRAM, system: PROGRAM });
  const system = [path.join(root, 'system')];
  const named = (file) => findBrowser({ env: { XUNJIAN_CHROMIUM: path.join(root, file) }, run: fails }, system);
  expect(await named('mine')).toBe(path.join(root, 'mine'));
  expect(await named('missing')).toBeNull();
});

test('the first system browser that can be run is taken', async () => {
  const root = folderWith({ 'not-a-program': 'text', chrome: PROGRAM });
  const system = ['absent', 'not-a-program', 'chrome'].map((name) => path.join(root, name));
  expect(await findBrowser({ env: {}, run: fails }, system)).toBe(path.join(root, 'chrome'));
});

test("Playwright's own browser is taken only where it was downloaded", async () => {
  const root = folderWith({ chrome: PROGRAM });
  expect(await findBrowser({ env: {}, run: says(`${path.join(root, 'chrome')}\n`) }, [])).toBe(
    path.join(root, 'chrome'),
  );
  expect(await findBrowser({ env: {}, run: says('/nowhere/chrome\n') }, [])).toBeNull();
});

test('a font counts only where fontconfig names one', async () => {
  const withFont = machine({ 'fc-list': '#!/bin/sh\necho "/fonts/wqy-microhei.ttc:"\n' });
  const without = machine({ 'fc-list': '#!/bin/sh\nexit 0\n' });
  expect(await hasChineseFont(withFont, 'linux')).toBe(true);
  expect(await hasChineseFont(without, 'linux')).toBe(false);
  expect(await hasChineseFont(machine({}), 'linux')).toBe(false);
});

test('without browser and font the set-up goes on and says what will be skipped', async () => {
  const warnings = [];
  const { root } = machine({});
  const done = await browserStep({
    root,
    env: { PATH: '', XUNJIAN_CHROMIUM: path.join(root, 'no-such-browser') },
    run: fails,
    note: () => {},
    warn: (text) => warnings.push(text),
    apt: null,
  });
  expect(done).toBeNull();
  expect(warnings.join('\n')).toContain('XUNJIAN_CHROMIUM');
  expect(warnings.join('\n')).toContain('未能读取');
  expect(warnings.join('\n')).toContain('中文字体');
});

test('Debian packages come first; where they cannot be had, the browser is downloaded', async () => {
  const asked = [];
  const context = {
    root: '/nowhere',
    env: { PATH: '' },
    note: () => {},
    warn: () => {},
    run: async (_command, args) => {
      if (args.includes('install')) asked.push('download');
      return { ok: false, output: '' };
    },
    apt: async (packages) => {
      asked.push(packages.join(' '));
      return { ok: false, output: 'E: Unable to fetch' };
    },
  };
  await browserStep(context, []);
  expect(asked).toEqual(['chromium fonts-wqy-microhei fontconfig', 'download']);
});
