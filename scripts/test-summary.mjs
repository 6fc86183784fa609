// Prints one plain line from vitest's JSON report: "N passed, N failed, N skipped". Usage: test-summary.mjs FILE
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { countTests } from './test-count.mjs';

const [file] = process.argv.slice(2);
let report = null;
try {
  report = JSON.parse(readFileSync(file, 'utf8'));
} catch {
  console.error('No test report was written: something failed before the tests.');
}
const { passed, failed, skipped } = countTests(report);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = report?.success === true && failed === 0 && passed > 0 ? 0 : 1;
