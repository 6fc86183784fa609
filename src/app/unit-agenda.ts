import { agenda } from '../agenda/agenda.ts';
import type { AgendaInput } from '../agenda/input.ts';
import { workCalendar } from '../calendar/work-calendar.ts';
import type { AgendaItem } from '../model/agenda.ts';
import type { Audit } from '../model/audit.ts';
import { addDays, type CivilDate } from '../model/civil-date.ts';
import type { Unit } from '../model/plan.ts';
import type { RegisterId, Registers } from '../model/register.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { agendaTerms } from './agenda-terms.ts';
import { inspection } from './compose.ts';
import { asDecided } from './decided-audit.ts';
import { type InputFiles, loadInputs } from './inputs.ts';
import { hasLastAudit, keptAudits } from './last-audit.ts';
import { auditedQuarters, quarterAudit } from './quarter-audits.ts';
import { lastSelfCheck } from './self-check-audit.ts';

export interface UnitAgendaRequest {
  readonly files: Omit<InputFiles, 'units'>;
  readonly data: string;
  /** Id, name or alias. */
  readonly unit: string;
  readonly today: CivilDate;
  /** How many days ahead, today not counted. */
  readonly days: number;
}

/** What falls due for one unit, and what that rests on. */
export interface UnitAgenda {
  readonly unit: Pick<Unit, 'id' | 'name'>;
  readonly today: CivilDate;
  /** The last day that is looked at. */
  readonly until: CivilDate;
  readonly items: readonly AgendaItem[];
  /** The newest audit, which says what is done; null where none has looked at the unit yet. */
  readonly audit: Pick<Audit, 'asOf' | 'period'> | null;
  /** Registers that are not there: what they would say is missing from the list. */
  readonly withoutRegisters: readonly DatedRegister[];
}

/** Registers that tell of things with a due date. */
const DATED = ['tasks', 'applications', 'feedback'] as const satisfies readonly RegisterId[];
export type DatedRegister = (typeof DATED)[number];

/**
 * What falls due for one unit by plan, registers, rulebook and the last bulletin; the newest audits that looked at the
 * unit, as inspectors left them, say what is done. Throws UserError: 2 for wrong input or an unknown unit, 5 for storage.
 */
export async function unitAgenda({ files, data, unit: name, today, days }: UnitAgendaRequest): Promise<UnitAgenda> {
  const { units, rulebook, registers } = await loadInputs({ ...files, units: [name] });
  const [unit] = units;
  if (!unit) throw new UserError(EXIT.usage, [{ place: {}, what: '没有指明单位', remedy: '请指明一个单位' }]);
  const audits = newestAudits(data, unit.id);
  return agendaFrom({
    ...{ unit, rulebook, registers, today, days },
    looks: await Promise.all(audits.map((audit) => asDecided(audit, { data, rulebook, registers }))),
    bulletin: await newestBulletin(data, unit.id),
  });
}

/** The same of what is in memory already. */
export function agendaFrom(
  from: Omit<AgendaInput, 'calendar' | 'terms'> & { readonly registers: Registers },
): UnitAgenda {
  const { unit, rulebook, registers, looks, today, days } = from;
  const [newest] = looks;
  return {
    unit: { id: unit.id, name: unit.name },
    today,
    until: addDays(today, days),
    items: agenda({
      ...from,
      calendar: workCalendar(registers.holidays ?? []),
      terms: agendaTerms(rulebook, unit),
    }),
    audit: newest ? { asOf: newest.asOf, period: newest.period } : null,
    withoutRegisters: DATED.filter((register) => registers[register] === null),
  };
}

/** The audits that looked at the unit since the last whole night, with all of that night, the newest first. */
function newestAudits(data: string, unit: string): readonly Audit[] {
  const selfCheck = lastSelfCheck(data, unit);
  const kept = [...(selfCheck ? [selfCheck] : []), ...(hasLastAudit(data) ? keptAudits(data) : [])];
  const audits = kept.map(({ audit }) => audit).filter(({ units }) => units.some(({ id }) => id === unit));
  const night = audits.at(-1)?.asOf;
  const others = auditedQuarters(data)
    .filter((quarter) => audits.at(-1)?.period !== quarter)
    .map((quarter) => quarterAudit(data, quarter).audit)
    .filter(({ asOf, units }) => asOf === night && units.some(({ id }) => id === unit));
  return [...audits.filter(({ asOf }) => night !== undefined && asOf >= night), ...others].sort(newestFirst);
}

const newestFirst = (a: Audit, b: Audit): number => (whenOf(a) < whenOf(b) ? 1 : whenOf(a) > whenOf(b) ? -1 : 0);
const whenOf = ({ asOf, run }: Audit): string => `${asOf} ${run.startedAt}`;

async function newestBulletin(data: string, unit: string): Promise<AgendaInput['bulletin']> {
  const { bulletins, close } = await inspection(data);
  try {
    return (await bulletins.newest()).get(unit) ?? null;
  } finally {
    await close();
  }
}
