import { existsSync } from 'node:fs';
import type { Rulebook } from '../model/rulebook.ts';
import { EXIT, type Place, type Problem, UserError } from '../model/user-error.ts';
import { suggest } from './advice.ts';
import { inOrder, shapeProblems } from './check-shape.ts';
import { listOf, of, textOf } from './raw.ts';
import { rulebookSchema } from './rulebook-schema.ts';
import { isPath, shippedFile, shippedNames } from './shipped.ts';
import { type Path, readYaml, type YamlFile } from './yaml-file.ts';

/**
 * Reads a rulebook: the name of a shipped one, or a path. A message belongs to one group at most; a message in no
 * group costs nothing. Throws UserError (exit code 2) with every problem of the file at once.
 */
export function loadRulebook(nameOrPath: string): Rulebook {
  const file = isPath(nameOrPath) ? nameOrPath : shippedFile(nameOrPath);
  if (!isPath(nameOrPath) && !existsSync(file)) {
    const remedy = `${suggest(nameOrPath, shippedNames())}；也可以填写 .yaml 文件的路径`;
    throw new UserError(EXIT.usage, [{ place: {}, what: '没有这个名称的考核办法', value: nameOrPath, remedy }]);
  }
  const yaml = readYaml(file);
  const result = rulebookSchema.safeParse(yaml.value);
  const problems = [
    ...(result.success ? [] : shapeProblems(result.error, yaml)),
    ...groupProblems(yaml),
    ...yearProblems(yaml),
  ];
  if (!result.success || problems.length > 0) throw new UserError(EXIT.usage, inOrder(problems));
  const { version: _, groups, year, ...rest } = result.data;
  const rulebook: Rulebook = {
    ...rest,
    groups: groups.map(({ steps, ...group }) => (steps ? { ...group, steps } : group)),
    ...(year
      ? { year: { ...year, items: year.items.map(({ off, ...item }) => (off ? { ...item, off } : item)) } }
      : {}),
  };
  places.set(rulebook, yaml);
  return rulebook;
}

/** The file that each rulebook was read from, for those who find fault with it later. */
const places = new WeakMap<Rulebook, YamlFile>();

/** Where something stands in the rulebook's file (`['params', 'wording', 'more', 0]`); nowhere for one that was not read from a file. */
export const placeInRulebook = (rulebook: Rulebook, path: Path): Place => places.get(rulebook)?.placeOf(path) ?? {};

function groupProblems(yaml: YamlFile): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  for (const [g, group] of listOf(yaml.value, 'groups').entries()) {
    const id = textOf(group, 'id') ?? `第 ${g + 1} 组`;
    if (ids.has(id)) {
      const place = yaml.placeOf(['groups', g, 'id']);
      problems.push({ place, what: '减分项编号重复', value: id, remedy: '请改用不同的编号，或合并两组' });
    }
    ids.add(id);
    const points = of(group, 'points');
    const advisory = of(group, 'advisory') === true;
    if (typeof points === 'number' && (advisory !== (points === 0) || (advisory && of(group, 'steps') !== undefined))) {
      const place = yaml.placeOf(['groups', g, 'points']);
      const remedy = '只提醒的组请写 points: 0 和 advisory: true，不写 steps；减分的组 points 须大于 0';
      problems.push({ place, what: `减分项 ${id} 的分值与是否只提醒不一致`, value: String(points), remedy });
    }
    for (const [m, message] of listOf(group, 'messages').entries()) {
      if (typeof message !== 'string') continue;
      const owner = owners.get(message);
      owners.set(message, owner ?? id);
      if (owner === undefined) continue;
      const place = yaml.placeOf(['groups', g, 'messages', m]);
      problems.push({ place, what: `判定已列入减分项 ${owner}`, value: message, remedy: '请只保留在一个组里' });
    }
  }
  return problems;
}

/** A row of the bonus register names an item by its id or title, so that none may mean two. */
function yearProblems(yaml: YamlFile): Problem[] {
  const seen = new Set<string>();
  return listOf(of(yaml.value, 'year'), 'items').flatMap((item, i) =>
    ['id', 'title'].flatMap((key): Problem[] => {
      const name = textOf(item, key);
      if (name === null || !seen.has(name)) {
        if (name !== null) seen.add(name);
        return [];
      }
      const place = yaml.placeOf(['year', 'items', i, key]);
      return [{ place, what: '年终考核事项重名', value: name, remedy: '请改用不同的编号和名称' }];
    }),
  );
}
