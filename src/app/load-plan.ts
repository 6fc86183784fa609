import { loadTargets } from '../config/targets.ts';
import type { Plan, Unit } from '../model/plan.ts';
import { EXIT, UserError } from '../model/user-error.ts';

export interface PlanFiles {
  readonly targets: string;
  /** Ids, names or aliases; empty: every unit. */
  readonly units: readonly string[];
}

/** The plan and the units in scope. Throws UserError (exit code 2) naming every problem found. */
export function loadPlan(files: PlanFiles): { plan: Plan; units: readonly Unit[] } {
  const plan = loadTargets(files.targets);
  return { plan, units: unitsNamed(plan, files.units) };
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
