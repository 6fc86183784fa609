import { answers, type Decision } from '../model/decision.ts';
import type { TrackedFinding } from '../model/finding.ts';
import type { Verdict } from '../model/verdict.ts';

/** A quarter's verdicts as inspectors left them. */
export interface DecidedVerdicts {
  readonly verdicts: readonly Verdict[];
  /** What findings cost by decision instead of by the rulebook, by id. */
  readonly prices: ReadonlyMap<string, number>;
}

/**
 * Lays what inspectors decided over what an audit says: a finding that was rejected is none, one that was made an
 * advisory costs nothing, one with other points costs those. Nothing can be charged that the audit does not find.
 */
export function decide(
  verdicts: readonly Verdict[],
  decisions: ReadonlyMap<string, Decision>,
  tracked: ReadonlyMap<string, TrackedFinding>,
): DecidedVerdicts {
  const prices = new Map<string, number>();
  const decided = verdicts.flatMap((verdict): readonly Verdict[] => {
    const decision = decisions.get(verdict.id);
    if (verdict.verdict !== 'fail' || !decision || !answers(decision, tracked.get(verdict.id))) return [verdict];
    if (decision.kind === 'rejected') return [];
    if (decision.kind === 'advised') return [{ ...verdict, advisory: true }];
    if (decision.kind === 'repriced' && decision.points !== null) prices.set(verdict.id, decision.points);
    return [verdict];
  });
  return { verdicts: decided, prices };
}
