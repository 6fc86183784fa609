import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../config/package-root.ts';
import type { Site } from '../model/plan.ts';

/** The rooms that reading consists of. */
const ROOMS = ['../extract', '../model'];

/**
 * Names the way in which this program reads pages and files: it differs where the code of reading, a package, the runtime
 * (its tables of characters) or the site's description differs, and with it what was read before is of no use.
 */
export function readingVersion({ home, cms, hosts }: Site): string {
  const hash = createHash('sha256').update(JSON.stringify([process.versions, { home, cms, hosts }]));
  hash.update(readFileSync(join(packageRoot(), 'package.json')));
  for (const room of ROOMS) {
    const folder = fileURLToPath(new URL(room, import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test|\.d)\.[jt]sx?$/.test(name))
      .sort();
    for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}
