import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { lastLines } from './command.mjs';
import { SetupError } from './error.mjs';

const SOURCES = ['src', 'checks', 'demo'];
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const SOURCE = /(?<!\.d)\.tsx?$/;
const OUTPUT = /\.(?:js|js\.map|d\.ts)$/;
const STAMP = path.join('dist', '.sources');

const filesUnder = (root, folder) =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    : [];

/** A digest of name, size and time of every source: also a file that went, or an older one put back, changes it. */
export function sourcesDigest(root) {
  const sources = SOURCES.flatMap((folder) => filesUnder(root, folder)).filter((file) => SOURCE.test(file));
  const hash = createHash('sha256');
  for (const file of [...sources.sort(), ...SETTINGS]) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file}\t${size}\t${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** True where dist/ was built from the sources as they are now. */
export function buildCurrent(root) {
  const stamp = path.join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesDigest(root);
}

/** Takes away built files whose source is gone: the compiler leaves them, and they would still be loaded. */
export function removeOrphans(root) {
  for (const file of filesUnder(root, 'dist').filter((name) => OUTPUT.test(name))) {
    const stem = path.relative('dist', file).replace(OUTPUT, '');
    const kept = ['.ts', '.tsx'].some((suffix) => existsSync(path.join(root, stem + suffix)));
    if (!kept) rmSync(path.join(root, file));
  }
}

/** Compiles the TypeScript sources to dist/. */
export async function buildStep({ root, run, note }) {
  if (buildCurrent(root)) return null;
  note('正在编译程序…');
  const digest = sourcesDigest(root);
  const compiler = path.join(root, 'node_modules', 'tsc7', 'bin', 'tsc');
  const { ok, output } = await run(process.execPath, [compiler, '-p', 'tsconfig.build.json']);
  if (!ok) throw new SetupError('程序编译失败', '请按下列提示修改源代码后重试。', lastLines(output));
  removeOrphans(root);
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(path.join(root, STAMP), digest);
  return '程序已编译';
}
