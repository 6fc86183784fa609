import type { Logger } from 'pino';
import { builtInChecks } from '../../../checks/index.ts';
import { type Actor, seesUnit } from '../../model/account.ts';
import type { Audit } from '../../model/audit.ts';
import type { Unit } from '../../model/plan.ts';
import type { Scorecard } from '../../model/score.ts';
import { UserError } from '../../model/user-error.ts';
import { findingNumber } from '../../report/finding-number.ts';
import { type Answer, answersOf } from '../../report/unit-answers.ts';
import { unrectifiedOf } from '../assessed-units.ts';
import type { KeptAudit } from '../audit-file.ts';
import { decidedAudit } from '../decided-audit.ts';
import { lastSelfCheck } from '../self-check-audit.ts';
import type { Console } from './console.ts';
import { NotThere } from './refusals.ts';
import { type Change, changesSince } from './self-check-changes.ts';

/** A question of a self-check with its answer. */
export interface CheckedAnswer extends Answer {
  /** Number of the finding where the district's own audit has it too, so that it has a page; null elsewhere. */
  readonly number: string | null;
}

/** A unit's newest self-check: what an inspector would see of its columns as they were then. */
export interface SelfCheckResult {
  readonly unit: Unit;
  /** With what inspectors decided in the quarter laid over it. */
  readonly audit: Audit;
  readonly unread: KeptAudit['unread'];
  readonly card: Scorecard;
  readonly sections: readonly { readonly title: string; readonly rows: readonly CheckedAnswer[] }[];
  /** How many problems cost points, how many do not, and how many questions nobody could settle. */
  readonly counts: { readonly charged: number; readonly free: number; readonly unsettled: number };
  /** What is otherwise than the district's last audit found; null where there is none before this self-check. */
  readonly changes: readonly Change[] | null;
  /** Whether the district was audited by a later look. */
  readonly isOutdated: boolean;
}

/** Titles of the checks by id. */
export const checkTitles = (): ReadonlyMap<string, string> =>
  new Map(builtInChecks.map(({ id, title }) => [id, title]));

/** Null where the unit never made one. Throws NotThere where there is no such unit or it is another's. */
export async function selfCheckResult(console: Console, actor: Actor, id: string): Promise<SelfCheckResult | null> {
  const unit = console.plan().units.find((one) => one.id === id);
  if (!unit || !seesUnit(actor, id)) throw new NotThere();
  const kept = await decidedSelfCheck(console, id);
  if (!kept) return null;
  const { audit } = kept;
  const { board } = console;
  const quarter = board.periods.includes(audit.period) ? await board.quarter(audit.period) : null;
  const [card] = audit.scores;
  if (!card) return null;
  const before = quarter?.sources.audit;
  const isOutdated = before !== undefined && before.run.startedAt > audit.run.startedAt;
  const charged = new Set(audit.deductions.flatMap(({ verdicts }) => verdicts));
  const fails = audit.verdicts.filter(({ verdict }) => verdict === 'fail');
  const isCharged = fails.filter((one) => charged.has(one.id)).length;
  return {
    ...{ unit, audit, unread: kept.unread, card, isOutdated },
    sections: answersOf(audit.verdicts, audit.deductions, checkTitles()).map(({ title, rows }) => ({
      title,
      rows: rows.map((row) => {
        const isKnown = row.problem !== null && quarter?.byId(row.problem) !== undefined;
        return { ...row, number: isKnown ? findingNumber(row.problem ?? '') : null };
      }),
    })),
    counts: {
      charged: isCharged,
      free: fails.length - isCharged,
      unsettled: audit.verdicts.filter(({ verdict }) => verdict === 'inconclusive').length,
    },
    changes: quarter && !isOutdated ? changesSince(quarter, kept, id) : null,
  };
}

/**
 * A unit's newest self-check with what inspectors decided in its quarter laid over it; null where it never made one. One
 * that is damaged is none: the next takes its place.
 */
export async function decidedSelfCheck(
  { board, inspection, data, log }: Console,
  unit: string,
): Promise<KeptAudit | null> {
  const kept = keptSelfCheck(data, unit, log);
  if (!kept || !board.periods.includes(kept.audit.period)) return kept;
  const { audit, unread } = kept;
  const { sources } = await board.quarter(audit.period);
  const decisions = new Map((await inspection.decisions.of(audit.period)).map((one) => [one.finding, one]));
  const told = await inspection.bulletins.lastBefore(sources.period);
  const unrectified = unrectifiedOf(told, audit.verdicts, audit.asOf);
  return { audit: decidedAudit(audit, { ...sources, decisions, unrectified }), unread };
}

function keptSelfCheck(data: string, unit: string, log: Logger): KeptAudit | null {
  try {
    return lastSelfCheck(data, unit);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warn({ unit, problem: error.message }, 'self-check.damaged');
    return null;
  }
}
