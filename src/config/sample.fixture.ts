import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { UserError } from '../model/user-error.ts';

/** A small but complete targets.yaml. */
export const TARGETS = `version: 1
district: 示例区
rulebook: linzi-2023
site:
  home: http://www.example.gov.cn/gongkai/
  hosts: [www.example.gov.cn]
crawl:
  contact: audit@example.gov.cn
units:
  - id: sfj
    name: 区司法局
    fullName: 示例区司法局
    kind: department
    columns:
      - topic: guide
        url: /gongkai/site_sfj/channel_1/
  - id: tjj
    name: 区统计局
    fullName: 示例区统计局
    kind: department
`;

/** Writes a file that lives as long as the test, and gives its path. */
export function written(content: string | Uint8Array, name = 'targets.yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The problems of the UserError that `load` throws, without the name of the file. */
export function problemsOf(load: () => unknown): { at: string; what: string; value: string; remedy: string }[] {
  try {
    load();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ place, what, value = '', remedy }) => ({
      at: place.line === undefined ? '' : `${place.line}:${place.column}`,
      what,
      value,
      remedy,
    }));
  }
  throw new Error('nothing was wrong');
}
