import type { Column, Plan, Unit } from '../model/plan.ts';
import { TOPICS } from '../model/topic.ts';
import { plainName } from './classify-topic.ts';
import type { Presence, ProposedColumn, ProposedUnit } from './proposal.ts';

export const DIFFERENCE_KINDS = {
  'unit-new': '新单位',
  'unit-unlisted': '单位不在网站目录中',
  'unit-unread': '单位未能核对',
  'unit-renamed': '单位名称变化',
  'unit-moved': '单位网址变化',
  'column-new': '新栏目',
  'column-removed': '栏目已撤销',
  'column-unlisted': '栏目不在网站目录中',
  'column-unread': '栏目未能核对',
  'column-renamed': '栏目名称变化',
  'column-moved': '栏目网址变化',
  'column-topic': '主题可能不同',
} as const;
export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;

/** One point in which the site differs from targets.yaml. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Id of the unit. */
  readonly unit: string;
  /** Address in targets.yaml; of something new, on the site. Absolute. */
  readonly url: string | null;
  /** What targets.yaml has and what the site has, where both have something to say. */
  readonly before?: string;
  readonly after?: string;
  /** In Chinese, a whole sentence. */
  readonly text: string;
}

/** A proposed unit with the unit of targets.yaml that it is; null on the side that lacks it. */
export interface UnitPair {
  readonly unit: Unit | null;
  readonly proposed: ProposedUnit | null;
}

/** Brings the units of targets.yaml together with those of the site: by address, else by name. */
export function pairUnits({ units }: Pick<Plan, 'units'>, found: readonly ProposedUnit[]): UnitPair[] {
  const left = new Set(found);
  const take = (fits: (one: ProposedUnit) => boolean): ProposedUnit | null => {
    const one = [...left].find(fits) ?? null;
    if (one) left.delete(one);
    return one;
  };
  const byHome = units.map((unit) => (unit.home === null ? null : take(({ home }) => home === unit.home)));
  const pairs = units.map((unit, i): UnitPair => {
    const names = new Set([unit.name, unit.fullName, ...unit.aliases]);
    const byName = byHome[i] ?? take(({ name, fullName }) => names.has(name) || names.has(fullName));
    return { unit, proposed: byName };
  });
  return [...pairs, ...[...left].map((proposed): UnitPair => ({ unit: null, proposed }))];
}

export interface DifferenceFacts {
  /** Whether the whole list of units was read, so that a unit that is not in it is not listed. */
  readonly allRead: boolean;
  /** What asking for an address of targets.yaml told that the tree does not have. */
  readonly presence: ReadonlyMap<string, Presence>;
  /** Whether targets.yaml itself names the column; otherwise its name is the topic's. */
  readonly isNamed: (column: Column) => boolean;
}

/** All differences between the site and targets.yaml, unit by unit. What could not be asked for is never called removed. */
export function differences(pairs: readonly UnitPair[], facts: DifferenceFacts): Difference[] {
  return pairs.flatMap(({ unit, proposed }) => {
    if (!unit) return proposed ? newUnit(proposed) : [];
    if (!proposed) return [goneUnit(unit, facts)];
    return [...unitDifferences(unit, proposed), ...columnDifferences(unit, proposed, facts)];
  });
}

const newUnit = ({ id, name, home, columns }: ProposedUnit): Difference[] => [
  { kind: 'unit-new', unit: id, url: home, text: `网站上有${name}（${columns.length}个栏目），巡检对象文件中没有` },
];

function goneUnit({ id, name, home }: Unit, { allRead }: DifferenceFacts): Difference {
  const kind = allRead ? 'unit-unlisted' : 'unit-unread';
  const text = allRead ? `网站的单位目录中没有${name}，请核对是否已撤并` : `单位目录未能全部读取，${name}未能核对`;
  return { kind, unit: id, url: home, text };
}

