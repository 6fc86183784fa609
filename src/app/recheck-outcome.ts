import { type Night, track } from '../audit/track.ts';
import { isStanding, type TrackedFinding } from '../model/finding.ts';
import type { RecheckOutcome } from '../model/job.ts';
import type { Verdict } from '../model/verdict.ts';

/** The finding that is looked at again. */
export type RecheckTarget = Pick<Verdict, 'id' | 'unit' | 'check' | 'topic' | 'subject' | 'text' | 'advisory'> & {
  readonly message: string;
};

export interface RecheckAnswer {
  readonly outcome: RecheckOutcome;
  /** In Chinese: what is in order now, what is still wrong, or why nothing is known. */
  readonly text: string;
  /** False where the audit no longer asks the question: an audit of another quarter may. */
  readonly isAsked: boolean;
}

/** Reasons for which what was wrong cannot be wrong any more. */
const SETTLING: readonly unknown[] = ['nothing-due', 'not-due'];

/**
 * What an audit made after a new look says of a finding, by the rules that findings have across nights: still there, or
 * another fault in its place; put right, which only a pass can say, or that nothing is owed; else nothing is known. Pure.
 */
export function recheckOutcome(
  target: RecheckTarget,
  history: ReadonlyMap<string, TrackedFinding>,
  night: Night,
): RecheckAnswer {
  const { verdicts, unread, asOf } = night;
  const seen = verdicts.find(({ id, verdict }) => id === target.id && verdict === 'fail');
  if (seen) return { outcome: 'not-fixed', text: seen.text, isAsked: true };

  const before = history.get(target.id);
  // What took the place of a finding that lapsed does not stand beside it.
  const known = new Map(before && !isStanding(before) ? [] : history);
  const { id, unit, check, topic, subject, text, message, advisory } = target;
  const finding = { id, unit, check, topic, subject, text, message, advisory, firstSeen: asOf, lastSeen: asOf };
  known.set(id, { ...(before ?? { ...finding, since: asOf }), state: 'open' });
  const state = track(known, night).find((one) => one.id === id)?.state ?? null;

  const same = verdicts.filter((one) => isAbout(one, target));
  // A check of single documents answers for those without a fail in one verdict on the whole unit.
  const whole = verdicts.filter((one) => one.check === check && one.subject === unit && one.message === null);
  const said = [...same, ...whole];
  const isAsked = said.length > 0;
  const answer = (outcome: RecheckOutcome, words: string): RecheckAnswer => ({ outcome, text: words, isAsked });
  const pass = said.find((one) => one.verdict === 'pass' && (one.message === null || one.message === message));
  if (state === 'fixed' && pass) return answer('fixed', pass.text);
  if (state === 'lapsed') {
    const instead = same.find((one) => one.verdict === 'fail' && !isStandingIn(known, one.id));
    if (instead) return answer('not-fixed', instead.text);
    const settled = said.find(({ verdict, reason }) => verdict === 'not-applicable' && SETTLING.includes(reason));
    const isRead = !unread.some((part) => part.unit === unit && part.topic === topic);
    if (settled && isRead) return answer('fixed', settled.text);
  }
  const open = [...said, ...verdicts.filter((one) => one.check === check && one.topic === topic)].find(
    ({ verdict }) => verdict === 'inconclusive',
  );
  return answer('unread', open?.text ?? '本次未能对该问题作出判定');
}

const isAbout = (one: Verdict, { check, topic, subject }: RecheckTarget): boolean =>
  one.check === check && one.topic === topic && one.subject === subject;

function isStandingIn(known: ReadonlyMap<string, TrackedFinding>, id: string): boolean {
  const before = known.get(id);
  return before !== undefined && isStanding(before);
}
