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
/** The blocks come in pairs: a check, then its test. */
const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
const examples = blocks.flatMap((code, i) =>
  i % 2 === 0 ? [{ id: /^ {2}id: '([a-z-]+)'/m.exec(code)?.[1] ?? '', code, test: blocks[i + 1] ?? '' }] : [],
);

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'example-'));
  for (const { id, code, test } of examples) {
    mkdirSync(join(root, id));
    writeFileSync(join(root, id, 'check.ts'), code);
    writeFileSync(join(root, id, 'check.test.ts'), test);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the examples of the README', () => {
  it('are loaded as --checks loads them, beside the built-in checks', async () => {
    const checks = prepareChecks(builtInChecks, await loadExternalChecks([root]), {
      id: 'test',
      title: '',
      base: 15,
      coverageMax: 5,
      groups: [],
      params: {},
    });
    expect(checks.slice(builtInChecks.length)).toMatchObject([
      { file: join(root, 'fees-list', 'check.ts'), params: { chargeFrom: '07-01' } },
      { file: join(root, 'old-ordinance', 'check.ts'), params: { since: '2019-05-15' } },
    ]);
  });

  it.each(examples)('pass their own test: $id', async ({ id, test }) => {
    const folder = join(root, id);
    const jiti = createJiti(import.meta.url, {
      fsCache: false,
      virtualModules: { 'xunjian/kit': kit, 'xunjian/testing': testing },
    });
    await jiti.import(join(folder, 'check.test.ts'));
    const wrong = test.replace("verdict: 'pass'", "verdict: 'not-applicable'");
    writeFileSync(join(folder, 'wrong.test.ts'), wrong);
    await expect(jiti.import(join(folder, 'wrong.test.ts'))).rejects.toThrow(': expected {"verdict":"not-applicable"');
    rmSync(join(folder, 'wrong.test.ts'));
  });

  it('compile with the program’s own types', () => {
    const paths = Object.fromEntries(
      ['kit', 'testing'].map((name) => [`xunjian/${name}`, [join(repository, 'checks', `${name}.ts`)]]),
    );
    writeFileSync(
      join(root, 'tsconfig.json'),
      JSON.stringify({
        extends: join(repository, 'tsconfig.json'),
        compilerOptions: { paths, types: [], typeRoots: [join(repository, 'node_modules/@types')] },
        include: [...examples.map(({ id }) => id), join(repository, 'src/**/*.d.ts')],
      }),
    );
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    const compiler = join(repository, 'node_modules/tsc7/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', root], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
