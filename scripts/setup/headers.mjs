import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** The ABI number that the headers under a prefix are for, or null where there are none. */
function headersAbi(prefix) {
  try {
    const text = readFileSync(path.join(prefix, 'include', 'node', 'node_version.h'), 'utf8');
    return /#define\s+NODE_MODULE_VERSION\s+(\d+)/.exec(text)?.[1] ?? null;
  } catch {
    return null;
  }
}

/**
 * The prefix whose include/node holds the headers of the running Node, or null. Headers of another
 * major build a module that does not load, so the ABI is compared. With local headers nothing is downloaded.
 *
 * @param {string | undefined} configured npm's own nodedir setting, looked at first
 */
export function headersPrefix(configured, nodePath = process.execPath, abi = process.versions.modules) {
  const own = path.resolve(path.dirname(nodePath), '..');
  // The npm package `node` links its binary out of the folder that holds the headers.
  const packaged = path.join(own, 'node_modules', `node-${process.platform}-${process.arch}`);
  const prefixes = [configured, own, packaged, '/usr', '/usr/local'];
  return prefixes.find((prefix) => prefix && headersAbi(prefix) === abi) ?? null;
}
