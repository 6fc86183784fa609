import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const FOLDERS = ['src', 'checks', 'demo', 'bench', 'test', 'bin'];

/**
 * Holds the modules under `root` against the import directions of .dependency-cruiser.cjs.
 *
 * @param {string} root
 * @returns {Promise<{ modules: number, violations: { rule: string, from: string, to: string }[] }>} `modules`
 *   counts the tree's own files that were read, packages aside
 */
export async function cruiseTree(root) {
  const folders = FOLDERS.filter((folder) => existsSync(path.join(root, folder)));
  const { output } = await cruise(folders, { ...options, baseDir: root, validate: true, ruleSet: { forbidden } });
  const own = output.modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules: own.length, violations };
}
