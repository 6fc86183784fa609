import { type Actor, seesUnit } from '../../model/account.ts';
import type { Audit } from '../../model/audit.ts';
import { agendaIcs } from '../../report/agenda-ics.ts';
import { loadInputs } from '../inputs.ts';
import { agendaFrom, type UnitAgenda } from '../unit-agenda.ts';
import type { Console } from './console.ts';
import { NotThere } from './refusals.ts';
import { decidedSelfCheck } from './self-check-result.ts';

/** How far ahead a unit's calendar looks, in days. */
const AGENDA_DAYS = 60;

/** Quarters that a night audits: the one that goes on, and the one before it while its bulletin is being prepared. */
const NIGHTS_QUARTERS = 2;

/**
 * What falls due for a unit, by what the console holds in memory: the newest audits that looked at it, as inspectors left
 * them. Throws NotThere where there is no such unit or it is another's.
 */
export async function agendaOf(console: Console, actor: Actor, id: string, days = AGENDA_DAYS): Promise<UnitAgenda> {
  const { board, inspection, files, plan, today } = console;
  const unit = plan().units.find((one) => one.id === id);
  if (!unit || !seesUnit(actor, id)) throw new NotThere();
  const newest = board.periods.length > 0 ? await board.quarter() : null;
  const { rulebook, registers } = newest ? newest.sources : await loadInputs(files);
  const bulletin = (await inspection.bulletins.newest()).get(id) ?? null;
  const looks = await looksAt(console, id);
  return agendaFrom({ unit, rulebook, registers, looks, bulletin, today: today(), days });
}

/** The newest night's audits and a self-check since, the newest first. */
async function looksAt(console: Console, unit: string): Promise<readonly Audit[]> {
  const { board } = console;
  const quarters = await Promise.all(board.periods.slice(0, NIGHTS_QUARTERS).map((period) => board.quarter(period)));
  const nights = quarters
    .filter((quarter) => quarter.units.some(({ id }) => id === unit))
    .map((quarter): Audit => ({ ...quarter.sources.audit, verdicts: quarter.unit(unit).verdicts }));
  const night =
    nights
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? '';
  const own = await decidedSelfCheck(console, unit);
  const looks = [...(own ? [own.audit] : []), ...nights].filter(({ asOf }) => asOf >= night);
  return looks.sort((one, other) => (whenOf(one) < whenOf(other) ? 1 : -1));
}

const whenOf = ({ asOf, run }: Audit): string => `${asOf} ${run.startedAt}`;

/** The same as a calendar that programs of an office can read. Throws as `agendaOf`. */
export async function agendaCalendar(console: Console, actor: Actor, id: string): Promise<string> {
  const { items, unit } = await agendaOf(console, actor, id);
  const scope = new URL(console.plan().site.home).host;
  return agendaIcs(items, { name: `${unit.name}政务公开到期事项`, scope, stamp: console.clock() });
}
