import { readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { InputFiles } from '../inputs.ts';

/**
 * Changes whenever the targets, a register or a rulebook of the district's own does.
 * @param rulebook as the plan names it: a path, or the name of a shipped one
 */
export function inputsState(files: InputFiles, rulebook: string | null): string {
  const named = files.rulebook ?? rulebook ?? '';
  const registers = files.registers ?? join(dirname(files.targets), 'registers');
  const inputs = [files.targets, ...(isAbsolute(named) || named.endsWith('.yaml') ? [named] : [])];
  return [...inputs, ...filesIn(registers)].map(stateOf).join('\n');
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    // No registers are kept, which is a state like any other.
    return [];
  }
}

function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${file}/${found.ino}/${found.mtimeMs}/${found.size}` : file;
}
