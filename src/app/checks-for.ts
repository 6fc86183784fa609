import { builtInChecks } from '../../checks/index.ts';
import { type PreparedCheck, prepareChecks } from '../audit/registry.ts';
import { placeInRulebook } from '../config/rulebook.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { loadExternalChecks } from './external-checks.ts';
import { refuseUnknownNames } from './rulebook-names.ts';

/**
 * The built-in checks and those of the folders given, with the rulebook's parameters. Throws UserError (exit code 2)
 * where the rulebook names a check or message that none of them has.
 */
export async function checksFor(folders: readonly string[], rulebook: Rulebook): Promise<readonly PreparedCheck[]> {
  const external = await loadExternalChecks(folders);
  const prepared = prepareChecks(builtInChecks, external, rulebook, (path) =>
    placeInRulebook(rulebook, ['params', ...path]),
  );
  refuseUnknownNames(rulebook, prepared);
  return prepared;
}
