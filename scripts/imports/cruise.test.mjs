import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { cruiseTree } from './cruise.mjs';

const roots = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const PACKAGE_JSON = {
  type: 'module',
  dependencies: { undici: '1.0.0', kysely: '1.0.0' },
  devDependencies: { 'fast-check': '1.0.0' },
};

/** A small tree that keeps every direction. */
const SOUND = {
  'package.json': JSON.stringify(PACKAGE_JSON),
  'node_modules/undici/package.json': '{ "name": "undici", "version": "1.0.0", "main": "index.js" }',
  'node_modules/undici/index.js': '',
  'node_modules/kysely/package.json': '{ "name": "kysely", "version": "1.0.0", "main": "index.js" }',
  'node_modules/kysely/index.js': '',
  'node_modules/fast-check/package.json': '{ "name": "fast-check", "version": "1.0.0", "main": "index.js" }',
  'node_modules/fast-check/index.js': '',
  'src/model/unit.ts': 'export const unit = 1;',
  'src/extract/page.ts': "import { unit } from '../model/unit.ts'; export const page = unit;",
  'src/audit/run.ts': "import { page } from '../extract/page.ts'; export const run = page;",
  'src/store/rows.ts': "import { sql } from 'kysely'; export const rows = sql; export type Rows = string;",
  'src/crawl/http.ts':
    "import { fetch } from 'undici'; import type { Rows } from '../store/rows.ts'; export const get = (r: Rows) => fetch(r);",
  'src/app/compose.ts': "import { rows } from '../store/rows.ts'; export const compose = rows;",
  'src/app/demo.ts': "import { site } from '../../demo/index.ts'; export const demo = site;",
  'src/cli/main.ts': "import { compose } from '../app/compose.ts'; export const main = compose;",
  'checks/kit.ts': "import { run } from '../src/audit/run.ts'; export const kit = run;",
  'checks/testing.ts': "import { kit } from './kit.ts'; export const testing = kit;",
  'checks/guide/check.ts': "import { kit } from '../kit.ts'; export const check = kit;",
  'checks/guide/check.test.ts':
    "import { testing } from '../testing.ts'; import fc from 'fast-check'; import { check } from './check.ts'; fc(testing, check);",
  'checks/leadership/check.ts': "import { kit } from '../kit.ts'; export const check = kit;",
  'bench/run.ts': 'export const run = 1;',
  'demo/index.ts': "import { unit } from '../src/model/unit.ts'; export const site = unit;",
};

async function cruiseWith(planted) {
  const root = mkdtempSync(path.join(tmpdir(), 'imports-'));
  roots.push(root);
  for (const [file, text] of Object.entries({ ...SOUND, ...planted })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return cruiseTree(root);
}

test('a tree that keeps every direction has no violation, and all of its modules are read', async () => {
  const { modules, violations } = await cruiseWith({});
  expect(violations).toEqual([]);
  expect(modules).toBe(Object.keys(SOUND).filter((file) => file.endsWith('.ts')).length);
});

test.each([
  ['room-model', 'src/model/planted.ts', "import '../extract/page.ts';"],
  ['room-extract', 'src/extract/planted.ts', "import '../audit/run.ts';"],
  ['room-score', 'src/score/planted.ts', "import '../audit/run.ts';"],
  ['room-report', 'src/report/planted.ts', "import '../app/compose.ts';"],
  ['room-audit', 'src/audit/planted.ts', "import type { Rows } from '../store/rows.ts';"],
  ['room-crawl', 'src/crawl/planted.ts', "import '../audit/run.ts';"],
  ['room-cli', 'src/cli/planted.ts', "import '../crawl/http.ts';"],
  ['room-app', 'src/app/planted.ts', "import '../cli/main.ts';"],
  ['room-app', 'src/app/planted.ts', "import '../../demo/index.ts';"],
  ['check-imports-kit-only', 'checks/guide/planted.ts', "import '../../src/model/unit.ts';"],
  ['check-imports-kit-only', 'checks/guide/planted.ts', "import '../leadership/check.ts';"],
  ['check-imports-kit-only', 'checks/guide/planted.ts', "import 'node:fs';"],
  ['check-test-imports-testing-only', 'checks/guide/planted.test.ts', "import '../../src/audit/run.ts';"],
  ['kit-imports', 'checks/kit.ts', "import '../src/store/rows.ts';"],
  ['backends-in-compose-only', 'src/crawl/planted.ts', "import { rows } from '../store/rows.ts'; rows();"],
  ['backends-in-compose-only', 'src/app/planted.ts', "import { rows } from '../store/rows.ts'; rows();"],
  ['model-is-plain', 'src/model/planted.ts', "import 'undici';"],
  ['model-is-plain', 'src/model/planted.ts', "import 'node:path';"],
  ['pure-rooms', 'src/audit/planted.ts', "import { readFile } from 'node:fs/promises'; readFile('x');"],
  ['pure-rooms', 'src/score/planted.ts', "const http = await import('node:http'); http.get('x');"],
  ['pure-rooms', 'src/extract/planted.ts', "import 'undici';"],
  ['database-in-store-only', 'src/app/planted.ts', "import 'kysely';"],
  ['network-in-crawl-only', 'src/app/planted.ts', "import 'undici';"],
  ['demo-stands-apart', 'demo/planted.ts', "import '../src/crawl/http.ts';"],
  ['bench-stands-apart', 'bench/planted.ts', "import '../src/crawl/http.ts';"],
  ['no-one-imports-bench', 'src/crawl/planted.ts', "import '../../bench/run.ts';"],
  ['no-cycle', 'src/model/unit.ts', "import { page } from '../extract/page.ts'; export const unit = page;"],
  ['no-test-in-product', 'src/extract/planted.ts', "import '../../test/helper.ts';"],
  ['no-dev-package-in-product', 'src/crawl/planted.ts', "import 'fast-check';"],
  ['declared-and-found', 'src/crawl/planted.ts', "import './nowhere.ts';"],
])('%s finds what is planted in %s', async (rule, file, text) => {
  const { violations } = await cruiseWith({ [file]: text, 'test/helper.ts': 'export const helper = 1;' });
  expect(violations.map((violation) => violation.rule)).toContain(rule);
});
