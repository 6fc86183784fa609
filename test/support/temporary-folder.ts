import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder for a whole test file. */
export function longLivedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
