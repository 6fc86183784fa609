import { dirname, join } from 'node:path';
import { loadRulebook } from '../../config/rulebook.ts';
import { type InputFiles, registersFolder } from '../inputs.ts';
import { loadPlan } from '../load-plan.ts';
import type { RegisterRules } from './ruled-definition.ts';

/** Where people edit registers: the folder that audits read, and the data folder that keeps every version. */
export interface RegisterDesk extends RegisterRules {
  /** May not be there yet; the first register that is written makes it. */
  readonly folder: string;
  readonly data: string;
}

/** The desk of a district. Throws UserError (exit code 2) for wrong targets, rulebook or folder. */
export function registerDesk(files: InputFiles, data: string): RegisterDesk {
  const { plan } = loadPlan(files);
  const { coverageMax } = loadRulebook(files.rulebook ?? plan.rulebook);
  const folder = registersFolder(files) ?? join(dirname(files.targets), 'registers');
  return { plan, coverageMax, folder, data };
}
