import { createHash } from 'node:crypto';
import { builtInChecks } from '../../checks/index.ts';
import { prepareChecks } from '../../src/audit/registry.ts';
import { auditUnit } from '../../src/audit/runner.ts';
import { workCalendar } from '../../src/calendar/work-calendar.ts';
import { loadRulebook } from '../../src/config/rulebook.ts';
import { walkColumn } from '../../src/extract/walk.ts';
import type { ColumnFacts } from '../../src/model/document.ts';
import type { Ref } from '../../src/model/evidence.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { NO_REGISTERS, type RegisterId, type Registers } from '../../src/model/register.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { score } from '../../src/score/score.ts';
import { type Mishap, printed } from './site.ts';
import type { Case, World } from './types.ts';

/** One verdict, deduction or fault against the truth. */
export interface Miss {
  readonly world: World;
  readonly unit: string;
  readonly message: string;
  readonly case: Case | null;
  /** What the program said; for a fault that it did not find, what it said instead. */
  readonly verdicts: readonly Verdict[];
}
export interface Tally {
  right: number;
  readonly accused: Miss[];
  readonly missed: Miss[];
  inconclusive: number;
  /** Faults that were neither found nor said to be undecided. */
  readonly silent: Miss[];
}
export interface Trial {
  /** By message: `guide/stale`. */
  readonly messages: ReadonlyMap<string, Tally>;
  /** Pairs of unit and group: deducted rightly, deducted wrongly, not deducted. */
  readonly deductions: { readonly right: number; readonly wrong: number; readonly missed: number };
  readonly decoys: number;
}

/** Audits a world printed in one make and holds the result against its truth. */
export async function tryWorld(world: World, make: string, rulebookName: string, mishap?: Mishap): Promise<Trial> {
  const site = printed(world, make);
  const rulebook = loadRulebook(rulebookName);
  const period = parsePeriod(world.period);
  if (!period) throw new Error(`no period: ${world.period}`);
  const registers = joined(world);
  const lookup = site.lookup(mishap);
  const verdicts: Verdict[] = [];
  for (const unit of site.units) {
    const columns: ColumnFacts[] = [];
    for (const column of unit.columns) columns.push(await walkColumn(column, site.site, lookup));
    const settings = {
      ...{
        rulebook,
        registers,
        calendar: workCalendar([]),
        asOf: world.asOf,
        period,
        models: {},
        bulletins: new Map(),
      },
      checks: prepareChecks(builtInChecks, [], rulebook),
      registerFiles: registerFiles(registers),
      onFault: ({ error }: { error: unknown }) => {
        throw error;
      },
    };
    verdicts.push(...auditUnit(settings, { unit, columns }));
  }
  const { deductions } = score({
    ...{ units: site.units.map(({ id }) => id), verdicts, registers, rulebook, period },
    ...{ keyColumns: new Map(), unrectified: new Set<string>() },
  });
  const charged = new Map(
    rulebook.groups
      .filter((group) => !group.advisory)
      .flatMap((group) => group.messages.map((message) => [message, group.id] as const)),
  );
  return compared(world, verdicts, charged, deductions);
}

function compared(
  world: World,
  verdicts: readonly Verdict[],
  charged: ReadonlyMap<string, string>,
  deductions: readonly { readonly unit: string; readonly group: string }[],
): Trial {
  const messages = new Map<string, Tally>();
  const tallyOf = (message: string): Tally => {
    const tally = messages.get(message) ?? { right: 0, accused: [], missed: [], inconclusive: 0, silent: [] };
    messages.set(message, tally);
    return tally;
  };
  const trueGroups = new Set<string>();
  const allowedGroups = new Set<string>();
  const ofUnit = (unit: string): readonly Verdict[] => verdicts.filter((verdict) => verdict.unit === unit);
  for (const { unit, cases } of world.units) {
    const said = ofUnit(unit.id);
    const faults = new Set(cases.flatMap((one) => one.faults));
    const also = new Set(cases.flatMap((one) => one.also ?? []));
    for (const message of [...faults, ...also]) allowedGroups.add(`${unit.id} ${charged.get(message)}`);
    for (const message of faults) {
      const group = charged.get(message);
      if (!group) continue;
      trueGroups.add(`${unit.id} ${group}`);
      const owner = cases.find((one) => one.faults.includes(message)) ?? null;
      const check = message.split('/')[0];
      const hits = said.filter((verdict) => isCharge(verdict, message));
      if (hits.length > 0) tallyOf(message).right += 1;
      else {
        const verdictsOnIt = said.filter((one) => one.check === check);
        const miss: Miss = { world, unit: unit.id, message, case: owner, verdicts: verdictsOnIt };
        tallyOf(message).missed.push(miss);
        if (!verdictsOnIt.some(({ verdict }) => verdict === 'inconclusive' || verdict === 'fail'))
          tallyOf(message).silent.push(miss);
      }
    }
    for (const verdict of said) {
      const message = `${verdict.check}/${verdict.message}`;
      if (verdict.verdict === 'inconclusive') tallyOf(`${verdict.check}/?`).inconclusive += 1;
      if (!charged.has(message) || !isCharge(verdict, message) || faults.has(message) || also.has(message)) continue;
      const owner =
        cases.find((one) => one.check === verdict.check) ??
        cases.find((one) => one.columns.some(({ topic }) => topic === verdict.topic)) ??
        null;
      tallyOf(message).accused.push({ world, unit: unit.id, message, case: owner, verdicts: [verdict] });
    }
  }
  const given = new Set(deductions.map(({ unit, group }) => `${unit} ${group}`));
  return {
    messages,
    deductions: {
      right: [...given].filter((one) => allowedGroups.has(one)).length,
      wrong: [...given].filter((one) => !allowedGroups.has(one)).length,
      missed: [...trueGroups].filter((one) => !given.has(one)).length,
    },
    decoys: world.units.reduce((sum, { cases }) => sum + cases.filter(({ state }) => state === 'decoy').length, 0),
  };
}

const isCharge = (verdict: Verdict, message: string): boolean =>
  verdict.verdict === 'fail' &&
  !verdict.advisory &&
  !verdict.alert &&
  `${verdict.check}/${verdict.message}` === message;

/** A register is there where any unit has rows in it, or hands it in empty. */
function joined(world: World): Registers {
  const rows: Record<string, unknown[]> = {};
  for (const { cases } of world.units)
    for (const { registers } of cases)
      for (const [id, more] of Object.entries(registers ?? {})) rows[id] = [...(rows[id] ?? []), ...(more ?? [])];
  return { ...NO_REGISTERS, ...rows };
}

function registerFiles(registers: Registers): Partial<Record<RegisterId, Ref>> {
  const kept = Object.entries(registers).filter(([, rows]) => rows !== null);
  return Object.fromEntries(
    kept.map(([id]) => {
      const sha256 = createHash('sha256').update(id).digest('hex');
      return [
        id,
        {
          url: `registers/${id}.csv`,
          capturedAt: '2026-11-01T00:00:00.000Z',
          sha256,
          record: `registers/${sha256}.csv`,
        },
      ];
    }),
  );
}
