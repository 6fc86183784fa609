import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadRulebook } from '../config/rulebook.ts';
import type { Plan, Unit } from '../model/plan.ts';
import type { RegisterId, Registers } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { loadRegisters, registerFiles } from '../registers/load.ts';
import { loadPlan, type PlanFiles } from './load-plan.ts';

/** The files a command works from, as given on the command line. */
export interface InputFiles extends PlanFiles {
  /** Overrides the rulebook that targets.yaml names. */
  readonly rulebook?: string | undefined;
  /** Folder of registers; without it `registers/` beside targets.yaml, where there is one. */
  readonly registers?: string | undefined;
}

export async function loadInputs(files: InputFiles): Promise<{
  plan: Plan;
  units: readonly Unit[];
  rulebook: Rulebook;
  registers: Registers;
  /** The file of each register that is there. */
  registerFiles: ReadonlyMap<RegisterId, string>;
}> {
  const { plan, units } = loadPlan(files);
  const rulebook = loadRulebook(files.rulebook ?? plan.rulebook);
  const folder = registersFolder(files);
  const registers = await loadRegisters(folder, plan);
  requireCoverageWithin(rulebook, registers, plan);
  return { plan, units, rulebook, registers, registerFiles: registerFiles(folder, plan) };
}

/** How much a unit can get for its key columns is the rulebook's to say, so the register alone cannot know it. */
function requireCoverageWithin({ coverageMax }: Rulebook, { coverage }: Registers, plan: Plan): void {
  const problems = (coverage ?? [])
    .filter(({ score }) => score > coverageMax)
    .map(({ unit, period, score }) => ({
      place: { file: '台账 coverage' },
      what: `${plan.units.find(({ id }) => id === unit)?.name ?? unit}${period.id}的重点栏目保障得分超过考核办法的上限${coverageMax}分`,
      value: String(score),
      remedy: '请核对台账中的得分',
    }));
  if (problems.length > 0) throw new UserError(EXIT.usage, problems);
}

/** The folder of registers; null where none was named and none lies beside targets.yaml. Throws UserError (exit code 2). */
export function registersFolder({ targets, registers }: InputFiles): string | null {
  if (registers !== undefined) {
    if (existsSync(registers) && statSync(registers).isDirectory()) return registers;
    throw new UserError(EXIT.usage, [
      { place: { file: registers }, what: '台账目录不存在', remedy: '请用 --registers 指定存放台账的文件夹' },
    ]);
  }
  const beside = join(dirname(targets), 'registers');
  return existsSync(beside) ? beside : null;
}
