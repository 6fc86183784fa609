import type { AgendaItem } from '../model/agenda.ts';
import type { AgendaInput } from './input.ts';
import { periodicItems } from './periodic.ts';
import { rectificationItems } from './rectification.ts';
import { applicationItems, taskItems } from './registered.ts';
import { yearlyItems } from './yearly.ts';

/**
 * What falls due for a unit from today on for so many days, and what is past due and not known to be done; by due date,
 * what has none known last. What audits point out already (a guide from 1 January on) is there however far off its due
 * date is. Nothing is `filled` that the last audit or a register did not see, and nothing `overdue` that no one looked
 * for after its due date. Pure.
 */
export function agenda(input: AgendaInput): readonly AgendaItem[] {
  const own = ofUnit(input);
  const items = [
    ...periodicItems(own),
    ...yearlyItems(own),
    ...taskItems(own),
    ...applicationItems(own),
    ...rectificationItems(own),
  ];
  return items.sort((a, b) => compare(a.due ?? LAST, b.due ?? LAST));
}

/** Behind every day. */
const LAST = '~';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rows and verdicts of other units are left aside. */
function ofUnit(input: AgendaInput): AgendaInput {
  const { unit, registers, looks } = input;
  const rows = <R extends { readonly unit: string }>(all: readonly R[] | null): readonly R[] | null =>
    all?.filter((row) => row.unit === unit.id) ?? null;
  return {
    ...input,
    registers: {
      tasks: rows(registers.tasks),
      applications: rows(registers.applications),
      feedback: rows(registers.feedback),
      waivers: rows(registers.waivers),
    },
    looks: looks.map((look) => ({ ...look, verdicts: look.verdicts.filter((verdict) => verdict.unit === unit.id) })),
  };
}
