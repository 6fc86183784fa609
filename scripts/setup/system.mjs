import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** True where the file exists and this user may run it. */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Where a command lies on PATH, or null. */
export function onPath(name, env) {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable) ?? null;
}

/** True where Debian packages can be installed without asking: apt-get is there and we are root. */
export function canUseApt(env, uid = process.getuid?.()) {
  return uid === 0 && onPath('apt-get', env) !== null;
}

/** What a person types to install Debian packages by hand. */
export const aptAdvice = (packages) => `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/**
 * Installs Debian packages; refreshes the package lists first, once per run.
 *
 * @param {import('./command.mjs').Run} run
 */
export function aptInstaller(run) {
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' } };
  let refreshed = false;
  return async (packages) => {
    if (!refreshed) {
      const update = await run('apt-get', ['update'], quiet);
      if (!update.ok) return update;
      refreshed = true;
    }
    return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
  };
}
