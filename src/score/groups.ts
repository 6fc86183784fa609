import type { Rulebook, RulebookGroup } from '../model/rulebook.ts';
import type { Verdict } from '../model/verdict.ts';

/** A `check/message` and the group of the rulebook that it costs points in. */
export interface Costing {
  readonly group: RulebookGroup;
  readonly message: string;
}

export interface GroupIndex {
  /** What a failed verdict is charged to: one costing, or none where it costs nothing. */
  charged(verdict: Verdict): readonly Costing[];
  /** What an inconclusive verdict keeps open. One without a message keeps all of its check open. */
  open(verdict: Verdict): readonly Costing[];
  /** The group that a `check/message` costs points in; null where it costs nothing. */
  groupOf(message: string): RulebookGroup | null;
}

/** Reads the rulebook's `check/message` lists once. Advisory groups are left out: nothing in them is ever charged. */
export function groupIndex(rulebook: Rulebook): GroupIndex {
  const byMessage = new Map<string, readonly [Costing]>();
  const byCheck = new Map<string, Costing[]>();
  for (const group of rulebook.groups) {
    if (group.advisory) continue;
    for (const message of group.messages) {
      const check = message.slice(0, message.indexOf('/'));
      const costing = { group, message };
      byMessage.set(message, [costing]);
      byCheck.set(check, [...(byCheck.get(check) ?? []), costing]);
    }
  }
  const named = ({ check, message }: Verdict): readonly Costing[] => byMessage.get(`${check}/${message}`) ?? [];
  const costs = (verdict: Verdict): boolean => !verdict.advisory && verdict.alert !== true;
  return {
    charged: (verdict) => (verdict.verdict === 'fail' && costs(verdict) ? named(verdict) : []),
    open(verdict) {
      if (verdict.verdict !== 'inconclusive' || !costs(verdict)) return [];
      return verdict.message === null ? (byCheck.get(verdict.check) ?? []) : named(verdict);
    },
    groupOf: (message) => byMessage.get(message)?.[0].group ?? null,
  };
}
