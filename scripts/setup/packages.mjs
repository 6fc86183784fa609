import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lastLines, npmCommand } from './command.mjs';
import { SetupError } from './error.mjs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * True where node_modules holds what package-lock.json asks for. npm's own record of what it installed,
 * written last, is the stamp: so an interrupted install counts as none, and a plain `npm install` counts.
 * Optional packages (other platforms' binaries) may be absent.
 */
export function packagesCurrent(root) {
  const wanted = read(path.join(root, 'package-lock.json'))?.packages;
  const installed = read(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !installed) return false;
  const places = Object.keys(wanted).filter((place) => place !== '');
  return (
    places.every((place) =>
      installed[place] ? installed[place].version === wanted[place].version : wanted[place].optional === true,
    ) && Object.keys(installed).every((place) => wanted[place])
  );
}

/** Installs the npm packages as locked. Their own scripts do not run: the native one is built apart. */
export async function packagesStep({ root, env, run, note }) {
  if (packagesCurrent(root)) return null;
  note('正在安装依赖包…');
  const npm = npmCommand(env);
  const { ok, output } = await run(npm.command, [...npm.args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (ok) return '依赖包已按 package-lock.json 安装';
  const drifted = /EUSAGE|package-lock/.test(output);
  throw new SetupError(
    '依赖包安装失败',
    drifted
      ? 'package.json 与 package-lock.json 不一致：请运行 npm install 后重试。'
      : '请检查网络与 npm 软件源（npm config get registry）、磁盘空间和目录权限，然后重新运行 npm run setup。',
    lastLines(output),
  );
}
