import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RegisterId } from '../model/register.ts';
import { registerDefinitions } from '../registers/definitions.ts';
import { registerFiles } from '../registers/load.ts';
import { csvTemplate, xlsxTemplate } from '../registers/template.ts';
import { loadPlan } from './load-plan.ts';
import { notWritable, writeWhole } from './write-file.ts';

/** What was done about each register, in the order of the contract. */
export interface InitialisedRegister {
  readonly file: string;
  readonly title: string;
  /** False: there was one already, which was left as it is. */
  readonly isNew: boolean;
}

/**
 * Writes an empty template of every register that is not in the folder yet, under either extension; `registers/`
 * beside targets.yaml without a folder. Never overwrites. Throws UserError: 2 for wrong targets, 5 where the folder
 * cannot be written.
 */
export async function initRegisters(request: {
  readonly targets: string;
  readonly registers?: string | undefined;
  readonly format: 'csv' | 'xlsx';
}): Promise<readonly InitialisedRegister[]> {
  const { plan } = loadPlan({ targets: request.targets, units: [] });
  const folder = request.registers ?? join(dirname(request.targets), 'registers');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw notWritable(folder, error);
  }
  const there = registerFiles(folder, plan);
  const done: InitialisedRegister[] = [];
  for (const [id, definition] of Object.entries(registerDefinitions(plan))) {
    const { title, columns } = definition;
    const found = there.get(id as RegisterId);
    const file = found ?? join(folder, `${id}.${request.format}`);
    if (found === undefined) {
      const form = { title, columns };
      writeWhole(file, request.format === 'csv' ? csvTemplate(form) : await xlsxTemplate(form));
    }
    done.push({ file, title, isNew: found === undefined });
  }
  return done;
}
