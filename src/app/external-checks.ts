import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createJiti } from 'jiti';
import * as kit from '../../checks/kit.ts';
import type { AnyCheck } from '../audit/check.ts';
import { checkShape } from '../audit/check-shape.ts';
import type { CheckSource } from '../audit/registry.ts';
import { EXIT, type Place, UserError } from '../model/user-error.ts';

/** What a check's file may be called, first found first taken. */
const NAMES = ['check.ts', 'check.js', 'check.mjs'];

/**
 * Loads the checks of `--checks` folders: the folder's own `check.ts` or `check.js`, or one in each of its
 * sub-folders. `xunjian/kit` is the kit of the running program, whatever is installed there. Throws UserError
 * (exit code 2) naming file, line and column, for a folder without checks, a syntax error or a default export
 * that is no check.
 */
export async function loadExternalChecks(folders: readonly string[]): Promise<readonly CheckSource[]> {
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    interopDefault: false,
    virtualModules: { 'xunjian/kit': kit },
  });
  const sources: CheckSource[] = [];
  for (const file of folders.flatMap(checkFiles)) sources.push({ file, check: await loadCheck(jiti, file) });
  return sources;
}

function checkFiles(folder: string): readonly string[] {
  const root = resolve(folder);
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw problem({ file: folder }, '检查项目录不存在', '请用 --checks 指定存放检查项的文件夹');
  const own = checkFile(root);
  if (own) return [own];
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => checkFile(join(root, name)) ?? []);
  if (files.length === 0)
    throw problem({ file: folder }, '目录中没有检查项', '请在目录或其子目录中放入 check.ts 或 check.js');
  return files;
}

const checkFile = (folder: string): string | undefined =>
  NAMES.map((name) => join(folder, name)).find((file) => existsSync(file));

async function loadCheck(jiti: ReturnType<typeof createJiti>, file: string): Promise<AnyCheck> {
  let loaded: unknown;
  try {
    loaded = (await jiti.import<{ default?: unknown }>(file)).default;
  } catch (error) {
    const what = `检查项无法加载（${firstLine(error)}）`;
    throw problem(placeOf(error, file), what, '请按提示的行列修正后重试', error);
  }
  const shape = checkShape(loaded);
  if (!shape.ok) throw problem({ file }, shape.what, shape.remedy);
  return shape.check;
}

/** Where the loader says the error is: `file:line:column` in its message or in the first line of its trace. */
function placeOf(error: unknown, file: string): Place {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  const at = new RegExp(`${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:(\\d+):(\\d+)`).exec(text);
  return at ? { file, line: Number(at[1]), column: Number(at[2]) } : { file };
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.trim() ?? '';

const problem = (place: Place, what: string, remedy: string, cause?: unknown): UserError =>
  new UserError(EXIT.usage, [{ place, what, remedy }], cause === undefined ? undefined : { cause });
