import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../model/user-error.ts';
import type { Source } from './backup-sources.ts';
import { loadPlan } from './load-plan.ts';

/**
 * targets.yaml, `console.yaml` beside it, and the rulebook where that is a file and not a shipped one; of a rulebook
 * outside of this folder the backup keeps the name. A targets.yaml with mistakes is backed up all the same; throws
 * UserError (exit code 2) where there is none.
 */
export function configSources(targets: string, onNotice: (line: string) => void): readonly Source[] {
  const folder = dirname(resolve(targets));
  const files = [resolve(targets), join(folder, 'console.yaml'), ...rulebookOf(targets, onNotice)];
  return files.filter((file) => existsSync(file)).map((path) => ({ name: `config/${nameIn(folder, path)}`, path }));
}

function rulebookOf(targets: string, onNotice: (line: string) => void): readonly string[] {
  try {
    const { rulebook } = loadPlan({ targets, units: [] }).plan;
    return isAbsolute(rulebook) ? [rulebook] : [];
  } catch (error) {
    if (!(error instanceof UserError) || !existsSync(targets)) throw error;
    onNotice(`巡检对象文件有误，仍照原样备份；其中指定的考核办法如是文件，没有备份。\n${error.message}`);
    return [];
  }
}

function nameIn(folder: string, path: string): string {
  const steps = relative(folder, path);
  return steps.startsWith('..') || isAbsolute(steps) ? basename(path) : steps.split(sep).join('/');
}
