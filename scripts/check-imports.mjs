// Checks the import directions of the source tree; scripts/imports/cruise.test.mjs proves that it finds each offence.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cruiseTree } from './imports/cruise.mjs';

/** With a TypeScript it cannot use, the tool reads no .ts file and reports success: far fewer modules than there are. */
const FEWEST_MODULES = 50;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { modules, violations } = await cruiseTree(root);

for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
if (modules <= FEWEST_MODULES) {
  console.error(
    `Only ${modules} modules were read; more than ${FEWEST_MODULES} are expected. Is typescript 6 installed?`,
  );
}
console.log(`Import directions: ${modules} modules, ${violations.length} violations`);
process.exitCode = violations.length > 0 || modules <= FEWEST_MODULES ? 1 : 0;
