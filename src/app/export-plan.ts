import { join } from 'node:path';
import { loadWorkPlan } from '../config/work-plan.ts';
import type { Plan, Unit } from '../model/plan.ts';
import type { WorkPlan } from '../model/work-plan.ts';
import { type LedgerTask, planLedger } from '../report/plan-ledger.ts';
import { loadPlan, type PlanFiles } from './load-plan.ts';
import { writeWhole } from './write-file.ts';

export interface PlanExport {
  readonly files: readonly string[];
  /** Responsible units that targets.yaml does not know; their tasks stand in the ledger of the whole district only. */
  readonly unknown: readonly string[];
}

/**
 * Writes the ledger of a year's tasks: one workbook for each unit in scope that has any, and one of the whole district
 * where no unit is named. Throws UserError: 2 for a wrong plan or targets, 5 where the folder cannot be written.
 */
export async function exportPlan(request: {
  readonly files: PlanFiles;
  /** Name of a shipped plan, or a path. */
  readonly plan: string;
  readonly out: string;
}): Promise<PlanExport> {
  const { plan: targets, units } = loadPlan(request.files);
  const plan = loadWorkPlan(request.plan);
  const files: string[] = [];
  const write = async (owner: string | null, tasks: readonly LedgerTask[]): Promise<void> => {
    const file = join(request.out, `${owner ?? '全区'}政务公开工作台账_${plan.year}.xlsx`);
    writeWhole(file, await planLedger(plan, owner, tasks));
    files.push(file);
  };
  if (request.files.units.length === 0) {
    await write(
      null,
      plan.tasks.map((task) => ({ task, name: null })),
    );
  }
  for (const unit of units) {
    const tasks = tasksOf(plan, unit);
    if (tasks.length > 0) await write(unit.name, tasks);
  }
  return { files, unknown: unknownUnits(plan, targets) };
}

/** The tasks that name a unit, or a group of its kind; by the first name that does. */
const tasksOf = (plan: WorkPlan, unit: Unit): LedgerTask[] =>
  plan.tasks.flatMap((task): LedgerTask[] => {
    const name = task.units.find((one) => namesOf(unit).includes(one));
    if (name !== undefined) return [{ task, name }];
    const group = task.units.find((one) =>
      plan.groups.some((other) => other.name === one && other.kinds.includes(unit.kind)),
    );
    return group === undefined ? [] : [{ task, name: group }];
  });

const namesOf = ({ id, name, fullName, aliases }: Unit): readonly string[] => [id, name, fullName, ...aliases];

function unknownUnits(plan: WorkPlan, { units }: Plan): readonly string[] {
  const known = new Set([...plan.groups.map(({ name }) => name), ...units.flatMap(namesOf)]);
  return [...new Set(plan.tasks.flatMap((task) => task.units))].filter((name) => !known.has(name));
}
