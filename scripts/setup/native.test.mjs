import { expect, test } from 'vitest';
import { folderWith } from './fixture.mjs';
import { nativeStep } from './native.mjs';

const TOOLS = { python3: '#!/bin/sh\n', make: '#!/bin/sh\n', 'g++': '#!/bin/sh\n' };

/** A machine on which the module loads after a rebuild, and a rebuild works with these tools. */
function machine({
  tools = {},
  apt = true,
  aptWorks = true,
  loads = false,
  compiles = true,
  configured = 'undefined',
} = {}) {
  const state = { loads, tools: Object.keys(tools).length > 0, calls: [] };
  const run = async (_command, args) => {
    if (args.includes('-e')) return { ok: state.loads, output: 'NODE_MODULE_VERSION 108' };
    if (args.includes('config')) return { ok: true, output: `${configured}\n` };
    state.calls.push('rebuild');
    state.headers = args.find((arg) => arg.startsWith('--nodedir='));
    state.loads = compiles && state.tools;
    return { ok: state.loads, output: 'gyp ERR! find Python' };
  };
  const install = async (packages) => {
    state.calls.push(`apt ${packages.join(' ')}`);
    state.tools = aptWorks;
    return { ok: aptWorks, output: 'E: Unable to fetch' };
  };
  const env = { PATH: folderWith(tools) };
  return { state, context: { env, run, note: () => {}, apt: apt ? install : null } };
}

test('a module that loads is left alone', async () => {
  const { state, context } = machine({ loads: true });
  expect(await nativeStep(context)).toBeNull();
  expect(state.calls).toEqual([]);
});

test('a module of another Node is built again, with no package installed for it', async () => {
  const { state, context } = machine({ tools: TOOLS });
  expect(await nativeStep(context)).toContain('就绪');
  expect(state.calls).toEqual(['rebuild']);
});

test('a setting that names headers of another Node is taken back where npm listens', async () => {
  const other = folderWith({});
  const { state, context } = machine({ tools: TOOLS, configured: other });
  await nativeStep(context);
  expect(state.headers).toMatch(/^--nodedir=/);
  expect(state.headers).not.toContain(other);
});

test('a compiler that lacks is installed, and the build tried again', async () => {
  const { state, context } = machine();
  expect(await nativeStep(context)).toContain('就绪');
  expect(state.calls).toEqual(['rebuild', 'apt python3 make g++', 'rebuild']);
});

test('without the right to install, the error names the packages to install', async () => {
  const { context } = machine({ apt: false });
  await expect(nativeStep(context)).rejects.toMatchObject({
    message: expect.stringContaining('编译失败'),
    remedy: expect.stringContaining('python3 make g++'),
    output: expect.stringContaining('gyp ERR!'),
  });
});

test('a failed installation and a failed compilation are told apart', async () => {
  await expect(nativeStep(machine({ aptWorks: false }).context)).rejects.toThrow('编译工具安装失败');
  const broken = machine({ tools: TOOLS, compiles: false });
  await expect(nativeStep(broken.context)).rejects.toMatchObject({ remedy: expect.stringContaining('头文件') });
});
