import type { Plan } from '../../model/plan.ts';
import type { RegisterId } from '../../model/register.ts';
import { type RegisterDefinition, type RegisterRow, registerDefinitions } from '../../registers/definitions.ts';

/** What a register is judged by while it is edited. */
export interface RegisterRules {
  readonly plan: Plan;
  /** The most that a unit can get for its key columns: of the rulebook. */
  readonly coverageMax: number;
}

/** A register's definition with what an audit asks of it besides, so that nothing is written that it would refuse. */
export function ruledDefinition(id: RegisterId, { plan, coverageMax }: RegisterRules): RegisterDefinition<unknown> {
  const { coverage, ...others } = registerDefinitions(plan);
  const ruled: RegisterDefinition<RegisterRow<'coverage'>> = {
    ...coverage,
    clashes: (row) =>
      row.score > coverageMax
        ? [['score', `重点栏目保障得分超过考核办法的上限${coverageMax}分`]]
        : coverage.clashes(row),
  };
  return (id === 'coverage' ? ruled : others[id]) as RegisterDefinition<unknown>;
}
