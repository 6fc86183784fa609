import { type Actor, may } from '../../model/account.ts';
import { DECISION_KINDS, type Decision, type DecisionKind } from '../../model/decision.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import type { QuarterFinding } from './quarter-finding.ts';
import { NotAllowed, NotThere, refused } from './refusals.ts';

/** A decision on one or more findings of a quarter; `kind` null takes back what was decided. */
export interface DecisionForm {
  readonly period: string;
  /** Numbers of the findings, each with the version of the decision that was seen; 0 for none. */
  readonly findings: readonly { readonly number: string; readonly seen: number }[];
  readonly kind: DecisionKind | null;
  /** What it costs instead; of `repriced` only. */
  readonly points: number | null;
  /** Needed for all but `accepted` and taking back. */
  readonly reason: string;
}

export interface DecisionOutcome {
  readonly made: readonly QuarterFinding[];
  /** What somebody else decided meanwhile; left as it is. */
  readonly conflicts: readonly { readonly finding: QuarterFinding; readonly decision: Decision | null }[];
  /** Findings that are gone from the quarter's audit: there is nothing to decide on. */
  readonly gone: readonly QuarterFinding[];
}

const MOST_AT_ONCE = 1000;
const LONGEST_REASON = 1000;
const FREE_NAMED = 5;

/**
 * Decides on findings, all in one transaction, each with its entry in the log. One that somebody else decided on since
 * it was looked at is not touched. Throws NotAllowed, NotThere; UserError where reason or points are missing or wrong.
 */
export async function decideFindings(console: Console, actor: Actor, form: DecisionForm): Promise<DecisionOutcome> {
  if (!may(actor, 'decide')) throw new NotAllowed();
  const { board, inspection, clock, today } = console;
  const quarter = await board.quarter(form.period);
  const { kind, points, reason } = checked(form, quarter.sources.rulebook.base + quarter.sources.rulebook.coverageMax);
  const wanted = form.findings.map(({ number, seen }) => {
    const finding = quarter.byNumber(number);
    if (!finding) throw new NotThere();
    return { finding, seen };
  });
  const there = wanted.filter(({ finding }) => finding.isThere);
  if (kind === 'advised' || kind === 'repriced') refuseFree(there.map(({ finding }) => finding));
  const at = clock();
  const period = quarter.period.id;
  const { made, conflicts } = await inspection.decisions.make(
    there.map(({ finding: { id, unit, text }, seen }) => ({
      ...{ period, finding: id, unit, kind, points, reason, by: actor.id, byName: actor.name },
      ...{ at: at.toISOString(), on: today(), seen },
      entry: logEntry(actor, at, kind === null ? 'withdraw' : 'decide', {
        ...{ subject: id, period, unit },
        after: kind === null ? null : { kind, points, reason, text },
      }),
    })),
  );
  // Asked for anew: an audit that ended meanwhile has put another quarter in its place.
  const now = await board.quarter(form.period);
  for (const { finding } of there)
    for (const outcome of [made, conflicts])
      if (outcome.has(finding.id)) now.decide(finding.id, finding.unit, outcome.get(finding.id) ?? null);
  const of = (outcome: ReadonlyMap<string, Decision | null>) =>
    there.flatMap(({ finding }) =>
      outcome.has(finding.id) ? [{ finding, decision: outcome.get(finding.id) ?? null }] : [],
    );
  return {
    made: of(made).map(({ finding }) => finding),
    conflicts: of(conflicts),
    gone: wanted.filter(({ finding }) => !finding.isThere).map(({ finding }) => finding),
  };
}

/** What costs nothing cannot be made cheaper: whoever chose it would believe that it had cost something. */
function refuseFree(findings: readonly QuarterFinding[]): void {
  const free = findings.filter(({ group }) => group === null);
  if (free.length === 0) return;
  const named = free.slice(0, FREE_NAMED).map(({ number }) => number);
  const all = `${named.join('、')}${free.length > named.length ? `等${free.length}个` : ''}`;
  throw refused(`${all}本来就不减分，不能改为提醒或调整分值`, '请只选定减分的问题，或改用“确认”“不予认定”');
}

function checked(form: DecisionForm, most: number): Pick<DecisionForm, 'kind' | 'points' | 'reason'> {
  const { kind, findings } = form;
  const reason = form.reason.trim();
  if (findings.length === 0) throw refused('没有选定问题', '请先选定要审核的问题');
  if (findings.length > MOST_AT_ONCE) throw refused('一次审核的问题过多', `请每次选定不超过${MOST_AT_ONCE}个`);
  if (reason.length > LONGEST_REASON) throw refused('理由过长', `请控制在${LONGEST_REASON}字以内`);
  if (kind !== null && kind !== 'accepted' && reason === '')
    throw refused(`${DECISION_KINDS[kind]}须写明理由`, '请填写理由');
  if (kind !== 'repriced') return { kind, points: null, reason: kind === null ? '' : reason };
  const { points } = form;
  if (
    points === null ||
    !Number.isFinite(points) ||
    points < 0 ||
    points > most ||
    Math.round(points * 10) / 10 !== points
  )
    throw refused('调整后的分值不正确', `请填写0至${most}之间、最多一位小数的分值`);
  return { kind, points, reason };
}
