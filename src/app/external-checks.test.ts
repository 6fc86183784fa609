import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserError } from '../model/user-error.ts';
import { loadExternalChecks } from './external-checks.ts';

const source = (id: string): string => `import { defineCheck, z } from 'xunjian/kit';
interface Unused { readonly a: string }
export default defineCheck({
  id: '${id}',
  title: '示例',
  topics: ['guide'],
  basis: [{ document: '示例文件', clause: '第一条' }],
  messages: {},
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run({ report }) { report.pass('好', []); },
});
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string): string => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const ids = async (): Promise<readonly string[]> => (await loadExternalChecks([folder])).map(({ check }) => check.id);
const problemOf = async () => {
  const error: unknown = await loadExternalChecks([folder]).catch((reason: unknown) => reason);
  return (error as UserError).problems[0];
};

describe('checks from elsewhere', () => {
  it('are a folder of checks', async () => {
    write('beta/check.ts', source('beta'));
    write('alpha/check.ts', source('alpha'));
    write('notes/README.md', '说明');
    expect(await ids()).toEqual(['alpha', 'beta']);
  });
  it('are one check', async () => {
    write('check.ts', source('single'));
    expect(await ids()).toEqual(['single']);
  });
  it('may be plain JavaScript and import their own files', async () => {
    write('words.js', "export const id = 'plain';\n");
    write(
      'check.js',
      `import { id } from './words.js';\n${source('x')
        .replace(/interface.*\n/, '')
        .replace("id: 'x'", 'id')}`,
    );
    expect(await ids()).toEqual(['plain']);
  });
  it('use the kit of the program that runs', async () => {
    write(
      'check.ts',
      `${source('same')}\nimport { TOPICS } from 'xunjian/kit';\n(globalThis as { seen?: unknown }).seen = TOPICS;\n`,
    );
    await ids();
    expect((globalThis as { seen?: unknown }).seen).toBe((await import('../../checks/kit.ts')).TOPICS);
  });
  it('are named with line and column where they cannot be read', async () => {
    const file = write('check.ts', 'const a = 1;\nconst b = (;\n');
    expect(await problemOf()).toMatchObject({
      place: { file, line: 2, column: expect.any(Number) },
      remedy: expect.stringContaining('行列'),
    });
  });
  it('are named where they break on loading', async () => {
    const file = write('check.ts', "\nthrow new Error('出错');\n");
    expect(await problemOf()).toMatchObject({ place: { file, line: 2 }, what: expect.stringContaining('出错') });
  });
  it.each([
    ['a file without default export', 'export const a = 1;\n', '默认导出'],
    ['something else', 'export default { id: 1 };\n', 'id'],
  ])('are not %s', async (_, text, said) => {
    const file = write('check.ts', text);
    expect(await problemOf()).toMatchObject({ place: { file }, what: expect.stringContaining(said) });
  });
  it('are missed in an empty folder', async () =>
    expect(await problemOf()).toMatchObject({ what: '目录中没有检查项' }));
  it('are missed in a folder that is not there', async () => {
    const error: unknown = await loadExternalChecks([join(folder, 'none')]).catch((reason: unknown) => reason);
    expect((error as UserError).message).toContain('检查项目录不存在');
  });
});
