import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildCurrent, buildStep, removeOrphans, sourcesDigest } from './build.mjs';
import { SetupError } from './error.mjs';
import { folderWith } from './fixture.mjs';

const SOURCES = {
  'tsconfig.json': '{}',
  'tsconfig.build.json': '{}',
  'package-lock.json': '{}',
  'src/a.ts': 'export const a = 1;',
  'src/b.tsx': 'export const b = 1;',
};
const compiler = (ok) => ({ note: () => {}, run: async () => ({ ok, output: 'src/a.ts(1,1): error TS1: no' }) });

test('a build is current until a source changes, comes or goes', async () => {
  const root = folderWith(SOURCES);
  expect(buildCurrent(root)).toBe(false);
  await buildStep({ root, ...compiler(true) });
  expect(buildCurrent(root)).toBe(true);
  expect(await buildStep({ root, ...compiler(true) })).toBeNull();

  const built = sourcesDigest(root);
  writeFileSync(path.join(root, 'src', 'c.ts'), '');
  expect(buildCurrent(root)).toBe(false);
  rmSync(path.join(root, 'src', 'c.ts'));
  expect(sourcesDigest(root)).toBe(built);
  rmSync(path.join(root, 'src', 'a.ts'));
  expect(buildCurrent(root)).toBe(false);
});

test('a build that failed says why and does not count as done', async () => {
  const root = folderWith(SOURCES);
  const failure = await buildStep({ root, ...compiler(false) }).catch((error) => error);
  expect(failure).toBeInstanceOf(SetupError);
  expect(failure.output).toContain('src/a.ts(1,1)');
  expect(buildCurrent(root)).toBe(false);
});

test('built files go with their source, and only those', () => {
  const root = folderWith({
    ...SOURCES,
    'dist/src/a.js': '',
    'dist/src/a.d.ts': '',
    'dist/src/b.js.map': '',
    'dist/src/gone.js': '',
    'dist/src/gone.d.ts': '',
    'dist/.tsbuildinfo': '',
  });
  removeOrphans(root);
  const left = ['src/a.js', 'src/a.d.ts', 'src/b.js.map', 'src/gone.js', 'src/gone.d.ts', '.tsbuildinfo'].filter(
    (file) => existsSync(path.join(root, 'dist', file)),
  );
  expect(left).toEqual(['src/a.js', 'src/a.d.ts', 'src/b.js.map', '.tsbuildinfo']);
});
