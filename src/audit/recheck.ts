import type { PublishedItem } from '../model/bulletin.ts';
import type { CivilDate } from '../model/civil-date.ts';
import type { Ref } from '../model/evidence.ts';
import type { WaiverRow } from '../model/register.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Why } from '../model/why.ts';

/** What the verdicts of now say of a finding that a bulletin told. */
export type Recheck =
  | { readonly kind: 'open'; readonly item: PublishedItem; readonly evidence: readonly Ref[]; readonly fix: string }
  | { readonly kind: 'fixed'; readonly item: PublishedItem; readonly evidence: readonly Ref[] }
  | { readonly kind: 'gone'; readonly item: PublishedItem; readonly evidence: readonly Ref[] }
  | {
      readonly kind: 'unknown';
      readonly item: PublishedItem;
      readonly why: Why;
      readonly refs: readonly Ref[];
      readonly evidence: readonly Ref[];
    };

/**
 * A finding is open where the same question fails on evidence from after the last day for putting it right, fixed
 * where the same question passes, and gone where it is no longer asked (another year, another quarter) or is waived.
 * Where anything of its check's topic is left undecided it is unknown: what could not be looked at again was not seen
 * to be unchanged.
 */
export function recheck(
  item: PublishedItem,
  verdicts: readonly Verdict[],
  rectifyBy: CivilDate,
  waived: (verdict: Verdict) => boolean,
): Recheck {
  const asked = partsOf(item.finding);
  const own = verdicts.filter(({ check, topic }) => check === asked.check && topic === asked.topic);
  const failing = own.find((verdict) => verdict.verdict === 'fail' && isSame(verdict, item.finding, asked));
  if (failing) {
    if (waived(failing)) return { kind: 'gone', item, evidence: [] };
    const { evidence, fix } = failing;
    if (evidence.some((ref) => isLater(ref, rectifyBy))) return { kind: 'open', item, evidence, fix: fix ?? '' };
    return { kind: 'unknown', item, why: 'not-fetched', refs: [], evidence: [] };
  }
  const undecided = verdicts.find(
    ({ check, topic, column, verdict }) =>
      check === asked.check && verdict === 'inconclusive' && (topic === asked.topic || column === null),
  );
  if (undecided) return { kind: 'unknown', item, why: whyOf(undecided), refs: undecided.evidence, evidence: [] };
  const answers = verdicts.filter((verdict) => verdict.verdict === 'pass' && isAnswer(verdict, asked));
  if (answers.length === 0) return { kind: 'gone', item, evidence: [] };
  return { kind: 'fixed', item, evidence: answers.flatMap(({ evidence }) => evidence) };
}

/** Findings of the unit that an inspector has waived and that are so on this day. */
export const waivedBy =
  (waivers: readonly WaiverRow[], asOf: CivilDate) =>
  (verdict: Pick<Verdict, 'check' | 'subject'>): boolean =>
    waivers.some(
      ({ check, subject, until }) =>
        check === verdict.check && subject === verdict.subject && (until === null || asOf <= until),
    );

interface Parts {
  readonly check: string;
  readonly topic: string;
  readonly subject: string;
}

/** Of a verdict's id, unit/check/message/topic/subject; a subject may hold slashes of its own. */
function partsOf(finding: string): Parts {
  const [, check = '', , topic = '', ...subject] = finding.split('/');
  return { check, topic, subject: subject.join('/') };
}

/** A slot that was overdue in its own quarter is a gap in the next: the same thing is still not there. */
const isSame = ({ id, check }: Verdict, finding: string, asked: Parts): boolean =>
  id === finding || (check === 'periodic' && partsOf(id).subject === asked.subject);

/** A pass on the same subject, or that of a check of single documents, which answers for the whole unit at once. */
const isAnswer = ({ id, unit, check, topic, subject }: Verdict, asked: Parts): boolean =>
  check === asked.check &&
  ((topic === asked.topic && partsOf(id).subject === asked.subject) || (topic === 'other' && subject === unit));

/** A register is as the office keeps it; a page must have been fetched again. */
const isLater = ({ capturedAt, record }: Ref, day: CivilDate): boolean =>
  record.startsWith('registers/') || capturedAt.slice(0, 10) > day;

const whyOf = ({ reason }: Verdict): Why => (reason as Why | null) ?? 'check-failed';
