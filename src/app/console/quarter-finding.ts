import type { CivilDate } from '../../model/civil-date.ts';
import { answers, type Decision, type Standing } from '../../model/decision.ts';
import type { FindingState, TrackedFinding } from '../../model/finding.ts';
import type { Objection } from '../../model/objection.ts';
import type { RulebookGroup } from '../../model/rulebook.ts';
import type { Topic } from '../../model/topic.ts';
import type { Verdict } from '../../model/verdict.ts';

/** A finding of one quarter with all that lists show of it. */
export interface QuarterFinding {
  /** The verdict's id, the same every night. */
  readonly id: string;
  /** Short, for people and addresses. */
  readonly number: string;
  readonly unit: string;
  readonly unitName: string;
  readonly check: string;
  readonly checkTitle: string;
  readonly message: string;
  readonly topic: Topic;
  readonly subject: string;
  readonly text: string;
  /** What it is charged to by the rulebook; null where it costs nothing. */
  readonly group: RulebookGroup | null;
  readonly advisory: boolean;
  /** Must be told the same day (privacy). */
  readonly alert: boolean;
  /** Null where no history is kept. */
  readonly state: FindingState | null;
  readonly firstSeen: CivilDate | null;
  /** The day it came into its state. */
  readonly since: CivilDate | null;
  /** Whether the newest audit of the quarter still finds it. */
  readonly isThere: boolean;
}

type Names = Pick<QuarterFinding, 'number' | 'unitName' | 'checkTitle' | 'group'>;

/**
 * A finding that an audit of the quarter sees. Written without spreads: V8 makes objects of so many properties ten times
 * slower to read that way, and lists look at tens of thousands.
 */
export function findingThere(verdict: Verdict, known: TrackedFinding | undefined, names: Names): QuarterFinding {
  return {
    id: verdict.id,
    number: names.number,
    unit: verdict.unit,
    unitName: names.unitName,
    check: verdict.check,
    checkTitle: names.checkTitle,
    message: verdict.message ?? '',
    topic: verdict.topic,
    subject: verdict.subject,
    text: verdict.text,
    group: names.group,
    advisory: verdict.advisory,
    alert: verdict.alert === true,
    state: known?.state ?? null,
    firstSeen: known?.firstSeen ?? null,
    since: known?.since ?? null,
    isThere: true,
  };
}

/** A finding that was there in the quarter and is not any more. */
export function findingGone(known: TrackedFinding, names: Names): QuarterFinding {
  return {
    id: known.id,
    number: names.number,
    unit: known.unit,
    unitName: names.unitName,
    check: known.check,
    checkTitle: names.checkTitle,
    message: known.message,
    topic: known.topic,
    subject: known.subject,
    text: known.text,
    group: names.group,
    advisory: known.advisory,
    alert: false,
    state: known.state,
    firstSeen: known.firstSeen,
    since: known.since,
    isThere: false,
  };
}

/** What inspectors and the unit said of a finding. */
export interface Said {
  /** The decision that counts; null before any, where the finding came back after it, or an objection to it was upheld. */
  readonly decision: Decision | null;
  /** One that counted until then. */
  readonly earlier: Decision | null;
  readonly standing: Standing;
  readonly objections: readonly Objection[];
}

export function saidOf(
  finding: Pick<QuarterFinding, 'state' | 'since'>,
  decision: Decision | undefined,
  objections: readonly Objection[],
): Said {
  const { state, since } = finding;
  const counts =
    decision &&
    answers(decision, state && since ? { state, since } : undefined) &&
    !objections.some((objection) => overrules(objection, decision));
  return {
    decision: counts ? decision : null,
    earlier: decision && !counts ? decision : null,
    standing: counts ? decision.kind : 'pending',
    objections,
  };
}

/** An objection that was found to be right after a decision to charge: that decision is to be made anew. */
const overrules = ({ answer }: Objection, { kind, at }: Decision): boolean =>
  answer?.upheld === true && answer.at > at && (kind === 'accepted' || kind === 'repriced');
