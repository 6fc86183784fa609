import { type Actor, seesUnit } from '../../model/account.ts';
import type { Feedback } from '../../model/feedback.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Console } from './console.ts';
import type { FindingFilter } from './find-findings.ts';
import { findFindings, type ListedFinding } from './find-findings.ts';
import type { Quarter } from './quarter.ts';
import { NotThere } from './refusals.ts';

/** One finding with all that is known of it. */
export interface OneFinding {
  readonly quarter: Quarter;
  readonly finding: ListedFinding;
  /** As it was seen last: evidence, fix and clause. Null for what was found before such things were kept. */
  readonly verdict: Verdict | null;
  readonly feedback: readonly Feedback[];
  /** What was done with it, oldest first. */
  readonly history: readonly LogEntry[];
}

const HISTORY_SHOWN = 200;

/**
 * A finding by its number. Throws NotThere where there is none or it is another unit's: the two cannot be told apart.
 */
export async function oneFinding(
  { board, inspection }: Console,
  actor: Actor,
  { number, period }: { readonly number: string; readonly period?: string | undefined },
): Promise<OneFinding> {
  const quarter = await board.quarter(period);
  const found = quarter.byNumber(number);
  if (!found || !seesUnit(actor, found.unit)) throw new NotThere();
  const finding = { ...found, said: quarter.said(found), cost: quarter.costOf(found) };
  const verdict = quarter.verdictOf(found.id) ?? (await inspection.findings.detailOf(found.id));
  const feedback = (await inspection.feedback.of(quarter.period.id)).filter((one) => one.finding === found.id);
  const entries = await inspection.log.entries({ subject: found.id, limit: HISTORY_SHOWN });
  return { quarter, finding, verdict, feedback, history: [...entries].reverse() };
}

/** Numbers of the findings before and after one in a filtered list, where it keeps its place; null at its ends. */
export async function neighbours(
  console: Console,
  actor: Actor,
  filter: FindingFilter,
  id: string,
): Promise<{
  readonly previous: string | null;
  readonly next: string | null;
  /** From 1, of so many. */
  readonly place: number;
  readonly of: number;
}> {
  const { all } = await findFindings(console, actor, { ...filter, keep: id });
  const at = all.findIndex((one) => one.id === id);
  return { previous: all[at - 1]?.number ?? null, next: all[at + 1]?.number ?? null, place: at + 1, of: all.length };
}
