import { type Actor, may, seesUnit } from '../../model/account.ts';
import { STANDINGS, type Standing } from '../../model/decision.ts';
import type { FindingState } from '../../model/finding.ts';
import { TOPICS, type Topic } from '../../model/topic.ts';
import type { Console } from './console.ts';
import type { Quarter } from './quarter.ts';
import type { QuarterFinding, Said } from './quarter-finding.ts';
import { NotAllowed } from './refusals.ts';

/** Which findings are wanted; what is left out does not matter. */
export interface FindingFilter {
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  /** Id of a group of the rulebook; `none` for what costs nothing. */
  readonly group?: string | undefined;
  readonly state?: FindingState | undefined;
  readonly standing?: Standing | undefined;
  /** `check/message`, or a check alone. */
  readonly message?: string | undefined;
  readonly topic?: Topic | undefined;
  /** Only those that cost points, only reminders, or only what must be told the same day. */
  readonly weight?: 'charged' | 'advisory' | 'alert' | undefined;
  /** Only those with an objection that nobody answered. */
  readonly objected?: boolean | undefined;
  /** Words that must all stand in its text, unit, topic, subject or number. */
  readonly text?: string | undefined;
  /** What came into its state last comes first; else units stand in the order of targets.yaml. */
  readonly order?: 'newest' | undefined;
  /** Id of one that keeps its place among them though it fits no more: it has just been decided on. */
  readonly keep?: string | undefined;
}

/** One line of a list. */
export interface ListedFinding extends QuarterFinding {
  readonly said: Said;
  /** What it costs as it stands. */
  readonly cost: number;
}

export interface FindingList {
  readonly quarter: Quarter;
  /** All that fit, in order. */
  readonly all: readonly QuarterFinding[];
  /** How many of those that fit the rest of the filter are in each standing. */
  readonly standings: Readonly<Record<Standing, number>>;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly ListedFinding[];
}

const PAGE_SIZE = 50;

/** The findings that somebody may see and asks for; a unit sees its own alone. Throws NotAllowed, NotThere. */
export async function findFindings(
  { board }: Console,
  actor: Actor,
  filter: FindingFilter,
  page = 1,
  pageSize = PAGE_SIZE,
): Promise<FindingList> {
  if (!may(actor, 'look')) throw new NotAllowed();
  const quarter = await board.quarter(filter.period);
  const standings: Record<Standing, number> = { pending: 0, accepted: 0, rejected: 0, advised: 0, repriced: 0 };
  const all: QuarterFinding[] = [];
  const fits = matcher(quarter, actor, filter);
  for (const finding of quarter.findings) {
    const isKept = finding.id === filter.keep && seesUnit(actor, finding.unit);
    if (!isKept && !fits(finding)) continue;
    const standing = quarter.standingOf(finding);
    standings[standing] += 1;
    if (isKept || filter.standing === undefined || filter.standing === standing) all.push(finding);
  }
  if (filter.order === 'newest') all.sort(byNewest);
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const at = Math.min(Math.max(1, Math.trunc(page)), pages);
  const rows = all
    .slice((at - 1) * pageSize, at * pageSize)
    .map((finding) => ({ ...finding, said: quarter.said(finding), cost: quarter.costOf(finding) }));
  return { quarter, all, standings, page: at, pages, rows };
}

export const isStanding = (text: string): text is Standing => Object.hasOwn(STANDINGS, text);

/** Days compare as texts; what no night has seen comes last. */
function byNewest({ since: one }: QuarterFinding, { since: other }: QuarterFinding): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? 1 : -1;
}

/** Made for a loop over all findings of a quarter: what is asked for is looked at first, and nothing else. */
function matcher(quarter: Quarter, actor: Actor, filter: FindingFilter): (finding: QuarterFinding) => boolean {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const { unit, group, state, message, topic, weight, objected } = filter;
  return (finding) => {
    if (!seesUnit(actor, finding.unit)) return false;
    if (unit !== undefined && finding.unit !== unit) return false;
    // Without a state asked for, the list is of what is there.
    if (state === undefined ? !finding.isThere : finding.state !== state) return false;
    if (group !== undefined && (finding.group?.id ?? 'none') !== group) return false;
    if (message !== undefined && message !== finding.check && message !== `${finding.check}/${finding.message}`)
      return false;
    if (topic !== undefined && finding.topic !== topic) return false;
    if (weight !== undefined && weightOf(finding) !== weight) return false;
    if (objected === true && !quarter.said(finding).objections.some(({ answer }) => answer === null)) return false;
    return words.length === 0 || holds(finding, words);
  };
}

function weightOf({ group, alert }: QuarterFinding): FindingFilter['weight'] {
  if (alert) return 'alert';
  return group === null ? 'advisory' : 'charged';
}

function holds(finding: QuarterFinding, words: readonly string[]): boolean {
  const { text, unitName, topic, subject, number, checkTitle } = finding;
  const where = `${text}\n${unitName}\n${TOPICS[topic]}\n${subject}\n${number}\n${checkTitle}`.toLowerCase();
  return words.every((word) => where.includes(word));
}