function unitDifferences(unit: Unit, { name, fullName, home, read }: ProposedUnit): Difference[] {
  const { id } = unit;
  const list: Difference[] = [];
  const names = [unit.name, unit.fullName, ...unit.aliases];
  if (!names.includes(name) && !names.includes(fullName)) {
    const text = `网站上的单位名称为“${fullName}”，巡检对象文件中为“${unit.fullName}”`;
    list.push({ kind: 'unit-renamed', unit: id, url: home, before: unit.fullName, after: fullName, text });
  }
  if (unit.home !== null && home !== null && unit.home !== home) {
    const text = `${unit.name}的首页现为 ${home}`;
    list.push({ kind: 'unit-moved', unit: id, url: unit.home, before: unit.home, after: home, text });
  }
  if (!read)
    list.push({ kind: 'unit-unread', unit: id, url: home, text: `${unit.name}的栏目目录未能读取，栏目未能核对` });
  return list;
}

function columnDifferences(unit: Unit, proposed: ProposedUnit, facts: DifferenceFacts): Difference[] {
  const known = new Map<string, Column[]>();
  for (const column of unit.columns) known.set(column.url, [...(known.get(column.url) ?? []), column]);
  const fresh = new Set(proposed.columns.filter(({ url }) => !known.has(url)));
  const byUrl = new Map(proposed.columns.map((column) => [column.url, column]));
  const list: Difference[] = [];
  for (const column of unit.columns) {
    const same = byUrl.get(column.url);
    if (same) list.push(...sameColumn(unit, column, same, known.get(column.url) ?? [], facts));
    else if (proposed.read) list.push(missingColumn(unit, column, fresh, facts));
  }
  for (const { url, name, topic } of fresh) {
    const text = `${unit.name}有新栏目“${name}”，建议主题为${TOPICS[topic]}`;
    list.push({ kind: 'column-new', unit: unit.id, url, after: name, text });
  }
  return list;
}

function sameColumn(
  unit: Unit,
  column: Column,
  found: ProposedColumn,
  sharing: readonly Column[],
  { isNamed }: DifferenceFacts,
): Difference[] {
  const list: Difference[] = [];
  const { url, name, topic } = column;
  const base = { unit: unit.id, url };
  // One page may serve several topics, each under a name of its own.
  if (sharing.length === 1 && isNamed(column) && plainName(name) !== plainName(found.name)) {
    const text = `${unit.name}的栏目“${name}”现名“${found.name}”`;
    list.push({ ...base, kind: 'column-renamed', before: name, after: found.name, text });
  }
  if (!sharing.some((one) => one.topic === found.topic) && sharing[0] === column) {
    const text = `${unit.name}的栏目“${found.name}”在巡检对象文件中为${TOPICS[topic]}，从网站看为${TOPICS[found.topic]}（${found.why}）`;
    list.push({ ...base, kind: 'column-topic', before: topic, after: found.topic, text });
  }
  return list;
}

function missingColumn(
  unit: Unit,
  { url, name, topic }: Column,
  fresh: Set<ProposedColumn>,
  { presence }: DifferenceFacts,
): Difference {
  const base = { unit: unit.id, url, before: name };
  const asked = presence.get(url) ?? { tag: 'unknown', why: '尚未读取' };
  const led = asked.tag === 'there' ? [...fresh].find((one) => one.url === asked.finalUrl) : undefined;
  const named = [...fresh].find((one) => plainName(one.name) === plainName(name));
  const sameTopic = [...fresh].filter((one) => one.topic === topic && topic !== 'other');
  const moved = led ?? named ?? (asked.tag === 'gone' && sameTopic.length === 1 ? sameTopic[0] : undefined);
  if (moved) {
    fresh.delete(moved);
    const text = `${unit.name}的栏目“${name}”网址现为 ${moved.url}${moved.name === name ? '' : `，名称为“${moved.name}”`}`;
    return { ...base, kind: 'column-moved', after: moved.url, text };
  }
  if (asked.tag === 'gone') {
    const text = `${unit.name}的栏目“${name}”不在网站目录中，网址也已打不开（网页不存在）`;
    return { ...base, kind: 'column-removed', text };
  }
  if (asked.tag === 'unknown') {
    const text = `${unit.name}的栏目“${name}”不在网站目录中，其网址未能核对：${asked.why}`;
    return { ...base, kind: 'column-unread', text };
  }
  const text = `${unit.name}的栏目“${name}”不在网站目录中，但网址仍可打开，请核对是否仍在使用`;
  return { ...base, kind: 'column-unlisted', text };
}
