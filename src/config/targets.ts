import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Column, Due, Plan, Unit } from '../model/plan.ts';
import { TOPICS } from '../model/topic.ts';
import { EXIT, type Problem, UserError } from '../model/user-error.ts';
import { readAdvice } from './advice.ts';
import { inOrder, pathText, shapeProblems, shown } from './check-shape.ts';
import { type CrossIssue, crossCheck } from './cross-checks.ts';
import { isPath, shippedFile, shippedNames } from './shipped.ts';
import { type Targets, targetsSchema } from './targets-schema.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** 20 working days after the period ends: 临政办字〔2021〕8号 第八条. */
const USUAL_DUE: Due = { kind: 'working-days', days: 20 };

/**
 * Reads targets.yaml (contract, section 4) and fills in what is left out. Throws UserError (exit code 2) with every
 * problem of the file at once: file, line, column, value and remedy.
 */
export function loadTargets(file: string): Plan {
  const yaml = readYaml(file);
  const result = targetsSchema.safeParse(yaml.value);
  const problems = [
    ...(result.success ? [] : shapeProblems(result.error, yaml)),
    ...crossCheck(yaml.value).map((issue) => crossProblem(issue, yaml)),
    ...rulebookProblems(yaml),
  ];
  if (!result.success || problems.length > 0) throw new UserError(EXIT.usage, inOrder(problems));
  return planOf(result.data, file);
}

function crossProblem({ path, atKey, message }: CrossIssue, yaml: YamlFile): Problem {
  const { what, remedy } = readAdvice(message) ?? { what: message, remedy: '' };
  const last = path.at(-1);
  const value = path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], yaml.value);
  return {
    place: atKey ? yaml.placeOfKey(path) : yaml.placeOf(path),
    what: `${pathText(path)} ${what}`,
    value: atKey ? String(last) : shown(value),
    remedy,
  };
}

const rulebookFile = (rulebook: string, targets: string): string => resolve(dirname(resolve(targets)), rulebook);

function rulebookProblems(yaml: YamlFile): Problem[] {
  const { rulebook } = yaml.value as Record<string, unknown>;
  if (typeof rulebook !== 'string' || rulebook === '') return [];
  const file = isPath(rulebook) ? rulebookFile(rulebook, yaml.file) : shippedFile(rulebook);
  if (existsSync(file) && statSync(file).isFile()) return [];
  const remedy = `请填写随程序提供的名称（${shippedNames().join('、')}），或相对本文件的 .yaml 路径`;
  return [{ place: yaml.placeOf(['rulebook']), what: '找不到考核办法', value: rulebook, remedy }];
}

function planOf(targets: Targets, file: string): Plan {
  const { district, timeZone, rulebook, site, crawl, models, units } = targets;
  const absolute = (url: string): string => new URL(url, site.home).href;
  const column = (given: NonNullable<Targets['units'][number]['columns']>[number]): Column => ({
    topic: given.topic,
    name: given.name ?? TOPICS[given.topic],
    url: absolute(given.url),
    every: given.every ?? null,
    due: given.every ? (given.due ?? USUAL_DUE) : null,
    key: given.key,
    advise: given.advise,
  });
  const unit = ({ from, until, ...given }: Targets['units'][number]): Unit => ({
    ...given,
    home: given.home === undefined ? null : absolute(given.home),
    columns: (given.columns ?? []).map(column),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  });
  return {
    district,
    timeZone,
    rulebook: isPath(rulebook) ? rulebookFile(rulebook, file) : rulebook,
    site: { home: absolute(site.home), cms: site.cms, hosts: site.hosts.map((host) => host.toLowerCase()) },
    crawl: { ...crawl, hours: crawl.hours ?? null },
    models: Object.fromEntries(
      Object.entries(models).flatMap(([role, url]) => (url === undefined ? [] : [[role, absolute(url)]])),
    ),
    units: units.map(unit),
  };
}
