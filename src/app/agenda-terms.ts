import type { z } from 'zod';
import annualReport from '../../checks/annual-report/check.ts';
import { isGovernment } from '../../checks/annual-report/government.ts';
import applications from '../../checks/applications/check.ts';
import doubleRandom from '../../checks/double-random/check.ts';
import guide from '../../checks/guide/check.ts';
import periodic from '../../checks/periodic/check.ts';
import rectification from '../../checks/rectification/check.ts';
import tasks from '../../checks/tasks/check.ts';
import type { AgendaTerms } from '../agenda/input.ts';
import type { AnyCheck } from '../audit/check.ts';
import { prepareChecks } from '../audit/registry.ts';
import { placeInRulebook } from '../config/rulebook.ts';
import type { Unit } from '../model/plan.ts';
import type { Rulebook } from '../model/rulebook.ts';

/** The checks whose questions fall due. */
const CHECKS: readonly AnyCheck[] = [periodic, guide, annualReport, doubleRandom, tasks, applications, rectification];

/**
 * When the checks begin to ask a unit, by the rulebook and the checks' own defaults. Throws UserError (exit code 2) where
 * the rulebook gives one of them a parameter that it does not take.
 */
export function agendaTerms(rulebook: Rulebook, unit: Pick<Unit, 'fullName'>): AgendaTerms {
  const prepared = prepareChecks(CHECKS, [], rulebook, (path) => placeInRulebook(rulebook, ['params', ...path]));
  // What `prepareChecks` gives a check is what its own schema made of the rulebook.
  const paramsOf = <P extends z.ZodType>(check: { readonly id: string; readonly params: P }): z.output<P> =>
    prepared.find((one) => one.check.id === check.id)?.params as z.output<P>;
  const report = paramsOf(annualReport);
  const random = paramsOf(doubleRandom);
  return {
    basis: {
      periodic: periodic.basis,
      guide: guide.basis,
      'annual-report': annualReport.basis,
      'double-random': doubleRandom.basis,
      tasks: tasks.basis,
      applications: applications.basis,
      rectification: rectification.basis,
    },
    graceWorkdays: paramsOf(periodic).graceWorkdays,
    guideChargedFrom: paramsOf(guide).chargeFrom,
    reportDue: isGovernment(unit.fullName) ? report.districtDue : report.due,
    planFrom: random.planFrom,
    planChargedFrom: random.planChargeFrom,
    resultsFrom: random.resultsFrom,
    answer: paramsOf(applications),
  };
}
