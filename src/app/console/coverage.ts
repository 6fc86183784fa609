import { type Actor, may } from '../../model/account.ts';
import { coverageText } from '../../report/score-words.ts';
import { suggestedCoverage } from '../../score/coverage.ts';
import { registerDesk } from '../registers/register-desk.ts';
import { upsertRows } from '../registers/upsert-rows.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import type { Quarter } from './quarter.ts';
import { Conflict, NotAllowed, NotThere, refused } from './refusals.ts';
import { registerEntry } from './register-versions.ts';

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

/** Points that are entered for units of a quarter. */
export interface CoverageForm {
  readonly period: string;
  readonly scores: ReadonlyMap<string, number>;
  /** What was entered when the form was opened, null for nothing; not there where that does not matter. */
  readonly seen?: ReadonlyMap<string, number | null>;
}

/**
 * Enters points of units into the register `coverage`; they count at once. Gives how many were new. Throws NotAllowed,
 * NotThere, Conflict where somebody else entered other points meanwhile; UserError for points out of range or a register
 * with mistakes.
 */
export async function enterCoverage(console: Console, actor: Actor, form: CoverageForm): Promise<number> {
  if (!may(actor, 'enter-coverage')) throw new NotAllowed();
  const { period, scores } = form;
  const { lines, most } = await coverageTable(console, actor, period);
  const before = new Map(lines.map((line) => [line.unit, line]));
  for (const [unit, score] of scores) requirePoints(before.get(unit), score, most);
  requireUnchanged(form, before);
  const changed = [...scores].filter(([unit, score]) => before.get(unit)?.entered !== score);
  if (changed.length === 0) return 0;
  const { files, data, inspection, clock } = console;
  const rows = changed.map(([unit, score]) => ({ unit, period, score: String(score) }));
  const change = await upsertRows(registerDesk(files, data), { id: 'coverage', rows });
  await inspection.log.add([
    ...changed.map(([unit, score]) =>
      logEntry(actor, clock(), 'enter-coverage', {
        ...{ subject: `coverage/${unit}`, period, unit },
        ...{ before: { score: before.get(unit)?.entered ?? null }, after: { score } },
      }),
    ),
    registerEntry(actor, clock(), 'coverage', change),
  ]);
  return changed.length;
}

function requirePoints(line: CoverageLine | undefined, score: number, most: number): void {
  if (!line) throw new NotThere();
  if (!(score >= 0 && score <= most) || Number(score.toFixed(1)) !== score)
    throw refused(`${line.unitName}的重点栏目保障得分不正确`, `请填写0至${most}之间、最多一位小数的得分`);
}

function requireUnchanged({ scores, seen }: CoverageForm, before: ReadonlyMap<string, CoverageLine>): void {
  const meanwhile = [...scores.keys()].flatMap((unit) => {
    const line = before.get(unit);
    return line && seen?.has(unit) && seen.get(unit) !== line.entered ? [line.unitName] : [];
  });
  if (meanwhile.length > 0)
    throw new Conflict(`他人刚刚评定了${meanwhile.join('、')}，本次没有保存`, '请核对表中现有得分后再保存');
}
