import { type Actor, may } from '../../model/account.ts';
import { coverageText } from '../../report/score-words.ts';
import { suggestedCoverage } from '../../score/coverage.ts';
import { registerDesk } from '../registers/register-desk.ts';
import { upsertRows } from '../registers/upsert-rows.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import type { Quarter } from './quarter.ts';
import { NotAllowed, NotThere, refused } from './refusals.ts';

/** A unit's points for its key columns: what an inspector entered, and what the program suggests and why. */
export interface CoverageLine {
  readonly unit: string;
  readonly unitName: string;
  /** Null where nobody entered any. */
  readonly entered: number | null;
  readonly suggested: number;
  /** How much of the suggestion rests on columns that nobody could read. */
  readonly open: number;
  /** The suggestion in words. */
  readonly why: string;
}

export interface CoverageTable {
  readonly quarter: Quarter;
  readonly lines: readonly CoverageLine[];
  readonly most: number;
}

/** Throws NotAllowed, NotThere. */
export async function coverageTable({ board }: Console, actor: Actor, period?: string): Promise<CoverageTable> {
  if (!may(actor, 'look-at-all')) throw new NotAllowed();
  const quarter = await board.quarter(period);
  const { rulebook } = quarter.sources;
  const lines = quarter.units.map(({ id, name }) => {
    const { card } = quarter.unit(id);
    const { coverage, open } = suggestedCoverage(card.keyColumns, rulebook);
    const suggestion = { ...card, coverage, coverageFrom: 'suggested' as const };
    return {
      ...{ unit: id, unitName: name, suggested: coverage, open },
      entered: card.coverageFrom === 'register' ? card.coverage : null,
      why: coverageText(suggestion, rulebook.coverageMax),
    };
  });
  return { quarter, lines, most: rulebook.coverageMax };
}

/**
 * Enters points of units into the register `coverage`; they count at once. Throws NotAllowed, NotThere, UserError for
 * points out of range or a register with mistakes.
 */
export async function enterCoverage(
  console: Console,
  actor: Actor,
  { period, scores }: { readonly period: string; readonly scores: ReadonlyMap<string, number> },
): Promise<number> {
  if (!may(actor, 'enter-coverage')) throw new NotAllowed();
  const { lines, most } = await coverageTable(console, actor, period);
  const before = new Map(lines.map((line) => [line.unit, line.entered]));
  const changed = [...scores].filter(([unit, score]) => before.get(unit) !== score);
  for (const [unit, score] of changed) {
    if (!before.has(unit)) throw new NotThere();
    if (!(score >= 0 && score <= most) || (score * 10) % 1 !== 0)
      throw refused('重点栏目保障得分不正确', `请填写0至${most}之间、最多一位小数的得分`);
  }
  if (changed.length === 0) return 0;
  const { files, data, inspection, clock } = console;
  const rows = changed.map(([unit, score]) => ({ unit, period, score: String(score) }));
  await upsertRows(registerDesk(files, data), { id: 'coverage', rows });
  await inspection.log.add(
    changed.map(([unit, score]) =>
      logEntry(actor, clock(), 'enter-coverage', {
        ...{ subject: `coverage/${unit}`, period, unit },
        ...{ before: { score: before.get(unit) ?? null }, after: { score } },
      }),
    ),
  );
  return changed.length;
}
