import type { Actor } from '../../model/account.ts';
import type { AgendaItem } from '../../model/agenda.ts';
import { agendaOf } from './agenda.ts';
import type { Console } from './console.ts';
import type { ListedFinding } from './find-findings.ts';
import { type UnitJobs, unitJobs } from './jobs-board.ts';
import type { Quarter, UnitQuarter } from './quarter.ts';
import { NotThere } from './refusals.ts';
import { type UnitRectification, unitRectification } from './unit-rectification.ts';
import { unitView } from './units.ts';

/** A finding of the unit, and how to put it right. */
export interface FindingToFix extends ListedFinding {
  readonly fix: string | null;
}

/** What a unit's quarter comes to, and what is to be put right. */
export interface UnitStanding {
  readonly quarter: Quarter;
  readonly points: UnitQuarter;
  /** Those that are there, dearest first; what an inspector rejected is none. */
  readonly findings: readonly FindingToFix[];
  /** How many of them cost points and are not decided on. */
  readonly pending: number;
}

/** What a unit sees first. */
export interface UnitHome {
  readonly unit: { readonly id: string; readonly name: string };
  readonly isInspected: boolean;
  /** Null before the first audit, and where the quarter does not assess the unit. */
  readonly standing: UnitStanding | null;
  /** What is past due and what falls due soon. */
  readonly soon: readonly AgendaItem[];
  readonly rectification: UnitRectification | null;
  readonly selfChecks: UnitJobs;
}

/** How far the first page looks ahead, in days. */
export const SOON = 14;

/** The first page of an account of a unit. Throws NotThere where the unit is no longer inspected. */
export async function unitHome(console: Console, actor: Actor, period?: string): Promise<UnitHome> {
  const unit = console.plan().units.find(({ id }) => id === actor.unit);
  if (!unit) throw new NotThere();
  const { id, name } = unit;
  const { items } = await agendaOf(console, actor, id, SOON);
  return {
    unit: { id, name },
    isInspected: unit.columns.length > 0,
    standing: await standingOf(console, actor, id, period),
    soon: items.filter(({ state }) => state !== 'filled'),
    rectification: await unitRectification(console, actor, id),
    selfChecks: await unitJobs(console, actor, id, 'self-check'),
  };
}

async function standingOf(
  console: Console,
  actor: Actor,
  unit: string,
  period: string | undefined,
): Promise<UnitStanding | null> {
  if (console.board.periods.length === 0) return null;
  const quarter = await console.board.quarter(period);
  if (!quarter.units.some(({ id }) => id === unit)) return null;
  const { findings } = await unitView(console, actor, { unit, period });
  return {
    ...{ quarter, points: quarter.unit(unit) },
    findings: findings.map((finding) => ({ ...finding, fix: quarter.verdictOf(finding.id)?.fix ?? null })),
    pending: findings.filter(({ group, said }) => group !== null && said.standing === 'pending').length,
  };
}
