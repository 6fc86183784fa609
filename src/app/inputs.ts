import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadRulebook } from '../config/rulebook.ts';
import { loadTargets } from '../config/targets.ts';
import type { Plan, Unit } from '../model/plan.ts';
import type { Registers } from '../model/register.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { loadRegisters } from '../registers/load.ts';

/** The files a command works from, as given on the command line. */
export interface InputFiles {
  readonly targets: string;
  /** Overrides the rulebook that targets.yaml names. */
  readonly rulebook?: string | undefined;
  /** Folder of registers; without it `registers/` beside targets.yaml, where there is one. */
  readonly registers?: string | undefined;
  /** Ids, names or aliases; empty: every unit. */
  readonly units: readonly string[];
}

/** The plan and the units in scope. Throws UserError (exit code 2) naming every problem found. */
export function loadPlan(files: Pick<InputFiles, 'targets' | 'units'>): { plan: Plan; units: readonly Unit[] } {
  const plan = loadTargets(files.targets);
  return { plan, units: unitsNamed(plan, files.units) };
}

export async function loadInputs(files: InputFiles): Promise<{
  plan: Plan;
  units: readonly Unit[];
  rulebook: Rulebook;
  registers: Registers;
}> {
  const { plan, units } = loadPlan(files);
  const rulebook = loadRulebook(files.rulebook ?? plan.rulebook);
  const registers = await loadRegisters(registersFolder(files), plan);
  requireCoverageWithin(rulebook, registers, plan);
  return { plan, units, rulebook, registers };
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

function registersFolder({ targets, registers }: InputFiles): string | null {
  if (registers !== undefined) {
    if (existsSync(registers) && statSync(registers).isDirectory()) return registers;
    throw new UserError(EXIT.usage, [
      { place: { file: registers }, what: '台账目录不存在', remedy: '请用 --registers 指定存放台账的文件夹' },
    ]);
  }
  const beside = join(dirname(targets), 'registers');
  return existsSync(beside) ? beside : null;
}

function unitsNamed(plan: Plan, names: readonly string[]): readonly Unit[] {
  if (names.length === 0) return plan.units;
  const problems = [];
  const chosen = new Set<Unit>();
  for (const name of names) {
    const unit = plan.units.find((u) => [u.id, u.name, u.fullName, ...u.aliases].includes(name));
    if (unit) chosen.add(unit);
    else {
      const near = plan.units.filter((u) => u.name.includes(name) || u.fullName.includes(name) || u.id.includes(name));
      const hint =
        near.length > 0
          ? `是否指 ${near
              .slice(0, 3)
              .map((u) => `${u.id}（${u.name}）`)
              .join('、')}？`
          : '';
      problems.push({
        place: {},
        what: '巡检对象文件中没有该单位',
        value: name,
        remedy: `${hint}请使用 units 中的编号或名称`,
      });
    }
  }
  if (problems.length > 0) throw new UserError(EXIT.usage, problems);
  return plan.units.filter((unit) => chosen.has(unit));
}
