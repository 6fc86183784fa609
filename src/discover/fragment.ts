import type { Column, Due, Unit } from '../model/plan.ts';
import type { UnitPair } from './differences.ts';
import type { ProposedColumn, ProposedUnit } from './proposal.ts';

export interface FragmentOptions {
  /** `site.home`: addresses of its origin are written from the root. */
  readonly home: string;
  /** Leaves out `confidence` and `why`, which targets.yaml does not take. */
  readonly plain: boolean;
}

/**
 * The proposal as the `units` of targets.yaml (contract, section 4), with `confidence` and `why` beside. What targets.yaml
 * already says of a unit or a column and a site cannot tell (aliases, cadence, due date) is kept.
 */
export function unitsFragment(
  pairs: readonly (UnitPair & { readonly proposed: ProposedUnit })[],
  { home, plain }: FragmentOptions,
): readonly Record<string, unknown>[] {
  const address = (url: string): string =>
    new URL(url).origin === new URL(home).origin ? url.slice(new URL(url).origin.length) : url;
  const reasons = ({ confidence, why }: { confidence: number; why: string }) => (plain ? {} : { confidence, why });

  const column = (unit: Unit | null, found: ProposedColumn): Record<string, unknown> => {
    const { topic, name, url } = found;
    const known = unit?.columns.find((one) => one.url === url && one.topic === topic);
    return { topic, name, url: address(url), ...(known ? duties(known) : {}), ...reasons(found) };
  };
  return pairs.map(({ unit, proposed }) => {
    const { id, kind, columns } = proposed;
    const names = unit && isSame(unit, proposed) ? unit : proposed;
    const aliases = unit?.aliases ?? [];
    const enforces = unit ? unit.enforcement : columns.some(({ topic }) => ENFORCERS.has(topic));
    return {
      id,
      name: names.name,
      fullName: names.fullName,
      ...(aliases.length > 0 ? { aliases } : {}),
      kind,
      ...(proposed.home === null ? {} : { home: address(proposed.home) }),
      ...(enforces ? { enforcement: true } : {}),
      ...reasons(proposed),
      columns: columns.map((one) => column(unit, one)),
    };
  });
}

/** Who keeps a column on its enforcement has the power to enforce. */
const ENFORCERS: ReadonlySet<string> = new Set(['double-random', 'enforcement']);

const isSame = ({ name, fullName, aliases }: Unit, proposed: ProposedUnit): boolean =>
  [name, fullName, ...aliases].some((one) => one === proposed.name || one === proposed.fullName);

function duties({ every, due, key, advise }: Column): Record<string, unknown> {
  return {
    ...(every && due ? { every, due: dueText(due) } : {}),
    ...(key ? { key } : {}),
    ...(advise ? { advise } : {}),
  };
}

function dueText(due: Due): string {
  if (due.kind === 'date') return due.yearsLater === 0 ? `+0 ${due.monthDay}` : due.monthDay;
  return `${due.days}${due.kind === 'working-days' ? 'wd' : 'd'}`;
}
