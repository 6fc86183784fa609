import { existsSync } from 'node:fs';
import { EXIT, type Problem, UserError } from '../model/user-error.ts';
import type { TaskLimit, WorkPlan } from '../model/work-plan.ts';
import { suggest } from './advice.ts';
import { inOrder, shapeProblems } from './check-shape.ts';
import { listOf, of, textOf } from './raw.ts';
import { isPath, shippedFile, shippedPlans } from './shipped.ts';
import { workPlanSchema } from './work-plan-schema.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/**
 * Reads a year's plan of openness work: the name of a shipped one, or a path. Whether its units are among those
 * inspected is for the caller to say. Throws UserError (exit code 2) with every problem of the file at once.
 */
export function loadWorkPlan(nameOrPath: string): WorkPlan {
  const file = isPath(nameOrPath) ? nameOrPath : shippedFile(nameOrPath);
  if (!isPath(nameOrPath) && !existsSync(file)) {
    const remedy = `${suggest(nameOrPath, shippedPlans())}；也可以填写 .yaml 文件的路径`;
    throw new UserError(EXIT.usage, [{ place: {}, what: '没有这个名称的工作方案', value: nameOrPath, remedy }]);
  }
  const yaml = readYaml(file);
  const result = workPlanSchema.safeParse(yaml.value);
  const problems = [...(result.success ? [] : shapeProblems(result.error, yaml)), ...taskProblems(yaml)];
  if (!result.success || problems.length > 0) throw new UserError(EXIT.usage, inOrder(problems));
  const { version: _, tasks, ...rest } = result.data;
  return {
    ...rest,
    tasks: tasks.map(({ lead, limits, obligations, ...task }) => ({
      ...task,
      lead: lead ?? null,
      // Keys that are left out stay out: the schema's optional keys never hold undefined.
      limits: limits as readonly TaskLimit[],
      obligations: obligations.map(({ every, due, ...one }) => ({ ...one, every: every ?? null, due: due ?? null })),
    })),
  };
}

/** Numbers run from 1 without a gap, a leader is one of those responsible, no name stands for two groups. */
function taskProblems(yaml: YamlFile): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const [g, group] of listOf(yaml.value, 'groups').entries()) {
    const name = textOf(group, 'name');
    if (name !== null && names.has(name)) {
      const place = yaml.placeOf(['groups', g, 'name']);
      problems.push({ place, what: '成类的单位重名', value: name, remedy: '请删去其中一处' });
    }
    if (name !== null) names.add(name);
  }
  for (const [t, task] of listOf(yaml.value, 'tasks').entries()) {
    const no = of(task, 'no');
    if (typeof no === 'number' && no !== t + 1) {
      const place = yaml.placeOf(['tasks', t, 'no']);
      problems.push({ place, what: '任务序号不连续', value: String(no), remedy: `请改为 ${t + 1}，或补上缺少的任务` });
    }
    const lead = textOf(task, 'lead');
    if (lead !== null && !listOf(task, 'units').includes(lead)) {
      const place = yaml.placeOf(['tasks', t, 'lead']);
      problems.push({ place, what: '牵头单位不在责任单位中', value: lead, remedy: '请把它也列入 units' });
    }
  }
  return problems;
}
