import type { CivilDate } from '../model/civil-date.ts';
import { isStanding, type TrackedFinding } from '../model/finding.ts';
import type { Verdict } from '../model/verdict.ts';

/** What one night's audit says. */
export interface Night {
  readonly asOf: CivilDate;
  readonly verdicts: readonly Verdict[];
}

/**
 * What a night makes of the findings known before it: those that it saw, new ones among them, and those that it
 * answered otherwise. What is not in the result stays as it was: a night that could not look, or did not ask, changes
 * nothing. Pure.
 */
export function track(known: ReadonlyMap<string, TrackedFinding>, { asOf, verdicts }: Night): TrackedFinding[] {
  const seen = verdicts.flatMap((verdict) => {
    const finding = seenAs(verdict, known.get(verdict.id), asOf);
    return finding ? [finding] : [];
  });
  const ids = new Set(seen.map(({ id }) => id));
  const answers = new Answers(verdicts);
  const answered = [...known.values()].flatMap((finding): TrackedFinding[] => {
    if (!isStanding(finding) || ids.has(finding.id)) return [];
    const state = answers.stateOf(finding);
    return state === null ? [] : [{ ...finding, state, since: asOf }];
  });
  return [...seen, ...answered];
}

function seenAs(verdict: Verdict, before: TrackedFinding | undefined, asOf: CivilDate): TrackedFinding | null {
  const { id, unit, check, topic, subject, text, message, advisory } = verdict;
  if (verdict.verdict !== 'fail' || message === null) return null;
  const now = { id, unit, check, topic, subject, text, message, advisory, lastSeen: asOf };
  if (!before) return { ...now, state: 'new', firstSeen: asOf, since: asOf };
  const { firstSeen } = before;
  if (!isStanding(before)) return { ...now, state: 'returned', firstSeen, since: asOf };
  return { ...now, state: 'open', firstSeen, since: before.state === 'open' ? before.since : asOf };
}

/** The verdicts of a night by what they answer. */
class Answers {
  readonly #bySubject = new Map<string, Verdict[]>();

  constructor(verdicts: readonly Verdict[]) {
    for (const verdict of verdicts) {
      const key = keyOf(verdict);
      const same = this.#bySubject.get(key);
      if (same) same.push(verdict);
      else this.#bySubject.set(key, [verdict]);
    }
  }

  /** What has become of a finding that was not seen; null where nobody can say. */
  stateOf(finding: TrackedFinding): 'fixed' | 'lapsed' | null {
    const same = this.#bySubject.get(keyOf(finding)) ?? [];
    const own = same.filter(({ message }) => message === null || message === finding.message);
    if (own.some(({ verdict }) => verdict === 'inconclusive')) return null;
    if (own.some(({ verdict }) => verdict === 'pass')) return 'fixed';
    if (same.some(({ verdict }) => verdict === 'fail')) return 'lapsed';
    if (own.some(({ verdict }) => verdict === 'not-applicable')) return 'lapsed';
    // A check of single documents answers for those without a fail in one verdict on the whole unit.
    const whole = this.#bySubject.get(keyOf({ ...finding, topic: 'other', subject: finding.unit })) ?? [];
    if (whole.some(({ verdict }) => verdict === 'inconclusive')) return null;
    return whole.some(({ verdict }) => verdict === 'pass') ? 'fixed' : null;
  }
}

const keyOf = ({ unit, check, topic, subject }: Pick<Verdict, 'unit' | 'check' | 'topic' | 'subject'>): string =>
  [unit, check, topic, subject].join('\n');
