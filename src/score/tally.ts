import type { RulebookGroup } from '../model/rulebook.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Costing } from './groups.ts';

/** What one unit's verdicts say within one group. */
export interface Tally {
  readonly group: RulebookGroup;
  /** Different `check/message`. */
  readonly messages: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  /** Ids, sorted. */
  readonly verdicts: readonly string[];
}

/** Gathers one unit's verdicts under the groups that `costings` names for each, by group id. */
export function tallyBy(
  verdicts: readonly Verdict[],
  costings: (verdict: Verdict) => readonly Costing[],
): ReadonlyMap<string, Tally> {
  const gathered = new Map<string, { costing: Costing; verdict: Verdict }[]>();
  for (const verdict of verdicts) {
    for (const costing of costings(verdict)) {
      gathered.set(costing.group.id, [...(gathered.get(costing.group.id) ?? []), { costing, verdict }]);
    }
  }
  return new Map(
    [...gathered].flatMap(([id, all]) => {
      const group = all[0]?.costing.group;
      if (!group) return [];
      const tally: Tally = {
        group,
        messages: new Set(all.map(({ costing }) => costing.message)),
        subjects: new Set(all.map(({ verdict }) => verdict.subject)),
        verdicts: [...new Set(all.map(({ verdict }) => verdict.id))].sort(),
      };
      return [[id, tally] as const];
    }),
  );
}
