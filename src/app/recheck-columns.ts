import type { AnyCheck } from '../audit/check.ts';
import type { Unit } from '../model/plan.ts';
import { TOPIC_IDS } from '../model/topic.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * Addresses of the unit's columns that have to be looked at to know what became of a finding: its own, those that its
 * evidence was found in, and, where the check owns columns, all that it would look for the thing in.
 * @param cited addresses of the columns that hold the cited pages
 */
export function columnsToRecheck(
  unit: Unit,
  check: AnyCheck,
  { column, topic }: Pick<Verdict, 'column' | 'topic'>,
  cited: readonly string[],
): readonly string[] {
  const named = new Set([...(column === null ? [] : [column]), ...cited]);
  // A check of every topic asks its question of each alone.
  const topics = check.topics.length < TOPIC_IDS.length ? check.topics : [topic];
  const isOwn = (one: Unit['columns'][number]): boolean =>
    (check.judges ?? 'columns') === 'columns' && topics.includes(one.topic) && (check.columns?.(one) ?? true);
  return [...new Set(unit.columns.filter((one) => named.has(one.url) || isOwn(one)).map(({ url }) => url))];
}
