import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJiti } from 'jiti';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExternalChecks } from '../src/app/external-checks.ts';
import { prepareChecks } from '../src/audit/registry.ts';
import { builtInChecks } from './index.ts';
import * as kit from './kit.ts';
import * as testing from './testing.ts';

const repository = join(import.meta.dirname, '..');
const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const [code = '', test = ''] = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

let root = '';
let folder = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'example-'));
  folder = join(root, 'fees-list');
  mkdirSync(folder);
  writeFileSync(join(folder, 'check.ts'), code);
  writeFileSync(join(folder, 'check.test.ts'), test);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the example of the README', () => {
  it('is loaded as --checks loads it, beside the built-in checks', async () => {
    const checks = prepareChecks(builtInChecks, await loadExternalChecks([root]), {
      id: 'test',
      title: '',
      base: 15,
      coverageMax: 5,
      groups: [],
      params: {},
    });
    expect(checks.at(-1)).toMatchObject({ file: join(folder, 'check.ts'), params: { chargeFrom: '07-01' } });
  });

  it('passes its own test', async () => {
    const jiti = createJiti(import.meta.url, {
      fsCache: false,
      virtualModules: { 'xunjian/kit': kit, 'xunjian/testing': testing },
    });
    await jiti.import(join(folder, 'check.test.ts'));
    const wrong = test.replace("verdict: 'pass'", "verdict: 'fail'");
    writeFileSync(join(folder, 'wrong.test.ts'), wrong);
    await expect(jiti.import(join(folder, 'wrong.test.ts'))).rejects.toThrow('published: expected');
    rmSync(join(folder, 'wrong.test.ts'));
  });

  it('compiles with the program’s own types', () => {
    const paths = Object.fromEntries(
      ['kit', 'testing'].map((name) => [`xunjian/${name}`, [join(repository, 'checks', `${name}.ts`)]]),
    );
    writeFileSync(
      join(root, 'tsconfig.json'),
      JSON.stringify({
        extends: join(repository, 'tsconfig.json'),
        compilerOptions: { paths, types: [], typeRoots: [join(repository, 'node_modules/@types')] },
        include: ['fees-list', join(repository, 'src/**/*.d.ts')],
      }),
    );
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    const compiler = join(repository, 'node_modules/tsc7/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', root], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
