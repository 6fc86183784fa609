import type { CivilDate } from '../model/civil-date.ts';
import { isStanding, type TrackedFinding } from '../model/finding.ts';
import type { UnreadPart } from '../model/unread.ts';
import type { Verdict } from '../model/verdict.ts';

/** What one night's audit says. */
export interface Night {
  readonly asOf: CivilDate;
  readonly verdicts: readonly Verdict[];
  /** What of the units' topics could not be read. */
  readonly unread: readonly Pick<UnreadPart, 'unit' | 'topic'>[];
}

/**
 * What a night makes of the findings known before it: those that it saw, new ones among them, and those that it
 * answered otherwise. What is not in the result stays as it was: a night that could not look, or a check that was not
 * run, changes nothing. Pure.
 */
export function track(known: ReadonlyMap<string, TrackedFinding>, night: Night): TrackedFinding[] {
  const { asOf, verdicts } = night;
  const seen = verdicts.flatMap((verdict) => {
    const finding = seenAs(verdict, known.get(verdict.id), asOf);
    return finding ? [finding] : [];
  });
  const ids = new Set(seen.map(({ id }) => id));
  const answers = new Answers(night, known);
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
  if (before.state === 'fixed') return { ...now, state: 'returned', firstSeen, since: asOf };
  return { ...now, state: 'open', firstSeen, since: before.state === 'open' ? before.since : asOf };
}

/** The verdicts of a night by what they answer. */
class Answers {
  readonly #known: ReadonlyMap<string, TrackedFinding>;
  readonly #bySubject: ReadonlyMap<string, readonly Verdict[]>;
  readonly #byTopic: ReadonlyMap<string, readonly Verdict[]>;

  readonly #unread: ReadonlySet<string>;

  constructor({ verdicts, unread }: Night, known: ReadonlyMap<string, TrackedFinding>) {
    this.#known = known;
    this.#unread = new Set(unread.map(({ unit, topic }) => `${unit}\n${topic}`));
    this.#bySubject = grouped(verdicts, subjectKey);
    this.#byTopic = grouped(verdicts, topicKey);
  }

  /** What has become of a finding that was not seen; null where nobody can say. */
  stateOf(finding: TrackedFinding): 'fixed' | 'lapsed' | null {
    const same = this.#bySubject.get(subjectKey(finding)) ?? [];
    const own = same.filter(({ message }) => message === finding.message);
    const general = same.filter(({ message }) => message === null);
    const others = same.filter(({ verdict }) => verdict === 'fail');
    const isRead = !this.#unread.has(`${finding.unit}\n${finding.topic}`);
    if (has(own, 'inconclusive') || has(general, 'inconclusive')) return null;
    if (has(own, 'pass')) return 'fixed';
    // Of what it only advises on a check may have said nothing where it could not read on.
    if (has(general, 'pass')) return isRead || !finding.advisory ? 'fixed' : null;
    // What stood beside it all along does not stand in its place.
    if (others.some(({ id }) => !this.#stood(id))) return 'lapsed';
    if (others.length > 0) return isRead ? 'fixed' : null;
    if (same.length > 0) return has([...own, ...general], 'not-applicable') ? 'lapsed' : null;
    // A check of single documents answers for those without a fail in one verdict on the whole unit.
    const whole = this.#bySubject.get(subjectKey({ ...finding, topic: 'other', subject: finding.unit })) ?? [];
    if (has(whole, 'inconclusive')) return null;
    if (has(whole, 'pass')) return 'fixed';
    return isRead && this.#hasMovedOn(finding) ? 'lapsed' : null;
  }

  #stood(id: string): boolean {
    const before = this.#known.get(id);
    return before !== undefined && isStanding(before);
  }

  /** Whether the check could tell all that it asked on the topic: of another year, of another quarter. */
  #hasMovedOn(finding: TrackedFinding): boolean {
    const said = this.#byTopic.get(topicKey(finding)) ?? [];
    return said.length > 0 && !has(said, 'inconclusive');
  }
}

const has = (verdicts: readonly Verdict[], kind: Verdict['verdict']): boolean =>
  verdicts.some(({ verdict }) => verdict === kind);

function grouped(verdicts: readonly Verdict[], keyOf: (verdict: Verdict) => string): Map<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = keyOf(verdict);
    const group = groups.get(key);
    if (group) group.push(verdict);
    else groups.set(key, [verdict]);
  }
  return groups;
}

const topicKey = ({ unit, check, topic }: Pick<Verdict, 'unit' | 'check' | 'topic'>): string =>
  [unit, check, topic].join('\n');

const subjectKey = (of: Pick<Verdict, 'unit' | 'check' | 'topic' | 'subject'>): string =>
  `${topicKey(of)}\n${of.subject}`;
