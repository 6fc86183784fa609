import { builtInChecks } from '../../checks/index.ts';
import { type PreparedCheck, prepareChecks } from '../audit/registry.ts';
import { placeOfParameter } from '../config/rulebook.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { loadExternalChecks } from './external-checks.ts';

/** The built-in checks and those of the folders given, with the rulebook's parameters. */
export async function checksFor(folders: readonly string[], rulebook: Rulebook): Promise<readonly PreparedCheck[]> {
  const external = await loadExternalChecks(folders);
  return prepareChecks(builtInChecks, external, rulebook, (path) => placeOfParameter(rulebook, path));
}
